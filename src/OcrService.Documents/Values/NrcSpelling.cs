namespace OcrService.Documents.Values;

/// <summary>The Latin spelling of the letters in township codes: one syllable for each.</summary>
internal static class NrcSpelling
{
    private static readonly Dictionary<char, string> Syllables = new()
    {
        ['က'] = "KA", ['ခ'] = "KHA", ['ဂ'] = "GA", ['ဃ'] = "GA", ['င'] = "NGA", ['စ'] = "SA", ['ဆ'] = "SA", ['ဇ'] = "ZA", ['ဈ'] = "ZA", ['ည'] = "NYA",
        ['ဏ'] = "NA", ['တ'] = "TA", ['ထ'] = "HTA", ['ဒ'] = "DA", ['ဓ'] = "DA", ['န'] = "NA", ['ပ'] = "PA", ['ဖ'] = "PHA", ['ဗ'] = "BA", ['ဘ'] = "BA",
        ['မ'] = "MA", ['ယ'] = "YA", ['ရ'] = "YA", ['လ'] = "LA", ['ဝ'] = "WA", ['သ'] = "THA", ['ဟ'] = "HA", ['အ'] = "AH", ['ဥ'] = "OU",
    };

    /// <summary>The letters of a code in Latin spelling.</summary>
    public static string Of(string burmese) => string.Concat(burmese.Select(c => Syllables.GetValueOrDefault(c, "")));

    /// <summary>A spelling in the variant that others are compared in: some write HSA for SA, RA for YA, AU for OU.</summary>
    public static string Plain(string latin) =>
        latin.Replace("HSA", "SA", StringComparison.Ordinal).Replace("RA", "YA", StringComparison.Ordinal).Replace("AU", "OU", StringComparison.Ordinal);
}
