using OcrService.Documents.Pages;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Inspection;

/// <summary>A regular pattern that covers a card: the pixels of a screen, or the dots of a print.</summary>
/// <param name="Height">How far its strongest frequency stands out, as the logarithm of a power.</param>
/// <param name="Square">
/// How much higher the two strongest frequencies across and down the card are than any askew; negative when they are lower. The pixels of
/// a screen stand in rows and columns, and so does what a camera's own pixels make of them; the dots of most printing inks do not.
/// </param>
internal readonly record struct Lattice(float Height, float Square)
{
    /// <summary>Frequencies that are looked at.</summary>
    private const int Peaks = 12;

    /// <summary>A screen may be turned so far against the card it shows, in degrees; the nearest angle of a print's inks is 15.</summary>
    private const float Turn = 12.5f;

    public static Lattice Of(InspectedCard card)
    {
        List<SpectrumPeak> peaks = SpectrumPeak.Find(CardSpectrum.Of(card.Patches).Power, Peaks);
        float aspect = card.Card.Height / card.Card.Width;
        Homography toImage = Homography.FromRectangle(1, aspect, card.Card);
        PagePoint origin = toImage.Map(0.5f, aspect / 2);
        PagePoint across = toImage.Map(0.51f, aspect / 2) - origin, down = toImage.Map(0.5f, (aspect / 2) + 0.01f) - origin;
        float highestAcross = 0, highestDown = 0, highestAskew = 0;
        foreach (SpectrumPeak peak in peaks)
        {
            // A frequency in the picture, times how far the picture moves along the card, is one along the card.
            float x = MathF.Abs((peak.X * across.X) + (peak.Y * across.Y)), y = MathF.Abs((peak.X * down.X) + (peak.Y * down.Y));
            float angle = MathF.Atan2(y, x) * 180 / MathF.PI;
            if (angle <= Turn)
                highestAcross = MathF.Max(highestAcross, peak.Height);
            else if (angle >= 90 - Turn)
                highestDown = MathF.Max(highestDown, peak.Height);
            else
                highestAskew = MathF.Max(highestAskew, peak.Height);
        }

        return new Lattice(peaks.Count == 0 ? 0 : peaks[0].Height, MathF.Min(highestAcross, highestDown) - highestAskew);
    }
}
