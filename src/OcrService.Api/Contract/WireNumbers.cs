using OcrService.Documents.Pages;

namespace OcrService.Api.Contract;

/// <summary>Numbers as the contract shows them.</summary>
internal static class WireNumbers
{
    /// <summary>0 to 1 with at most four decimals.</summary>
    public static double Confidence(double confidence) => Math.Round(Math.Clamp(confidence, 0, 1), 4);

    /// <summary>Four corners [x, y] in whole pixels, none outside the picture: clients cut the block out with them.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Location(Quad quad, Page page)
    {
        return [Corner(quad.TopLeft), Corner(quad.TopRight), Corner(quad.BottomRight), Corner(quad.BottomLeft)];

        int[] Corner(PagePoint point) => [Whole(point.X, page.Width), Whole(point.Y, page.Height)];
    }

    private static int Whole(float value, int limit) => (int)Math.Clamp(MathF.Round(value), 0, limit);
}
