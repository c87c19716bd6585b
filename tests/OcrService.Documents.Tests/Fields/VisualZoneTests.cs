using System.Text.RegularExpressions;
using OcrService.Documents.Fields;
using OcrService.Documents.Finding;
using OcrService.Documents.Pages;

namespace OcrService.Documents.Tests.Fields;

public sealed partial class VisualZoneTests
{
    private static readonly FieldDefinition Name = new FieldDefinition("name")
    {
        Region = new Region(0.36f, 0.25f, 0.3f, 0.06f),
        Parser = text => text.Split('\n')[0],
    }.Labelled(0.36f, 0.21f, "Name");

    private static readonly FieldDefinition Number = new("number")
    {
        Region = new Region(0.36f, 0.60f, 0.3f, 0.06f),
        Parser = text => NumberForm().Match(text) is { Success: true } m ? m.Value : null,
        IsValid = number => number.EndsWith('7'),
        Form = NumberForm(),
    };

    [Theory]
    [InlineData(0.36f, 0.28f)]
    [InlineData(0.38f, 0.27f)]
    [InlineData(0.47f, 0.21f)]
    public void A_value_is_found_where_the_layout_has_it_beside_its_label_and_below_it(float x, float y) =>
        Read(("Name", 0.36f, 0.21f), ("Example", x, y))["name"].Value.ShouldBe("Example");

    [Fact]
    public void A_label_that_moved_takes_its_value_along() =>
        Read(("Name", 0.40f, 0.24f), ("Example", 0.40f, 0.31f), ("Decoy", 0.05f, 0.28f))["name"].Value.ShouldBe("Example");

    [Fact]
    public void The_label_is_no_part_of_the_value() => Read(("Name Example", 0.36f, 0.21f))["name"].Value.ShouldBe("Example");

    [Fact]
    public void What_one_field_took_no_other_gets()
    {
        FieldDefinition note = new("note") { Region = new Region(0.36f, 0.56f, 0.3f, 0.1f), Parser = text => text };

        Dictionary<string, FieldValue> values = Read(new CardPages().Page(("A-1207", 0.36f, 0.63f)), fields: [note, Number]);

        values["number"].Value.ShouldBe("A-1207");
        values.ShouldNotContainKey("note");
    }

    [Fact]
    public void A_value_that_is_not_legal_is_less_sure() =>
        Read(("A-1208", 0.36f, 0.63f))["number"].Confidence.ShouldBeLessThan(Read(("A-1207", 0.36f, 0.63f))["number"].Confidence * 0.7f);

    [Fact]
    public void Boxes_of_one_row_are_one_line_and_an_overprint_is_none()
    {
        Page page = new CardPages().Page(("Name", 0.36f, 0.21f), ("Ada", 0.36f, 0.28f), ("Example", 0.425f, 0.282f));
        Page overprinted = page with
        {
            Lines = [.. page.Lines, new TextLine("IMEN", Quad.FromBox(0, 0, 1, 1), 0.9f, 0.9f, []) with { Quad = new Quad(new(900, 380), new(1100, 310), new(1140, 420), new(940, 490)) }],
        };

        Read(overprinted)["name"].Value.ShouldBe("Ada Example");
    }

    [Fact]
    public void A_doubtful_value_is_read_again_with_the_reader_of_its_script()
    {
        Page page = new CardPages().Page(("Name", 0.36f, 0.21f), ("Exarnp1e", 0.36f, 0.28f));
        page = page with { Lines = [page.Lines[0], page.Lines[1] with { Words = [page.Lines[1].Words[0] with { Confidence = 0.5f }] }] };

        Read(page, new SecondLook("Example"))["name"].Value.ShouldBe("Example");
    }

    private static Dictionary<string, FieldValue> Read(params (string Text, float X, float Y)[] texts) => Read(new CardPages().Page(texts));

    private static Dictionary<string, FieldValue> Read(Page page, IPicture? picture = null, IReadOnlyList<FieldDefinition>? fields = null)
    {
        List<FoundLandmark> landmarks = LandmarkSearch.Find([Name.Label!], PageGlyphs.Of(page.Lines));
        return new VisualZone(page, picture ?? NoPicture.Instance, new CardPages().Frame, landmarks).Read(fields ?? [Name, Number]);
    }

    [GeneratedRegex("[A-Z]-?\\d{4}")]
    private static partial Regex NumberForm();

    /// <summary>Reads every line anew, always as the same word.</summary>
    private sealed class SecondLook(string word) : IPicture
    {
        public IReadOnlyList<TextLine> Read(Quad part, FieldScript script) => [];

        public TextLine? ReadLine(Quad line, FieldScript script) => new(word, line, 0.96f, 1, [new Word(word, line, 0.96f)]);

        public IReadOnlyList<FontLikeness> FindFonts(Quad line) => [];

        public byte[] Cut(Quad part) => [];

        public Quad? FindBorder(Quad rough, bool isVague) => null;

        public Quad? FindPortrait(Quad region) => null;

        public CardInspection Inspect(Quad card, Quad? portrait, CardChecks checks) => CardInspection.Clear;
    }
}
