namespace OcrService.Documents.Values;

/// <summary>
/// Identity number of Taiwan: a letter and nine digits. The letter counts as two digits; with them the weights are 1, 9 to 1 and 1,
/// and the sum is a multiple of 10.
/// </summary>
public static class TaiwanNumber
{
    // Values from 10 on by place in this order.
    private const string LetterOrder = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

    private static readonly PrintedNumber Printed = new("[A-Z]#########");

    /// <summary>The number, repaired by its check digit; null when there is none.</summary>
    public static string? Parse(string text) => Printed.Checked(text, IsValid);

    /// <summary>Whether the check digit is right.</summary>
    public static bool IsValid(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length == 10 && Check(number[..9]) == number[9];
    }

    /// <summary>The check digit of a letter and eight digits; null when the text is something else.</summary>
    public static char? Check(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        int letter = body.Length == 9 ? LetterOrder.IndexOf(body[0], StringComparison.Ordinal) + 10 : 9;
        if (letter < 10 || body.AsSpan(1).IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return null;
        }

        int sum = (letter / 10) + (9 * (letter % 10)) + body.Skip(1).Select((c, i) => (c - '0') * (8 - i)).Sum();
        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
