using OcrService.Documents.Pages;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Inspection;

/// <summary>A regular pattern that covers a card: the pixels of a screen, or the dots of a print.</summary>
/// <param name="Height">How far its strongest frequency stands out, as the logarithm of a power.</param>
/// <param name="Upright">How much of it runs along the card's sides, 0 to 1: a screen's pixels do, the dots of most inks are set at angles.</param>
internal readonly record struct Lattice(float Height, float Upright)
{
    /// <summary>Frequencies that are looked at.</summary>
    private const int Peaks = 6;

    /// <summary>Frequencies that stand out less are chance.</summary>
    private const float Least = 2;

    /// <summary>A screen may be turned so far against the card it shows, in degrees; the nearest angle of a print's inks is 15.</summary>
    private const float Tolerance = 11;

    public static Lattice Of(InspectedCard card)
    {
        List<SpectrumPeak> peaks = SpectrumPeak.Find(CardSpectrum.Of(card.Patches).Power, Peaks);
        if (peaks.Count == 0)
            return default;
        Homography toImage = Homography.FromRectangle(1, card.Card.Height / card.Card.Width, card.Card);
        float middle = card.Card.Height / card.Card.Width / 2;
        PagePoint origin = toImage.Map(0.5f, middle);
        PagePoint across = (toImage.Map(0.51f, middle) - origin) * 100, down = (toImage.Map(0.5f, middle + 0.01f) - origin) * 100;
        float all = 0, upright = 0;
        foreach (SpectrumPeak peak in peaks)
        {
            float weight = MathF.Max(0, peak.Height - Least);
            // A frequency in the picture, times how far the picture moves along the card, is one along the card.
            float x = (peak.X * across.X) + (peak.Y * across.Y), y = (peak.X * down.X) + (peak.Y * down.Y);
            float angle = MathF.Atan2(MathF.Min(MathF.Abs(x), MathF.Abs(y)), MathF.Max(MathF.Abs(x), MathF.Abs(y))) * 180 / MathF.PI;
            all += weight;
            upright += angle <= Tolerance ? weight : 0;
        }

        return new Lattice(peaks[0].Height, all > 0 ? upright / all : 0);
    }
}
