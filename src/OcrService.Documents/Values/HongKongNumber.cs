namespace OcrService.Documents.Values;

/// <summary>
/// Number of a Hong Kong identity card, <c>A123456(3)</c>: one or two letters, six digits, and in brackets a check character. Letters
/// count A = 10 to Z = 35, the missing first one 36, with weights 9 to 2; the check makes the sum with it a multiple of 11.
/// </summary>
public static class HongKongNumber
{
    private static readonly PrintedNumber Printed = new("[A-Z]######([0-9A])", "[A-Z][A-Z]######([0-9A])");

    /// <summary>The number with its brackets, repaired by its check character; null when there is none.</summary>
    public static string? Parse(string text) => Printed.Checked(text, IsValid);

    /// <summary>Whether the check character is right.</summary>
    public static bool IsValid(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length is 10 or 11 && number[^3] == '(' && number[^1] == ')' && Check(number[..^3]) == number[^2];
    }

    /// <summary>The check character of one or two letters and six digits; null when the text is something else.</summary>
    public static char? Check(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        string padded = body.PadLeft(8);
        if (padded.Length != 8 || !char.IsAsciiLetterUpper(padded[1]) || (padded[0] != ' ' && !char.IsAsciiLetterUpper(padded[0]))
            || padded.AsSpan(2).IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return null;
        }

        int sum = padded.Select((c, i) => (9 - i) * (c == ' ' ? 36 : CheckDigits.Icao9303Value(c))).Sum();
        int check = (11 - (sum % 11)) % 11;
        return check == 10 ? 'A' : (char)('0' + check);
    }
}
