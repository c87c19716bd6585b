using System.Globalization;
using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>Height on the Cambodian identity card: printed <c>១៦០ ស.ម</c>, on the wire <c>160 ស.ម</c>, in centimetres.</summary>
public static partial class CambodianHeight
{
    private const string Unit = "ស.ម";
    private const int Lowest = 50;
    private const int Highest = 220;

    /// <summary>The height with its unit; null when there is none.</summary>
    public static string? Parse(string text)
    {
        foreach (string line in KhmerLabels.Of(KhmerLabels.Height, text))
        {
            string arabic = KhmerDigits.ToArabic(KhmerDigits.Settle(line).Replace('o', '0').Replace('O', '0'));
            Match match = WithUnit().Match(arabic) is { Success: true } found ? found : Alone().Match(arabic);
            if (match.Success && Legal(match.Groups[1].Value.Replace(" ", "", StringComparison.Ordinal)) is { } height)
            {
                return $"{height} {Unit}";
            }
        }

        return null;
    }

    public static bool IsValid(string value) => Wire().Match(value) is { Success: true } match && Legal(match.Groups[1].Value) == match.Groups[1].Value;

    /// <summary>A height that somebody can have; of three digits the first is 1, for which readers take ៦ and ៩.</summary>
    private static string? Legal(string digits)
    {
        if (digits.Length == 3 && digits[0] is '6' or '9')
        {
            digits = $"1{digits[1..]}";
        }

        return int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) is >= Lowest and <= Highest ? digits : null;
    }

    [GeneratedRegex(@"(?<![0-9.])([0-9] ?[0-9] ?[0-9]|[0-9] ?[0-9])[ .,:]*ស[ .,:;'·-]*(?:ម|$)")]
    private static partial Regex WithUnit();

    [GeneratedRegex(@"^\D{0,3}([0-9]{2,3})(?![0-9./-])\D{0,6}$")]
    private static partial Regex Alone();

    [GeneratedRegex(@"^([0-9]{2,3}) ស\.ម\z")]
    private static partial Regex Wire();
}
