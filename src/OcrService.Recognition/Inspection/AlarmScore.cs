namespace OcrService.Recognition.Inspection;

/// <summary>Turns evidence into the scores of the contract.</summary>
internal static class AlarmScore
{
    private const int Highest = 99;

    /// <summary>0 to 99: 50 at evidence 0, 94 at 1, 5 at -1.</summary>
    public static int Of(float evidence) => (int)MathF.Round(Highest / (1 + MathF.Exp(-3 * evidence)), MidpointRounding.ToZero);
}
