using SkiaSharp;

namespace OcrService.Benchmarks.Samples;

/// <summary>Turns a picture file about its middle, on white, large enough that nothing is cut off.</summary>
internal static class TurnedPicture
{
    private const int LargestPng = 7_000_000;

    /// <summary>The picture turned clockwise, as PNG, or as JPEG where a PNG would not fit into a request.</summary>
    /// <param name="file">A picture that Skia decodes; its EXIF orientation is applied first.</param>
    /// <param name="degrees">Clockwise positive. 0 returns the file untouched.</param>
    public static byte[] Turn(byte[] file, float degrees)
    {
        if (degrees == 0) return file;
        using SKBitmap upright = DecodeUpright(file);
        SKMatrix turn = SKMatrix.CreateRotationDegrees(degrees);
        SKRect bounds = turn.MapRect(SKRect.Create(upright.Width, upright.Height));
        // Quarter turns must not gain a pixel from rounding of the cosine.
        int width = (int)MathF.Ceiling(bounds.Width - 0.01f), height = (int)MathF.Ceiling(bounds.Height - 0.01f);
        using var turned = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(turned))
        using (SKImage image = SKImage.FromBitmap(upright))
        {
            canvas.Clear(SKColors.White);
            canvas.Translate(-bounds.Left, -bounds.Top);
            canvas.RotateDegrees(degrees);
            SKSamplingOptions sampling = degrees % 90 == 0 ? new(SKFilterMode.Nearest) : new(SKCubicResampler.Mitchell);
            canvas.DrawImage(image, 0, 0, sampling);
        }

        using SKData png = turned.Encode(SKEncodedImageFormat.Png, 100);
        if (png.Size <= LargestPng) return png.ToArray();
        using SKData jpeg = turned.Encode(SKEncodedImageFormat.Jpeg, 95);
        return jpeg.ToArray();
    }

    private static SKBitmap DecodeUpright(byte[] file)
    {
        using SKData data = SKData.CreateCopy(file);
        using SKCodec codec = SKCodec.Create(data) ?? throw new InvalidDataException("The picture cannot be decoded for turning.");
        SKBitmap stored = SKBitmap.Decode(codec);
        SKMatrix? move = Upright(codec.EncodedOrigin, stored.Width, stored.Height);
        if (move is not { } matrix) return stored;
        SKRect bounds = matrix.MapRect(SKRect.Create(stored.Width, stored.Height));
        var upright = new SKBitmap(new SKImageInfo((int)MathF.Round(bounds.Width), (int)MathF.Round(bounds.Height), SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(upright);
        canvas.SetMatrix(matrix);
        canvas.DrawBitmap(stored, 0, 0);
        stored.Dispose();
        return upright;
    }

    private static SKMatrix? Upright(SKEncodedOrigin origin, int w, int h) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
        _ => null,
    };
}
