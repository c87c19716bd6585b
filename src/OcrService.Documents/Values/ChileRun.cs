namespace OcrService.Documents.Values;

/// <summary>
/// The RUN, the personal number of Chile: <c>12.345.678-5</c>. The check character weighs the digits from the right with 2 to 7
/// repeating; 11 less the sum modulo 11, where 11 is written 0 and 10 is written K.
/// </summary>
public static class ChileRun
{
    private static readonly PrintedNumber Printed = new("##.###.###-[0-9K]", "#.###.###-[0-9K]")
    {
        Misread = new Dictionary<char, string> { ['X'] = "K", ['x'] = "K", ['H'] = "K", ['R'] = "K" },
    };

    /// <summary>The number with dots and dash, repaired by its check character; null when there is none.</summary>
    public static string? Parse(string text) => Printed.Checked(text, IsValid);

    /// <summary>Whether the check character is right.</summary>
    public static bool IsValid(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length >= 3 && number[^2] == '-' && Check(number[..^2]) == number[^1];
    }

    /// <summary>The check character of a number with or without its dots; null when it holds anything else.</summary>
    public static char? Check(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        string digits = body.Replace(".", "", StringComparison.Ordinal);
        if (digits.Length == 0 || digits.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return null;
        }

        int sum = digits.Reverse().Select((c, i) => (c - '0') * (2 + (i % 6))).Sum();
        return (11 - (sum % 11)) switch { 11 => '0', 10 => 'K', var digit => (char)('0' + digit) };
    }

    /// <summary>The number as the machine readable zone carries it: <c>12345678&lt;5</c>.</summary>
    public static string ToZone(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Replace(".", "", StringComparison.Ordinal).Replace('-', '<');
    }
}
