using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>Number of a Cambodian identity card: nine digits, behind them sometimes a counter in brackets, <c>999000001(01)</c>.</summary>
public static partial class CambodianNumber
{
    private const string Brackets = "()[]{}（）";

    private static readonly PrintedNumber Plain = new("#########");
    private static readonly PrintedNumber Counted = new("#########(##)");

    /// <summary>The number with its counter if it has one; null when there is none.</summary>
    public static string? Parse(string text)
    {
        string arabic = KhmerDigits.ToArabic(text);
        // Digits behind the number are a counter only with a bracket.
        string? counted = arabic.Any(Brackets.Contains) ? Counted.Best(arabic) : null;
        return Plain.Best(arabic) is { } plain && counted?.StartsWith(plain, StringComparison.Ordinal) != true ? plain : counted;
    }

    /// <summary>The nine digits, which are what the machine readable zone holds.</summary>
    public static string Body(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number[..Math.Min(9, number.Length)];
    }

    public static bool IsValid(string number) => Form().IsMatch(number);

    [GeneratedRegex(@"^[0-9]{9}(?:\([0-9]{2}\))?\z")]
    private static partial Regex Form();
}
