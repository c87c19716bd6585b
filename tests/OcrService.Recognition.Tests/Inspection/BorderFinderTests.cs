using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Inspection;

namespace OcrService.Recognition.Tests.Inspection;

public sealed class BorderFinderTests
{
    private static readonly Quad Card = new(new(150, 180), new(760, 120), new(800, 500), new(190, 560));

    [Fact]
    public void The_border_is_found_near_a_frame()
    {
        using PixelImage image = Picture();
        Quad rough = new(new(160, 172), new(752, 128), new(808, 494), new(182, 552));
        ErrorOf(BorderFinder.Find(image, rough)).ShouldBeLessThan(1.5f);
    }

    [Fact]
    public void The_border_is_found_around_a_guess()
    {
        using PixelImage image = Picture();
        // A seventh smaller, and moved towards a corner, as when little of a side is printed.
        Quad guess = new(new(180, 190), new(700, 140), new(735, 465), new(215, 515));
        ErrorOf(BorderFinder.Find(image, guess, isVague: true)).ShouldBeLessThan(1.5f);
    }

    [Fact]
    public void A_side_out_of_reach_is_looked_for_farther_out()
    {
        using PixelImage image = Picture();
        Quad rough = Card with { TopRight = new(690, 127), BottomRight = new(726, 507) };
        ErrorOf(BorderFinder.Find(image, rough)).ShouldBeLessThan(1.5f);
    }

    [Fact]
    public void Plain_ground_has_no_border()
    {
        using PixelImage image = Drawing.Ground(900, 700, 120);
        BorderFinder.Find(image, Card).ShouldBeNull();
        BorderFinder.Find(image, Card, isVague: true).ShouldBeNull();
    }

    private static PixelImage Picture()
    {
        PixelImage image = Drawing.Ground(900, 700, 90);
        Drawing.Fill(image, Card, 215);
        return image;
    }

    /// <summary>Farthest corner from where the card's is, in pixels.</summary>
    private static float ErrorOf(Quad? found)
    {
        Quad quad = found.ShouldNotBeNull();
        return new[]
        {
            quad.TopLeft - Card.TopLeft, quad.TopRight - Card.TopRight, quad.BottomRight - Card.BottomRight, quad.BottomLeft - Card.BottomLeft,
        }.Max(d => d.Length);
    }
}
