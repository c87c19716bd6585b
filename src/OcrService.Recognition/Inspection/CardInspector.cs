using OcrService.Documents.Pages;
using OcrService.Native;

namespace OcrService.Recognition.Inspection;

/// <summary>Runs the checks that are asked for.</summary>
internal static class CardInspector
{
    public static CardInspection Inspect(PixelImage image, in Quad card, Quad? portrait, CardChecks checks)
    {
        InspectedCard inspected = new(image, card, portrait);
        int Score(CardChecks check, Func<InspectedCard, int> score) => checks.HasFlag(check) ? score(inspected) : 0;
        return new CardInspection(
            Copy: Score(CardChecks.Copy, CopyCheck.Score),
            Screen: Score(CardChecks.Screen, ScreenCheck.Score),
            BorderIncomplete: Score(CardChecks.BorderIncomplete, BorderCheck.Score),
            Blocked: Score(CardChecks.Blocked, BlockedCheck.Score),
            Blur: Score(CardChecks.Blur, BlurCheck.Score),
            Glare: Score(CardChecks.Glare, GlareCheck.Score),
            Tampered: Score(CardChecks.Tampered, TamperedCheck.Score),
            Reproduced: Score(CardChecks.Reproduced, ReproducedCheck.Score));
    }
}
