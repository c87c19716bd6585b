using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OcrService.Benchmarks.Readers;
using OcrService.Specimens.Drawing;
using SkiaSharp;

namespace OcrService.Benchmarks.Load;

/// <summary>A picture of a few lines that all bear one number, so that an answer tells whose it is.</summary>
/// <param name="Number">Six digits.</param>
/// <param name="Request">Body of a web-image call.</param>
internal sealed partial record NumberedPicture(string Number, byte[] Request)
{
    private const int Width = 900, Height = 620, Lines = 7;

    /// <summary>Draws the picture of a number below 900,000.</summary>
    public static NumberedPicture Draw(int index)
    {
        // Neighbours differ in more than one digit: a misread digit must not look like another's answer.
        string number = (100_000 + (int)(index * 611_953L % 900_000)).ToString(CultureInfo.InvariantCulture);
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(bitmap))
        using (var font = new SKFont(SpecimenFonts.Typeface("Liberation Sans"), 44))
        using (var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true })
        {
            canvas.Clear(SKColors.White);
            for (int line = 0; line < Lines; line++) canvas.DrawText($"Picture {number} row {line + 1} of {Lines}", 60, 90 + line * 78, SKTextAlign.Left, font, ink);
        }

        using SKData png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return new NumberedPicture(number, ServiceReader.TextRequest(png.ToArray(), detectDirection: false));
    }

    /// <summary>The numbers that stand in an answer.</summary>
    public static IReadOnlySet<string> NumbersIn(WireAnswer answer) =>
        ServiceReader.TextOf(JsonNode.Parse(answer.Body)!.AsObject()).Lines.SelectMany(l => SixDigits().Matches(l).Select(m => m.Value)).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)")]
    private static partial Regex SixDigits();
}
