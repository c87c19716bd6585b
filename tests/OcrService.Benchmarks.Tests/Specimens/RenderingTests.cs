using OcrService.Documents.Pages;
using OcrService.Specimens;
using OcrService.Specimens.Documents;
using OcrService.Specimens.Drawing;
using OcrService.Specimens.Wearing;
using SkiaSharp;

namespace OcrService.Benchmarks.Tests.Specimens;

public sealed class RenderingTests
{
    [Fact]
    public void Wear_of_a_seed_is_the_same_again()
    {
        using Specimen page = TextPage.Render(5);
        Wear.Apply(page, WearKind.Noisy, 3).Jpeg.ShouldBe(Wear.Apply(page, WearKind.Noisy, 3).Jpeg);
    }

    [Fact]
    public void A_Chinese_page_names_every_field_of_the_contract_and_shows_it()
    {
        using Specimen page = DocumentSpecimen.Named("passport-chn").Render(21);
        page.Truth.Fields.Count.ShouldBe(19);
        page.Truth.MrzLines.ShouldAllBe(l => l.Length == 44);
        page.Truth.Lines.ShouldContain(l => l.Text == page.Truth.Fields["passport_number"]);
        page.Truth.Lines.ShouldContain(l => l.Text == page.Truth.Fields["extra_info.local_language.name"]);
        page.Truth.Lines.Select(l => l.Text).ShouldContain(page.Truth.MrzLines[1]);
        page.Truth.Ignored.ShouldBe(["SPECIMEN"]);
    }

    [Fact]
    public void Ink_stands_where_the_truth_says()
    {
        using Specimen page = DocumentSpecimen.Named("passport-general").Render(4);
        TruthLine zone = page.Truth.Lines.Single(l => l.Text == page.Truth.MrzLines[0]);
        Darkness(page.Bitmap, zone.Quad.Bounds).ShouldBeGreaterThan(0.1);
        Box above = zone.Quad.Bounds;
        Darkness(page.Bitmap, above with { Top = above.Top - above.Height, Bottom = above.Top - 2 }).ShouldBeLessThan(0.01);
    }

    [Theory]
    [InlineData(WearKind.Turned)]
    [InlineData(WearKind.Slanted)]
    public void Places_move_with_the_wear(WearKind kind)
    {
        using Specimen page = DocumentSpecimen.Named("passport-general").Render(8);
        WornSpecimen worn = Wear.Apply(page, kind, 8);
        using SKBitmap picture = SKBitmap.Decode(worn.Jpeg);
        (picture.Width, picture.Height).ShouldBe((worn.Width, worn.Height));

        // The zone's quad covers dark letters; the same quad moved up by its own height lies on bare paper.
        Quad zone = worn.Truth.Lines.Single(l => l.Text == page.Truth.MrzLines[0]).Quad;
        double letters = DarkestOf(picture, zone, 0.5f), paper = DarkestOf(picture, zone, -0.6f);
        letters.ShouldBeLessThan(paper - 60);
    }

    [Fact]
    public void Every_text_page_keeps_its_lines_inside()
    {
        for (int seed = 1; seed <= 12; seed++)
        {
            using Specimen page = TextPage.Render(seed);
            page.Truth.Lines.ShouldNotBeEmpty();
            page.Truth.Lines.ShouldAllBe(l => l.Quad.Bounds.Right <= page.Bitmap.Width && l.Quad.Bounds.Bottom <= page.Bitmap.Height);
            if (page.Truth.Fields.TryGetValue("phone", out string? phone)) page.Truth.Lines.ShouldContain(l => l.Text.Contains(phone));
        }
    }

    [Fact]
    public void An_unknown_font_is_named_in_the_error() =>
        Should.Throw<ArgumentException>(() => SpecimenFonts.Typeface("No Such Family")).Message.ShouldContain("Liberation Sans");

    private static double Darkness(SKBitmap picture, Box box)
    {
        int dark = 0, all = 0;
        for (int y = (int)box.Top; y < box.Bottom; y++)
        {
            for (int x = (int)box.Left; x < box.Right; x++, all++) dark += picture.GetPixel(x, y).Green < 100 ? 1 : 0;
        }

        return (double)dark / all;
    }

    private static double DarkestOf(SKBitmap picture, Quad quad, float v)
    {
        double darkest = 255;
        for (float u = 0.02f; u < 0.98f; u += 0.0005f)
        {
            PagePoint p = quad.At(u, v);
            darkest = Math.Min(darkest, picture.GetPixel((int)p.X, (int)p.Y).Green);
        }

        return darkest;
    }
}
