using OcrService.Documents.Pages;
using SkiaSharp;

namespace OcrService.Specimens;

/// <summary>A rendered picture together with what is printed on it.</summary>
public sealed class Specimen(SKBitmap bitmap, SpecimenTruth truth) : IDisposable
{
    /// <summary>The pixels; transparent where a card has round corners. Owned by the specimen.</summary>
    public SKBitmap Bitmap { get; } = bitmap;

    public SpecimenTruth Truth { get; } = truth;

    /// <summary>The picture as a PNG file, on white.</summary>
    public byte[] ToPng() => Encode(SKEncodedImageFormat.Png, 100);

    /// <summary>The picture as a JPEG file, on white.</summary>
    /// <param name="quality">JPEG quality, 1 to 100.</param>
    public byte[] ToJpeg(int quality) => Encode(SKEncodedImageFormat.Jpeg, quality);

    public void Dispose() => Bitmap.Dispose();

    private byte[] Encode(SKEncodedImageFormat format, int quality)
    {
        using var flat = new SKBitmap(new SKImageInfo(Bitmap.Width, Bitmap.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(flat))
        {
            canvas.Clear(SKColors.White);
            canvas.DrawBitmap(Bitmap, 0, 0);
        }

        using SKData data = flat.Encode(format, quality);
        return data.ToArray();
    }
}

/// <summary>What a picture shows. Places are pixels of the picture.</summary>
/// <param name="Lines">Text lines in the order in which a person would read them.</param>
/// <param name="Ignored">Texts that may be read or not: overprints, marks.</param>
/// <param name="Fields">
/// Contract field name to expected value. Names inside objects are joined by dots, items of a list by line feeds; booleans are true and
/// false; a field that the document leaves open is empty.
/// </param>
/// <param name="MrzLines">The machine readable zone, top to bottom; empty when there is none.</param>
/// <param name="Document">The document's four corners, beginning at its own top left; null when the picture is no document.</param>
/// <param name="Portrait">The main portrait's four corners; null when there is none.</param>
public sealed record SpecimenTruth(
    IReadOnlyList<TruthLine> Lines,
    IReadOnlyList<string> Ignored,
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlyList<string> MrzLines,
    Quad? Document,
    Quad? Portrait = null)
{
    /// <summary>The same truth with every place moved.</summary>
    internal SpecimenTruth Moved(Func<Quad, Quad> move) => this with
    {
        Lines = [.. Lines.Select(l => l with { Quad = move(l.Quad) })],
        Document = Document is { } document ? move(document) : null,
        Portrait = Portrait is { } portrait ? move(portrait) : null,
    };
}

/// <summary>One printed run of text.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Quad">Its place; the first edge runs in reading direction.</param>
/// <param name="Value">Name of the template value that it shows; null for labels and running text.</param>
public sealed record TruthLine(string Text, Quad Quad, string? Value = null);
