namespace OcrService.Documents.Values;

/// <summary>Arabic digits as readers take them, with the letters they look like. Digits of a neighbouring script are the last resort.</summary>
internal sealed class ArabicNumerals : INumerals
{
    public IEnumerable<(char Digit, float Cost)> At(string line, int at)
    {
        char c = line[at];
        return char.IsAsciiDigit(c) ? [(c, 0)]
            : BurmeseDigits.IsDigit(c) ? [(BurmeseDigits.ToArabic(c.ToString())[0], 0.35f)]
            : Lookalikes.DigitsMeant(c).Select((digit, rank) => (digit, 0.4f + (0.4f * rank)));
    }

    public float? Surplus(string line, int at) => null;
}
