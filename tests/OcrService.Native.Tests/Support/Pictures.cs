namespace OcrService.Native.Tests.Support;

/// <summary>Pictures to be written and read back.</summary>
internal static class Pictures
{
    /// <summary>Four quarters: red, green / blue, white.</summary>
    public static PixelImage Quarters(int width, int height)
    {
        PixelImage image = PixelImage.Create(width, height);
        for (int y = 0; y < height; y++)
        {
            Span<uint> row = image.WritableRow(y);
            for (int x = 0; x < width; x++)
            {
                row[x] = (x < width / 2, y < height / 2) switch
                {
                    (true, true) => 0xFF0000FF,
                    (false, true) => 0x00FF00FF,
                    (true, false) => 0x0000FFFF,
                    _ => 0xFFFFFFFF,
                };
            }
        }

        return image;
    }

    /// <summary>Noise that no compression makes small.</summary>
    public static PixelImage Noise(int width, int height, int seed = 1)
    {
        PixelImage image = PixelImage.Create(width, height);
        var random = new Random(seed);
        for (int y = 0; y < height; y++)
        {
            foreach (ref uint pixel in image.WritableRow(y)) pixel = (uint)random.NextInt64(1L << 32) | 0xFF;
        }

        return image;
    }

    public static void ShouldBeNear(this uint actual, uint expected, int tolerance)
    {
        for (int shift = 8; shift <= 24; shift += 8)
        {
            int difference = (int)((actual >> shift) & 0xFF) - (int)((expected >> shift) & 0xFF);
            Math.Abs(difference).ShouldBeLessThanOrEqualTo(tolerance, $"0x{actual:X8} against 0x{expected:X8}");
        }
    }
}
