using OcrService.Documents.Pages;
using OcrService.Recognition.Detection;

namespace OcrService.Recognition.Tests.Detection;

public sealed class DbPostProcessorTests
{
    private const int Width = 200, Height = 120;

    [Fact]
    public void A_level_bar_becomes_a_level_box_grown_by_the_unclip_distance()
    {
        float[] map = Draw(new PagePoint(100, 60), 80, 12, 0, 0.9f);

        TextBox box = DbPostProcessor.Find(map, Width, Height, new DbOptions()).ShouldHaveSingleItem();

        // The bar is 80 x 12 between pixel centres; distance = 80 * 12 * 1.8 / (2 * 92) = 9.4.
        box.Score.ShouldBe(0.9f, 0.02f);
        box.Quad.Width.ShouldBe(80 + 18.8f, 2.5f);
        box.Quad.Height.ShouldBe(12 + 18.8f, 2.5f);
        box.Quad.Angle.ShouldBe(0, 0.5f);
        box.Quad.Center.X.ShouldBe(100, 1);
        box.Quad.Center.Y.ShouldBe(60, 1);
    }

    [Theory]
    [InlineData(-40)]
    [InlineData(-17)]
    [InlineData(5)]
    [InlineData(30)]
    [InlineData(44)]
    public void A_sloping_bar_keeps_its_angle(float angle)
    {
        float[] map = Draw(new PagePoint(100, 60), 90, 10, angle, 0.8f);

        TextBox box = DbPostProcessor.Find(map, Width, Height, new DbOptions()).ShouldHaveSingleItem();

        box.Quad.Angle.ShouldBe(angle, 2);
        box.Quad.Width.ShouldBeGreaterThan(box.Quad.Height * 2);
    }

    [Fact]
    public void A_standing_bar_is_taller_than_wide_and_its_first_edge_stays_level()
    {
        float[] map = Draw(new PagePoint(100, 60), 8, 90, 0, 0.8f);

        TextBox box = DbPostProcessor.Find(map, Width, Height, new DbOptions()).ShouldHaveSingleItem();

        box.Quad.Height.ShouldBeGreaterThan(box.Quad.Width * 2);
        box.Quad.TopRight.X.ShouldBeGreaterThan(box.Quad.TopLeft.X);
        box.Quad.TopRight.Y.ShouldBe(box.Quad.TopLeft.Y, 1);
    }

    [Fact]
    public void Touching_diagonally_is_one_region_and_a_gap_makes_two()
    {
        float[] map = new float[Width * Height];
        Fill(map, 20, 20, 40, 30, 0.9f);
        Fill(map, 41, 31, 60, 41, 0.9f);
        RegionRuns.Find(map, Width, Height, 0.3f).Count.ShouldBe(1);

        Fill(map, 100, 20, 120, 30, 0.9f);
        RegionRuns.Find(map, Width, Height, 0.3f).Count.ShouldBe(2);
    }

    [Fact]
    public void A_ring_is_one_region()
    {
        float[] map = new float[Width * Height];
        Fill(map, 20, 20, 80, 24, 0.9f);
        Fill(map, 20, 60, 80, 64, 0.9f);
        Fill(map, 20, 20, 24, 64, 0.9f);
        Fill(map, 76, 20, 80, 64, 0.9f);

        List<Run> runs = RegionRuns.Find(map, Width, Height, 0.3f).ShouldHaveSingleItem();

        runs.Sum(r => r.Right - r.Left + 1).ShouldBe(map.Count(v => v > 0.3f));
    }

    [Fact]
    public void Weak_regions_and_specks_are_no_text()
    {
        float[] map = new float[Width * Height];
        Fill(map, 20, 20, 80, 32, 0.35f);
        Fill(map, 120, 20, 121, 21, 0.95f);

        DbPostProcessor.Find(map, Width, Height, new DbOptions()).ShouldBeEmpty();
    }

    [Fact]
    public void An_empty_map_and_a_full_map_are_handled()
    {
        DbPostProcessor.Find(new float[Width * Height], Width, Height, new DbOptions()).ShouldBeEmpty();
        float[] full = new float[Width * Height];
        Array.Fill(full, 1f);
        DbPostProcessor.Find(full, Width, Height, new DbOptions()).Count.ShouldBe(1);
    }

    private static void Fill(float[] map, int left, int top, int right, int bottom, float value)
    {
        for (int y = top; y <= bottom; y++)
            Array.Fill(map, value, (y * Width) + left, right - left + 1);
    }

    private static float[] Draw(PagePoint center, float width, float height, float angle, float value)
    {
        float[] map = new float[Width * Height];
        (float sin, float cos) = MathF.SinCos(angle * MathF.PI / 180);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                float dx = x - center.X, dy = y - center.Y;
                float u = (dx * cos) + (dy * sin), v = (dy * cos) - (dx * sin);
                if (MathF.Abs(u) <= width / 2 && MathF.Abs(v) <= height / 2)
                    map[(y * Width) + x] = value;
            }
        }

        return map;
    }
}
