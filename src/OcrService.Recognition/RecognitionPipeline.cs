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
    TextDetector detector, DirectedReader reader, LatinReader latin, ScriptReader scripts, MrzFinder mrz, int detectionSide)
{
    /// <summary>A picture this low is a cut-out line or two: the detector needs it larger.</summary>
    private const int LowPicture = 64;

    /// <summary>A page turned by less than this is read as it is: line boxes follow a slope by themselves.</summary>
    private const float LevelEnough = 3;

    /// <summary>Lines that the reader is less sure of are no text.</summary>
    private const float MinConfidence = 0.5f;

    public Page Read(PixelImage image, ReadingPlan plan, CancellationToken cancellationToken)
    {
        PageView view = PageView.Upright(image);
        List<TextBox> boxes = Detect(view, cancellationToken);
        if (plan.DetectDirection)
            (view, boxes) = Straighten(view, boxes, cancellationToken);
        List<ReadLine> lines = reader.Read(view, BoxJoiner.Join(boxes), plan, out bool upsideDown, cancellationToken);
        List<MrzZone> zones = plan.FindMrz ? mrz.Find(view, lines, cancellationToken) : [];
        latin.Improve(view, lines, cancellationToken);
        scripts.Improve(view, lines, cancellationToken);
        lines.RemoveAll(l => l.Reading.Confidence < MinConfidence);
        return PageBuilder.Build(view, plan.DetectDirection && upsideDown, lines, zones);
    }

    private List<TextBox> Detect(PageView view, CancellationToken cancellationToken) =>
        detector.Detect(view, detectionSide, Math.Min(view.Width, view.Height) < LowPicture ? 1.5f : 1, cancellationToken);

    private (PageView View, List<TextBox> Boxes) Straighten(PageView view, List<TextBox> boxes, CancellationToken cancellationToken)
    {
        float axis = PageDirection.DominantAxis(boxes);
        if (MathF.Abs(axis) < LevelEnough)
            return (view, boxes);
        PageView turned = PageView.Turned(view.Image, axis);
        return (turned, Detect(turned, cancellationToken));
    }
}
