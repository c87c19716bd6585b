using OcrService.Specimens;
using SkiaSharp;

namespace OcrService.Benchmarks.Load;

/// <summary>Draws a square picture filled with text pages: the most that a picture of its size can ask of the service.</summary>
internal static class TextSheet
{
    private const int Columns = 4;

    /// <summary>The picture as JPEG.</summary>
    /// <param name="side">Its side in pixels.</param>
    public static byte[] Render(int side)
    {
        int cell = side / Columns;
        using var sheet = new SKBitmap(new SKImageInfo(side, side, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(sheet))
        {
            canvas.Clear(SKColors.White);
            for (int i = 0; i < Columns * Columns; i++)
            {
                using Specimen page = TextPage.Render(i + 1);
                float scale = Math.Min((float)cell / page.Bitmap.Width, (float)cell / page.Bitmap.Height);
                using SKImage image = SKImage.FromBitmap(page.Bitmap);
                SKRect place = SKRect.Create(i % Columns * cell, i / Columns * cell, page.Bitmap.Width * scale, page.Bitmap.Height * scale);
                canvas.DrawImage(image, place, new SKSamplingOptions(SKCubicResampler.Mitchell));
            }
        }

        using SKData jpeg = sheet.Encode(SKEncodedImageFormat.Jpeg, 80);
        return jpeg.ToArray();
    }
}
