using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>
/// Address of a Thai card on one line, <c>99/9 หมู่ที่ 9 ต.ตัวอย่าง อ.เมือง จ.นนทบุรี</c>: gaps stand only around numbers and before the
/// abbreviations of street, commune, district and province.
/// </summary>
public static partial class ThaiAddress
{
    private static readonly string[] AddressLabels = ["ที่อยู่"];

    /// <summary>The address, its lines joined and its province corrected; null when there is none.</summary>
    public static string? Parse(string text)
    {
        string[] lines = [.. Reading.Lines(text).Select(l => Labels.After(ThaiText.Normalize(l), AddressLabels)).Where(l => l.Length > 0)];
        string address = NativeDigits.ToArabic(ThaiText.Normalize(string.Join(' ', lines)));
        address = LettersAmongDigits().Replace(address, m => string.Concat(m.Value.Select(Lookalikes.LetterToDigit)));
        address = Village().Replace(address, " หมู่ที่ ");
        address = Abbreviation().Replace(address, m => $" {m.Groups[1].Value}.");
        address = LoneAbbreviation().Replace(address, " $1.");
        address = CapitalWords().Replace(address, " $1");
        string[] words = Reading.Words(address);
        // What is left of the label that was misread stands before the house number.
        if (words is [{ Length: <= 6 } first, { } second, ..] && char.IsAsciiDigit(second[0]) && !first.Any(char.IsAsciiDigit) && !first.Contains('.', StringComparison.Ordinal))
        {
            words = words[1..];
        }

        address = HeightScale().Replace(RowBelow().Replace(string.Join(' ', words), ""), "");
        return ThaiText.Letters(address).Length < 6 ? null : WithProvince(address);
    }

    /// <summary>The province at the end in its right spelling; what stands behind it belongs to another field.</summary>
    private static string WithProvince(string address)
    {
        int capital = address.LastIndexOf(" กรุง", StringComparison.Ordinal);
        if (capital >= 0 && FuzzyText.Distance(Reading.Compact(address[capital..]), ThaiProvinces.Capital) <= 4)
        {
            return $"{address[..capital]} {ThaiProvinces.Capital}";
        }

        Match last = Province().Match(address);
        if (!last.Success)
        {
            return address;
        }

        string[] words = Reading.Words(last.Groups["name"].Value);
        for (int count = 1; count <= Math.Min(3, words.Length); count++)
        {
            if (ThaiProvinces.Nearest(string.Concat(words[..count])) is { } province)
                return WithChiefDistrict(address[..last.Index], province) + last.Groups["word"].Value + province;
        }

        return address;
    }

    /// <summary>The chief district of most provinces bears the province's name.</summary>
    private static string WithChiefDistrict(string address, string province) => ChiefDistrict().Replace(
        address, m => FuzzyText.Distance(m.Groups["name"].Value, province) <= Vocabulary.Tolerance(province.Length) ? m.Groups["word"].Value + province : m.Value);

    [GeneratedRegex(@"(?<word>อ\.เมือง)(?<name>\S+)(?=\s*$)")]
    private static partial Regex ChiefDistrict();

    // A number holds digits, a slash or a hyphen; a letter among them was a digit.
    [GeneratedRegex("(?<=[0-9/])[OoIlSBZ](?=[0-9/ ]|$)|(?<![A-Za-z])[OoIlSBZ](?=[0-9/])")]
    private static partial Regex LettersAmongDigits();

    // The word for village with lost marks, a gap in it, or its last letters run into the number.
    [GeneratedRegex(@"\s*หม[ู่ํั๋้]{0,2}\s?ที[่้]?\s*(?=[0-9])")]
    private static partial Regex Village();

    [GeneratedRegex(@"(?<![.])\s*(?<![\u0E40-\u0E44])(จ|อ|ต|ซ|ถ)\s?[.,]\s*(?=[\u0E01-\u0E46])")]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"(?<=\s)(จ|อ|ต)\s+(?=[\u0E01-\u0E46])")]
    private static partial Regex LoneAbbreviation();

    [GeneratedRegex(@"(?<=[\u0E01-\u0E4E])(?<!แขวง)(เขต(?=[\u0E01-\u0E46]{2,}\s*กรุง)|แขวง|กรุงเทพ)")]
    private static partial Regex CapitalWords();

    [GeneratedRegex(@"(?<word>จ\.|จังหวัด)\s?(?<name>[^.]+)$", RegexOptions.RightToLeft)]
    private static partial Regex Province();

    // Figures of the scale beside the portrait; behind a commune or a district stands no number, and before the village a single one.
    [GeneratedRegex(@"^(?:[0-9]{1,3}\s)+(?=[0-9/]+\sหมู่ที่\s)|(?<=(?:^|\s)[ตอ]\.[^\s0-9.]+)(?:\s[0-9]{1,3})+(?=\s|$)")]
    private static partial Regex HeightScale();

    // The row of dates below, and what follows it.
    [GeneratedRegex(@"\s+(?:[0-9]{1,2}\s?)?(?:[\u0E01-\u0E4E]{1,3}\s?[.,]\s?[\u0E01-\u0E2E]\s?[.,]|[\u0E01-\u0E2E][.,])\s?(?:$|2[0-9]{3}|ต[\u0E30-\u0E4E]?ล[\u0E30-\u0E4E]?อดช).*$")]
    private static partial Regex RowBelow();
}
