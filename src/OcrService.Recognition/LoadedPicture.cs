using OcrService.Documents.Fields;
using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Assembly;
using OcrService.Recognition.Detection;
using OcrService.Recognition.Fonts;
using OcrService.Recognition.Imaging;
using OcrService.Recognition.Inspection;
using OcrService.Recognition.Reading;

namespace OcrService.Recognition;

/// <summary>The decoded picture of one request, open for a second look at its parts.</summary>
internal sealed class LoadedPicture(
    PixelImage image, TextDetector detector, LineReaders readers, FontClassifier? fonts, CancellationToken cancellationToken) : IPicture
{
    /// <summary>Parts are looked at this much larger at most; more only blurs.</summary>
    private const float MaxEnlargement = 3;

    /// <summary>Longer side of a part as the detector sees it, in pixels.</summary>
    private const int DetectionSide = 960;

    /// <summary>Longest side of a cut and its JPEG quality.</summary>
    private const int MaxCutSide = 1600, CutQuality = 90;

    /// <summary>Lines that the reader is less sure of are no text.</summary>
    private const float MinConfidence = 0.4f;

    public IReadOnlyList<TextLine> Read(Quad part, FieldScript script)
    {
        PageView view = PageView.Part(image, part);
        List<ReadLine> lines = [];
        foreach (TextBox box in BoxJoiner.Join(detector.Detect(view, DetectionSide, MaxEnlargement, cancellationToken)))
        {
            LineReading reading = readers.Read(view, box.Quad, script, cancellationToken);
            if (reading.Confidence >= MinConfidence)
                lines.Add(new ReadLine(box.Quad, box.Score, reading));
        }

        return PageBuilder.Build(view, upsideDown: false, lines, []).Lines;
    }

    public TextLine? ReadLine(Quad line, FieldScript script)
    {
        PageView view = PageView.Upright(image);
        LineReading reading = readers.Read(view, line, script, cancellationToken);
        return reading.Confidence < MinConfidence ? null : PageBuilder.Build(view, upsideDown: false, [new ReadLine(line, 1, reading)], []).Lines[0];
    }

    public IReadOnlyList<FontLikeness> FindFonts(Quad line) => fonts is null ? [] : fonts.Rank(image, line, cancellationToken);

    public Quad? FindBorder(Quad rough, bool isVague) => BorderFinder.Find(image, rough, isVague);

    public Quad? FindPortrait(Quad region) => PortraitFinder.Find(image, region);

    public CardInspection Inspect(Quad card, Quad? portrait, CardChecks checks) => CardInspector.Inspect(image, card, portrait, checks);

    public byte[] Cut(Quad part)
    {
        float scale = MathF.Min(1, MaxCutSide / MathF.Max(part.Width, part.Height));
        int width = Math.Max(1, (int)MathF.Round(part.Width * scale)), height = Math.Max(1, (int)MathF.Round(part.Height * scale));
        uint[] pixels = new uint[width * height];
        PerspectiveSampler.Fill(image, Homography.FromRectangle(width, height, part), width, height, pixels);
        using PixelImage cut = PixelImage.Create(width, height);
        for (int y = 0; y < height; y++)
            pixels.AsSpan(y * width, width).CopyTo(cut.WritableRow(y));
        return cut.EncodeJpeg(CutQuality);
    }
}
