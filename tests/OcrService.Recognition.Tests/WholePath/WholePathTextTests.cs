using OcrService.Benchmarks.Scoring;
using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Specimens;
using OcrService.Specimens.Wearing;

namespace OcrService.Recognition.Tests.WholePath;

/// <summary>Drawn pages through the real models: what stands there, where, and in which order.</summary>
[Collection(WholePathRuns.SharedModels)]
public sealed class WholePathTextTests(WholePathModels models)
{
    /// <summary>A page of one column: its lines have a single right order.</summary>
    private const int OneColumn = 1;

    /// <summary>A page with columns beside each other.</summary>
    private const int Columns = 6;

    [Theory]
    [InlineData(OneColumn, 0)]
    [InlineData(OneColumn, 90)]
    [InlineData(OneColumn, 180)]
    [InlineData(OneColumn, 270)]
    [InlineData(OneColumn, 17)]
    [InlineData(Columns, 17)]
    public void A_page_is_read_at_any_angle_and_every_line_lies_where_it_was_drawn(int seed, int turn)
    {
        using Specimen drawn = TextPage.Render(seed);
        WornSpecimen worn = Wear.Apply(drawn, new WearPlan { Turn = turn }, seed);
        IReadOnlyList<TruthLine> truth = worn.Truth.Lines;

        Page page = models.Read(worn.Jpeg, new ReadingPlan { DetectDirection = true });

        (page.Width, page.Height).ShouldBe((worn.Width, worn.Height));
        AngleBetween(page.Angle, turn).ShouldBeLessThan(1.5f);
        Score score = Score.OfText(truth.Select(l => l.Text), page.Lines.Select(l => l.Text), [], anyOrder: seed != OneColumn);
        score.CharacterAccuracy.ShouldNotBeNull().ShouldBeGreaterThan(0.97);
        score.ReadLines.ShouldBe(truth.Count, "lines were cut or joined");

        List<(int Truth, int Read)> pairs =
            LineMatching.Match([.. truth.Select(l => ScoredText.Of(l.Text))], [.. page.Lines.Select(l => ScoredText.Of(l.Text))], 0.8);
        pairs.Count.ShouldBe(truth.Count, "a line has no reading that is like it");
        foreach ((int t, int r) in pairs)
        {
            Quad right = truth[t].Quad, found = page.Lines[r].Quad;
            WholePathOverlap.Of(right, found).ShouldBeGreaterThan(0.5f, truth[t].Text);
            // Overlap says nothing of the corner the quad begins with.
            AngleBetween(found.Angle, right.Angle).ShouldBeLessThan(10, truth[t].Text);
        }
    }

    [Fact]
    public void Words_lie_inside_their_line_one_after_the_other()
    {
        using Specimen drawn = TextPage.Render(OneColumn);

        Page page = models.Read(drawn.ToPng(), new ReadingPlan());

        page.Lines.ShouldContain(l => l.Words.Count > 2);
        foreach (TextLine line in page.Lines)
        {
            string.Join(' ', line.Words.Select(w => w.Text)).ShouldBe(line.Text);
            line.Words.ShouldAllBe(w => WholePathOverlap.Of(w.Quad, line.Quad) > 0 && w.Quad.Area <= line.Quad.Area * 1.001f);
            line.Words.Zip(line.Words.Skip(1)).ShouldAllBe(p => p.First.Quad.Center.X < p.Second.Quad.Center.X);
        }
    }

    [Theory]
    [InlineData(0xFFFFFFFF)]
    [InlineData(0x000000FF)]
    [InlineData(0x7090B0FF)]
    public void An_empty_picture_has_no_lines_and_no_zones(uint colour)
    {
        using PixelImage blank = PixelImage.Create(900, 600);
        for (int y = 0; y < blank.Height; y++) blank.WritableRow(y).Fill(colour);

        Page page = models.Pipeline.Read(blank, new ReadingPlan { DetectDirection = true, FindMrz = true }, CancellationToken.None);

        page.Lines.ShouldBeEmpty();
        page.MrzZones.ShouldBeEmpty();
        page.Angle.ShouldBe(0);
        (page.Width, page.Height).ShouldBe((900, 600));
    }

    private static float AngleBetween(float a, float b)
    {
        float apart = MathF.Abs(a - b) % 360;
        return MathF.Min(apart, 360 - apart);
    }
}
