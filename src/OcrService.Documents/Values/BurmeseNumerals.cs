namespace OcrService.Documents.Values;

/// <summary>
/// Burmese digits as readers take them: letters of the same shape for them (wa ra ga), and ၈ for ၀ in bold faces. (Seen in readings
/// of dates and numbers in four typefaces.)
/// </summary>
internal sealed class BurmeseNumerals : INumerals
{
    public IEnumerable<(char Digit, float Cost)> At(string line, int at)
    {
        char c = line[at], right = at + 1 < line.Length ? line[at + 1] : ' ';
        if (BurmeseText.IsMark(right) || right == BurmeseText.Virama)
        {
            return [];
        }

        return c switch
        {
            '၈' => [('8', 0), ('0', 1)],
            '၀' => [('0', 0), ('8', 1.3f)],
            '၁' => [('1', 0), ('0', 1.2f)],
            'ဝ' or '၎' => [(Arabic(c), 0)],
            'ရ' => [('7', 0.05f)],
            'ဂ' => [('8', 0.2f), ('0', 1)],
            // What is left of a thin seven.
            'ု' when at == 0 || !BurmeseText.IsWordPart(line[at - 1]) => [('7', 0.6f)],
            'o' or 'O' => [('0', 0.3f)],
            _ when BurmeseDigits.IsDigit(c) => [((char)(c - '၀' + '0'), 0)],
            _ when char.IsAsciiDigit(c) => [(c, 0.3f)],
            _ => [],
        };
    }

    public float? Surplus(string line, int at) => null;

    private static char Arabic(char c) => (char)(BurmeseDigits.OfLookalike(c) - '၀' + '0');
}
