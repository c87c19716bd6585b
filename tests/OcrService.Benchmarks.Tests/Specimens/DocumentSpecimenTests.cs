using System.Text.Json;
using OcrService.Specimens;
using OcrService.Specimens.Cards;
using OcrService.Specimens.Documents;
using OcrService.Specimens.Drawing;

namespace OcrService.Benchmarks.Tests.Specimens;

/// <summary>What holds for every document that can be drawn.</summary>
public sealed class DocumentSpecimenTests
{
    // Small letters are not the subject here, and small pictures are drawn quickly.
    private const float PixelsPerMm = 4;

    public static TheoryData<string> Documents => [.. DocumentSpecimen.All.Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_seed_gives_the_same_picture_again_and_another_seed_another(string name)
    {
        DocumentSpecimen document = DocumentSpecimen.Named(name);
        using Specimen first = document.Render(11), again = document.Render(11), other = document.Render(12);
        first.Bitmap.GetPixelSpan().SequenceEqual(again.Bitmap.GetPixelSpan()).ShouldBeTrue();
        first.Bitmap.GetPixelSpan().SequenceEqual(other.Bitmap.GetPixelSpan()).ShouldBeFalse();
        first.Truth.Fields.ShouldBe(again.Truth.Fields);
        first.Truth.Fields.ShouldNotBe(other.Truth.Fields);
    }

    [ContractTheory]
    [MemberData(nameof(Documents))]
    public void Every_field_and_every_option_is_one_of_the_contract(string name)
    {
        DocumentSpecimen document = DocumentSpecimen.Named(name);
        JsonElement endpoint = SharedContract.Endpoint(document.Api);
        foreach (int seed in Enumerable.Range(1, 20))
        {
            foreach (string field in document.Invent(new Dice(seed)).Fields.Keys) Knows(endpoint.GetProperty("result"), field.Split('.')).ShouldBeTrue(field);
        }

        foreach (string option in document.Request.Keys) Knows(endpoint.GetProperty("request"), [option]).ShouldBeTrue(option);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_layout_has_room_for_every_holder(string name)
    {
        DocumentSpecimen document = DocumentSpecimen.Named(name);
        foreach (CardTemplate template in CardTemplate.Find(name).Select(CardTemplate.Load))
        {
            foreach (int seed in Enumerable.Range(1, 8))
            {
                PaintedCard card = new CardPainter(template, document.Invent(new Dice(seed)).Printed, Dice.Scattered(seed), PixelsPerMm).Paint();
                using var picture = card.Picture;
                string which = $"{template.Name}, seed {seed}";
                foreach (TruthLine line in card.Lines)
                {
                    line.Quad.Bounds.Left.ShouldBeGreaterThanOrEqualTo(0, $"{which}: {line.Text}");
                    line.Quad.Bounds.Right.ShouldBeLessThanOrEqualTo(picture.Width, $"{which}: {line.Text}");
                    // A text that had to be made very small has no room; dashes and stops are low by nature.
                    if (line.Text.Any(char.IsLetterOrDigit)) (line.Quad.Bounds.Height / picture.Height).ShouldBeGreaterThan(0.012f, $"{which}: {line.Text}");
                }
            }
        }
    }

    [Fact]
    public void Every_template_belongs_to_one_document_or_to_what_is_none()
    {
        string[] used = [.. DocumentSpecimen.All.SelectMany(d => CardTemplate.Find(d.Name))];
        used.ShouldBeUnique();
        Resources.Names("Templates/").Select(n => Path.GetFileNameWithoutExtension(n)).Except(used).ShouldAllBe(n => n.StartsWith("no-document"));
        used.ShouldAllBe(n => CardTemplate.Load(n).Name == n);
    }

    [Fact]
    public void Every_package_of_fonts_is_installed_for_the_tests()
    {
        DirectoryInfo root = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "eng", "prepare.sh"))) root = root.Parent!;
        string[] words = File.ReadAllText(Path.Combine(root.FullName, "eng", "prepare.sh")).Split([' ', '\n', '(', ')']);
        SpecimenFonts.Packages.Except(words).ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_name_is_told_with_the_known_ones() =>
        Should.Throw<ArgumentException>(() => DocumentSpecimen.Named("library-card")).Message.ShouldContain("hk-id-card-2018");

    private static bool Knows(JsonElement members, ReadOnlySpan<string> path)
    {
        foreach (JsonElement member in members.EnumerateArray())
        {
            if (member.GetProperty("name").GetString() != path[0]) continue;
            if (path.Length == 1) return true;
            return (member.TryGetProperty("open", out JsonElement open) && open.GetBoolean()) || Knows(member.GetProperty("children"), path[1..]);
        }

        return false;
    }
}
