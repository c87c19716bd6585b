namespace OcrService.Documents.Values;

/// <summary>
/// Khmer digits as readers take them. Among them readers put Arabic 0 for ០ and 9 for ១, take ៦ for ២ or ១ and ៨ for ៤, and put a
/// second stroke behind ២ and ៤. (Seen in readings of 210 rows of dates in five typefaces.)
/// </summary>
internal sealed class KhmerNumerals : INumerals
{
    public IEnumerable<(char Digit, float Cost)> At(string line, int at)
    {
        char c = line[at];
        return c switch
        {
            '៦' => [('6', 0), ('2', 1), ('1', 1.1f)],
            '៩' => [('9', 0), ('1', 1.1f), ('4', 1.2f)],
            '១' => [('1', 0), ('9', 1.2f), ('6', 1.2f)],
            '៨' => [('8', 0), ('4', 1)],
            '៣' => [('3', 0), ('5', 1)],
            '៥' => [('5', 0), ('3', 1)],
            '9' when line.Any(KhmerDigits.IsDigit) => [('1', 0.2f), ('9', 1.2f)],
            'o' or 'O' or '°' => [('0', 0.2f)],
            _ when KhmerDigits.IsDigit(c) => [((char)(c - '០' + '0'), 0)],
            _ when char.IsAsciiDigit(c) => [(c, 0)],
            _ => [],
        };
    }

    public float? Surplus(string line, int at)
    {
        (char c, char left, char right) = (line[at], at > 0 ? line[at - 1] : ' ', at + 1 < line.Length ? line[at + 1] : ' ');
        return c switch
        {
            '0' when left == '០' || right == '០' => 0.2f,
            '9' when left == '១' || right == '១' => 0.2f,
            '៦' when left == '២' => 0.7f,
            '៨' when left == '៤' => 0.7f,
            _ when KhmerText.IsMark(c) || c == KhmerText.Coeng => 0.5f,
            _ => null,
        };
    }
}
