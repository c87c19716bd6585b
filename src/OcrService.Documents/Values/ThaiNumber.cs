namespace OcrService.Documents.Values;

/// <summary>
/// Identification number of Thailand, printed <c>1 1234 56789 01 4</c>. The check digit is 11 less the sum of the first twelve
/// digits weighed 13 to 2 modulo 11, and of that the last digit.
/// </summary>
public static class ThaiNumber
{
    private static readonly PrintedNumber Printed = new("# #### ##### ## #");

    /// <summary>The number with its gaps, repaired by its check digit; null when there is none.</summary>
    public static string? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Printed.Checked(NativeDigits.ToArabic(text), IsValid);
    }

    /// <summary>Whether the check digit is right; gaps do not matter.</summary>
    public static bool IsValid(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        string digits = number.Replace(" ", "", StringComparison.Ordinal);
        return digits.Length == 13 && Check(digits[..12]) == digits[12];
    }

    /// <summary>The check digit of twelve digits; null when the text is something else.</summary>
    public static char? Check(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return body.Length == 12 && body.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0
            ? (char)('0' + ((11 - (body.Select((c, i) => (c - '0') * (13 - i)).Sum() % 11)) % 10))
            : null;
    }
}
