namespace OcrService.Documents.Values;

/// <summary>Check digits of printed numbers, each named after its standard.</summary>
public static class CheckDigits
{
    /// <summary>Weight of the character at an index (from 0) in the 7-3-1 scheme of ICAO Doc 9303-3 section 4.9.</summary>
    public static int Icao9303Weight(int index) => (index % 3) switch { 0 => 7, 1 => 3, _ => 1 };

    /// <summary>Value of a machine readable character: digits as is, A-Z = 10-35, the filler 0; -1 for any other.</summary>
    public static int Icao9303Value(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'A' and <= 'Z' => c - 'A' + 10,
        '<' => 0,
        _ => -1,
    };

    /// <summary>The 7-3-1 check digit of ICAO Doc 9303-3 section 4.9; null when the text holds a character outside its alphabet.</summary>
    public static char? Icao9303(ReadOnlySpan<char> text)
    {
        int sum = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int value = Icao9303Value(text[i]);
            if (value < 0)
            {
                return null;
            }

            sum += value * Icao9303Weight(i);
        }

        return (char)('0' + (sum % 10));
    }
}
