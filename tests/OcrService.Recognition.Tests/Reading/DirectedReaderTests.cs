using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Detection;
using OcrService.Recognition.Imaging;
using OcrService.Recognition.Reading;

namespace OcrService.Recognition.Tests.Reading;

/// <summary>The reader is faked: it knows what each box says one way and the other.</summary>
public sealed class DirectedReaderTests
{
    private readonly List<(Quad Quad, LineReading Up, LineReading Down)> _known = [];
    private int _read;

    [Fact]
    public void Lines_beyond_doubt_are_read_once()
    {
        Known(0, "EVERYTHING IS FINE", 0.99f, "", 0);
        Known(1, "AND CLEAR", 0.98f, "", 0);

        Read(new ReadingPlan { DetectDirection = true }).Lines.Select(l => l.Reading.Text).ShouldBe(["EVERYTHING IS FINE", "AND CLEAR"]);
        _read.ShouldBe(2);
    }

    [Fact]
    public void The_longest_lines_decide_that_a_page_is_upside_down_and_the_others_follow()
    {
        for (int i = 0; i < 5; i++)
            Known(i, "ƎNI˥ ⅁NO˥ ∀", 0.6f, "A LONG LINE OF TEXT", 0.98f);
        Known(5, "SNOIH", 0.9f, "HIONS", 0.9f);

        (List<ReadLine> lines, bool upsideDown) = Read(new ReadingPlan { DetectDirection = true });

        upsideDown.ShouldBeTrue();
        lines.Count(l => l.Reading.Text == "A LONG LINE OF TEXT").ShouldBe(5);
        lines.ShouldContain(l => l.Reading.Text == "HIONS");
        lines.ShouldAllBe(l => l.Quad.TopLeft.X > l.Quad.TopRight.X);
    }

    [Fact]
    public void A_line_printed_upside_down_on_an_upright_page_is_turned_alone()
    {
        for (int i = 0; i < 5; i++)
            Known(i, "A LONG LINE OF TEXT", 0.98f, "", 0);
        Known(5, "ʇou", 0.3f, "not", 0.95f);

        (List<ReadLine> lines, bool upsideDown) = Read(new ReadingPlan());

        upsideDown.ShouldBeFalse();
        ReadLine turned = lines.Single(l => l.Reading.Text == "not");
        turned.Quad.TopLeft.X.ShouldBeGreaterThan(turned.Quad.TopRight.X);
        Read(new ReadingPlan { DetectTextDirection = false }).Lines.ShouldContain(l => l.Reading.Text == "ʇou");
    }

    [Fact]
    public void Fillers_that_point_backwards_are_no_evidence_however_sure()
    {
        Known(0, "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", 0.75f, ">>>>>>>>>>>>>>>>>>>VIRVW>VNNV>>NOSSKIREOTU>d", 0.98f);
        Known(1, "SURNAME", 0.9f, "EWVNRNS", 0.5f);

        (List<ReadLine> lines, bool upsideDown) = Read(new ReadingPlan { DetectDirection = true });

        upsideDown.ShouldBeFalse();
        lines[0].Reading.Text.ShouldStartWith("P<UTO");
    }

    [Fact]
    public void A_standing_box_is_read_along_its_longer_side()
    {
        Quad standing = Quad.FromBox(10, 10, 30, 200);
        Quad asRead = default;
        DirectedReader reader = new((PageView _, in Quad quad, CancellationToken _) =>
        {
            asRead = quad;
            return Reading("DOWN", 0.99f);
        });
        using PixelImage image = PixelImage.Create(300, 300);

        reader.Read(PageView.Upright(image), [new TextBox(standing, 0.9f)], new ReadingPlan(), out _, CancellationToken.None);

        asRead.TopLeft.ShouldBe(standing.TopRight);
        asRead.Width.ShouldBe(190, 0.01f);
    }

    private void Known(int row, string up, float upConfidence, string down, float downConfidence)
    {
        int length = Math.Max(up.Length, down.Length);
        _known.Add((Quad.FromBox(10, 10 + (30 * row), 10 + (10 * length), 30 + (30 * row)), Reading(up, upConfidence), Reading(down, downConfidence)));
    }

    private static LineReading Reading(string text, float confidence) =>
        LineReading.Of([.. text.Select((c, i) => new ReadSymbol(c.ToString(), confidence, (i + 0.5f) / text.Length))]);

    private (List<ReadLine> Lines, bool UpsideDown) Read(ReadingPlan plan)
    {
        _read = 0;
        DirectedReader reader = new(Lookup);
        using PixelImage image = PixelImage.Create(600, 300);
        List<ReadLine> lines = reader.Read(PageView.Upright(image), [.. _known.Select(k => new TextBox(k.Quad, 0.9f))], plan, out bool upsideDown, CancellationToken.None);
        return (lines, upsideDown);
    }

    private LineReading Lookup(PageView view, in Quad quad, CancellationToken cancellationToken)
    {
        _read++;
        Quad asked = quad;
        (Quad known, LineReading up, LineReading down) = _known.Single(k => (k.Quad.Center - asked.Center).Length < 0.01f);
        return asked == known ? up : down;
    }
}
