using OcrService.Documents.Fields;
using OcrService.Documents.Finding;
using OcrService.Documents.Pages;

namespace OcrService.Documents.Tests.Finding;

public sealed class CardFinderTests
{
    private static readonly DateOnly Today = new(2026, 1, 1);

    private static readonly (string Text, float X, float Y)[] Library =
    [
        ("CITY LIBRARY READER CARD", 0.2f, 0.08f), ("Name", 0.36f, 0.22f), ("Birth", 0.36f, 0.40f), ("Number", 0.36f, 0.58f), ("Valid until", 0.7f, 0.58f), ("Branch", 0.36f, 0.8f),
        ("Ada Example", 0.36f, 0.29f), ("01.02.1990", 0.36f, 0.47f), ("L-00017", 0.36f, 0.65f),
    ];

    private static readonly DocumentSide Front = new DocumentSide("front") { Landmarks = [new("City library reader card") { Proves = true }] }
        .Add(Labelled("name", 0.36f, 0.22f, "Name"))
        .Add(Labelled("birth", 0.36f, 0.40f, "Birth"))
        .Add(Labelled("number", 0.36f, 0.58f, "Number"))
        .Add(Labelled("expiry", 0.7f, 0.58f, "Valid until"))
        .Add(Labelled("branch", 0.36f, 0.8f, "Branch"));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(17, 1)]
    [InlineData(90, 1)]
    [InlineData(-135, 1)]
    [InlineData(180, 1)]
    [InlineData(5, 1.09f)]
    [InlineData(5, 0.92f)]
    public void A_card_is_placed_at_any_turn_and_stretch(float angle, float stretch)
    {
        var pages = new CardPages { Angle = angle, Stretch = stretch, Width = 760 };

        FoundCard found = CardFinder.Find([Front], pages.Page(Library), Today).ShouldNotBeNull();

        float limit = 0.03f * pages.Frame.Quad.Width;
        (found.Frame.Quad.TopLeft - pages.Frame.Quad.TopLeft).Length.ShouldBeLessThan(limit);
        (found.Frame.Quad.TopRight - pages.Frame.Quad.TopRight).Length.ShouldBeLessThan(limit);
        (found.Frame.Quad.BottomRight - pages.Frame.Quad.BottomRight).Length.ShouldBeLessThan(limit);
        found.Certainty.ShouldBeGreaterThan(0.8f);
    }

    [Fact]
    public void A_label_in_a_wrong_place_does_not_spoil_the_frame()
    {
        var pages = new CardPages();
        (string, float, float)[] texts = [.. Library.Where(t => t.Text != "Branch"), ("Branch", 0.05f, 0.05f)];

        FoundCard found = CardFinder.Find([Front], pages.Page(texts), Today).ShouldNotBeNull();

        (found.Frame.Quad.BottomRight - pages.Frame.Quad.BottomRight).Length.ShouldBeLessThan(30);
        found.Landmarks.ShouldNotContain(l => l.Landmark.Texts.Contains("Branch"));
    }

    [Fact]
    public void Misread_letters_are_let_pass()
    {
        (string, float, float)[] texts = [.. Library.Select(t => (t.Text.Replace('a', 'o').Replace("LIBRARY", "LlBRARV", StringComparison.Ordinal), t.X, t.Y))];

        CardFinder.Find([Front], new CardPages().Page(texts), Today).ShouldNotBeNull();
    }

    [Fact]
    public void The_labels_without_what_proves_the_card_are_not_enough() =>
        CardFinder.Find([Front], new CardPages().Page([.. Library.Skip(1)]), Today).ShouldBeNull();

    [Fact]
    public void The_title_without_the_labels_is_not_enough() =>
        CardFinder.Find([Front], new CardPages().Page(Library[0], ("of the year 1990", 0.1f, 0.5f)), Today).ShouldBeNull();

    [Fact]
    public void Of_two_sides_the_one_whose_landmarks_are_there_is_found()
    {
        DocumentSide back = new DocumentSide("back") { Landmarks = [new("City library reader card") { Proves = true }] }
            .Add(Labelled("address", 0.1f, 0.3f, "Address")).Add(Labelled("phone", 0.1f, 0.5f, "Phone")).Add(Labelled("mail", 0.1f, 0.7f, "Mail"));
        Page page = new CardPages().Page(Library[0], ("Address", 0.1f, 0.3f), ("Phone", 0.1f, 0.5f), ("Mail", 0.1f, 0.7f));

        CardFinder.Find([Front, back], page, Today).ShouldNotBeNull().Side.Name.ShouldBe("back");
        CardFinder.Find([Front, back], new CardPages().Page(Library), Today).ShouldNotBeNull().Side.Name.ShouldBe("front");
    }

    private static FieldDefinition Labelled(string key, float x, float y, string label) =>
        new FieldDefinition(key) { Region = new Region(x, y + 0.04f, 0.25f, 0.06f), Parser = text => text }.Labelled(x, y, label);
}
