namespace OcrService.Specimens.Documents;

/// <summary>Bodies of permit numbers that nobody holds: all zeros, 9999000x and 9999999x.</summary>
internal static class PermitNumbers
{
    public static string Body(Dice dice) => dice.Between(0, 4) switch
    {
        0 => "00000000",
        1 or 2 => "9999000" + dice.Digits(1),
        _ => "9999999" + dice.Digits(1),
    };
}
