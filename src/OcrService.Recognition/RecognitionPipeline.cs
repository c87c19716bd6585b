using OcrService.Documents.Mrz;
using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Assembly;
using OcrService.Recognition.Classification;
using OcrService.Recognition.Detection;
using OcrService.Recognition.Imaging;
using OcrService.Recognition.Mrz;
using OcrService.Recognition.Reading;

namespace OcrService.Recognition;

/// <summary>The stages of one picture, in order: detect, straighten, read, build the page. Stateless; shared by all workers.</summary>
internal sealed class RecognitionPipeline(
    TextDetector detector, LineReaders readers, ScriptReader scripts, MrzFinder mrz, int detectionSide)
{
    /// <summary>A picture this low is a cut-out line or two, one this small a word: the detector needs it larger.</summary>
    private const int LowPicture = 64, SmallPicture = 200;
    private const float Enlarged = 1.5f;

    /// <summary>A page turned by less than this is read as it is: line boxes follow a slope by themselves.</summary>
    private const float LevelEnough = 3;

    /// <summary>Lines that the reader is less sure of are no text.</summary>
    private const float MinConfidence = 0.5f;

    /// <summary>The same for lines so much lower than most: rows that are cut off, and specks.</summary>
    private const float CutHeight = 0.8f, MinCutConfidence = 0.7f;

    /// <summary>A picture so many times longer than wide is the cut-out of a line, and the line runs along it.</summary>
    private const int StripAspect = 3;

    /// <summary>Pages of fewer symbols, or of few that make no sense, may lie sideways: their boxes are too few to tell.</summary>
    private const int FewSymbols = 4, FewDoubtful = 80;

    /// <summary>Mean confidence below which few symbols are doubtful.</summary>
    private const float Doubtful = 0.75f;

    /// <summary>So much more sense sideways outweighs what the boxes said; writings that the reader does not know make little sense any way.</summary>
    private const float ClearlyMore = 1.5f;

    public Page Read(PixelImage image, ReadingPlan plan, CancellationToken cancellationToken)
    {
        Sight sight = plan.DetectDirection ? ReadAtAnyAngle(image, plan, cancellationToken) : Look(PageView.Upright(image), plan, cancellationToken);
        (PageView view, List<ReadLine> lines, bool upsideDown) = sight;
        List<MrzZone> zones = plan.FindMrz ? FindMrz(view, lines, plan, cancellationToken) : [];
        using (RecognitionTelemetry.Begin(RecognitionTelemetry.Latin))
            readers.Latin.Improve(view, lines, cancellationToken);
        if (plan.Writing is null && ImproveScripts(view, lines, cancellationToken) && plan.DetectDirection)
        {
            // Only the writing's own reader could tell which way is up; and upright the detector sees it better.
            (view, lines, upsideDown) = Look(PageView.Turned(image, view.Angle + 180), plan, cancellationToken);
            ImproveScripts(view, lines, cancellationToken);
        }

        float usual = lines.Count == 0 ? 0 : lines.Select(l => l.Quad.Height).Order().ElementAt(lines.Count / 2);
        lines.RemoveAll(l => l.Reading.Confidence < (l.Quad.Height < CutHeight * usual ? MinCutConfidence : MinConfidence));
        using (RecognitionTelemetry.Begin(RecognitionTelemetry.Build))
            return PageBuilder.Build(view, plan.DetectDirection && upsideDown, lines, zones);
    }

    private Sight ReadAtAnyAngle(PixelImage image, ReadingPlan plan, CancellationToken cancellationToken)
    {
        bool standing = image.Height >= StripAspect * image.Width, lying = image.Width >= StripAspect * image.Height;
        PageView view = standing ? PageView.Turned(image, 90) : PageView.Upright(image);
        List<TextBox> boxes = Detect(view, cancellationToken);
        float axis = PageDirection.DominantAxis(boxes);
        if (MathF.Abs(axis) >= LevelEnough)
        {
            // Quarter turns are exact turns, and what little is left of a slope the boxes follow, as on an upright page.
            float quarter = MathF.Round(axis / 90) * 90;
            view = PageView.Turned(image, view.Angle + (MathF.Abs(axis - quarter) < LevelEnough ? quarter : axis));
            boxes = Detect(view, cancellationToken);
        }

        Sight sight = Look(view, boxes, plan, cancellationToken);
        if (sight.UpsideDown && !IsDoubtful(sight))
        {
            // The detector was not trained on text upside down: what it finds there is a little worse than what it finds upright.
            // (Of a writing that the reader does not know, its judgement of up and down is worth nothing.)
            Sight upright = Look(PageView.Turned(image, view.Angle + 180), plan, cancellationToken);
            if (!upright.UpsideDown)
                sight = upright;
        }

        if (standing || lying ? boxes.Count > 0 : Symbols(sight) >= FewSymbols && !IsDoubtful(sight))
            return sight;
        Sight turned = Look(PageView.Turned(image, sight.View.Angle + 90), plan, cancellationToken);
        return Symbols(sight) < FewSymbols && Sense(turned) > Sense(sight) || Sense(turned) > ClearlyMore * Sense(sight) ? turned : sight;
    }

    private List<MrzZone> FindMrz(PageView view, List<ReadLine> lines, ReadingPlan plan, CancellationToken cancellationToken)
    {
        using (RecognitionTelemetry.Begin(RecognitionTelemetry.Mrz))
            return mrz.Find(view, lines, plan.FindSingleMrzRow, cancellationToken);
    }

    private bool ImproveScripts(PageView view, List<ReadLine> lines, CancellationToken cancellationToken)
    {
        using (RecognitionTelemetry.Begin(RecognitionTelemetry.Scripts))
            return scripts.Improve(view, lines, cancellationToken);
    }

    private static int Symbols(in Sight sight) => sight.Lines.Sum(l => l.Reading.Symbols.Count);

    private static float Sense(in Sight sight) => sight.Lines.Sum(l => l.Reading.Sense);

    private static bool IsDoubtful(in Sight sight)
    {
        int symbols = Symbols(sight);
        return symbols < FewDoubtful && sight.Lines.Sum(l => l.Reading.Confidence * l.Reading.Symbols.Count) < Doubtful * symbols;
    }

    private Sight Look(PageView view, ReadingPlan plan, CancellationToken cancellationToken) =>
        Look(view, Detect(view, cancellationToken), plan, cancellationToken);

    private Sight Look(PageView view, List<TextBox> boxes, ReadingPlan plan, CancellationToken cancellationToken)
    {
        DirectedReader.ReadQuad read = plan.Writing is { } writing
            ? (PageView v, in Quad quad, CancellationToken ct) => readers.ReadMixed(v, quad, writing, ct)
            : readers.General.Read;
        using RecognitionTelemetry.Step step = RecognitionTelemetry.Begin(RecognitionTelemetry.Read);
        List<ReadLine> lines = new DirectedReader(read).Read(view, BoxJoiner.Join(boxes), plan, out bool upsideDown, cancellationToken);
        return new Sight(view, lines, upsideDown);
    }

    private List<TextBox> Detect(PageView view, CancellationToken cancellationToken)
    {
        bool isSmall = Math.Min(view.Width, view.Height) < LowPicture || Math.Max(view.Width, view.Height) < SmallPicture;
        using (RecognitionTelemetry.Begin(RecognitionTelemetry.Detect))
            return detector.Detect(view, detectionSide, isSmall ? Enlarged : 1, cancellationToken);
    }

    /// <summary>The page as it looks from one angle.</summary>
    /// <param name="View">The angle.</param>
    /// <param name="Lines">What was read; quads in view coordinates.</param>
    /// <param name="UpsideDown">Whether the page is upside down in the view.</param>
    private readonly record struct Sight(PageView View, List<ReadLine> Lines, bool UpsideDown);
}
