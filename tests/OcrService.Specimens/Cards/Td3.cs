namespace OcrService.Specimens.Cards;

/// <summary>
/// Writes the two lines of a TD3 zone (ICAO Doc 9303-4). Written apart from the service's own MRZ code, so that a mistake in one
/// does not hide in the other.
/// </summary>
internal static class Td3
{
    public static IReadOnlyList<string> Compose(string code, string state, string surname, string given, string number, string nationality,
        DateOnly birth, string sex, DateOnly expiry, string optional)
    {
        string names = Pad(state, 3) + surname.Replace(' ', '<') + "<<" + given.Replace(' ', '<');
        string numbered = Checked(Pad(number, 9));
        string born = Checked(birth.ToString("yyMMdd"));
        string ends = Checked(expiry.ToString("yyMMdd"));
        string option = Pad(optional, 14);
        option += optional.Length == 0 ? "<" : CheckDigit(option);
        return
        [
            Pad(Pad(code, 2) + names, 44),
            numbered + Pad(nationality, 3) + born + (sex is "M" or "F" ? sex : "<") + ends + option + CheckDigit(numbered + born + ends + option),
        ];
    }

    /// <summary>Weights 7, 3, 1 from the left; digits as they are, letters from 10, the filler 0; modulo 10.</summary>
    public static char CheckDigit(string text)
    {
        int sum = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int value = text[i] switch
            {
                '<' => 0,
                >= '0' and <= '9' => text[i] - '0',
                >= 'A' and <= 'Z' => text[i] - 'A' + 10,
                _ => throw new ArgumentException($"'{text[i]}' is no letter of a machine readable zone.", nameof(text)),
            };
            sum += value * (i % 3) switch { 0 => 7, 1 => 3, _ => 1 };
        }

        return (char)('0' + (sum % 10));
    }

    /// <summary>The Chinese optional field: the first three characters of the name, then A9.</summary>
    public static string GbkNibbles(string name) => Pad(GbkCode.Letters(name, 3), 12) + "A9";

    /// <summary>A field with its check digit behind it.</summary>
    public static string Checked(string field) => field + CheckDigit(field);

    /// <summary>Filled up or cut to a length.</summary>
    public static string Pad(string text, int length) => text.Length > length ? text[..length] : text.PadRight(length, '<');
}
