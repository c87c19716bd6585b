using OcrService.Documents.Pages;
using OcrService.Native;

namespace OcrService.Recognition;

/// <summary>A picture with bars where a page has lines: enough to run every network once.</summary>
internal static class WarmUpPage
{
    /// <summary>A row of bars.</summary>
    public static readonly Quad Row = Quad.FromBox(40, 24, 600, 48);

    private const uint White = 0xFFFFFFFF, Black = 0x000000FF;

    public static PixelImage Draw()
    {
        PixelImage page = PixelImage.Create(640, 480);
        for (int y = 0; y < page.Height; y++)
        {
            Span<uint> row = page.WritableRow(y);
            row.Fill(White);
            if (y / 24 % 3 != 1)
                continue;
            for (int x = 40; x < 600; x++)
            {
                if (x % 16 is > 4 and < 12 && (x / 16 + y / 6) % 3 != 0)
                    row[x] = Black;
            }
        }

        return page;
    }
}
