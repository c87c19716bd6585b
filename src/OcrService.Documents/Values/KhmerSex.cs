namespace OcrService.Documents.Values;

/// <summary>Sex as the Cambodian identity card prints it: <c>ប្រុស</c> male, <c>ស្រី</c> female.</summary>
public static class KhmerSex
{
    public const string Male = "ប្រុស";
    public const string Female = "ស្រី";

    /// <summary>The word; null when there is none, or one that is like neither enough.</summary>
    public static string? Parse(string text)
    {
        IReadOnlyList<string> lines = KhmerLabels.Of(KhmerLabels.Sex, text);
        string[] found = [.. lines.SelectMany(Reading.Words).Select(Word).OfType<string>().Distinct()];
        return found.Length == 1 ? found[0] : null;
    }

    /// <summary>The word for <c>M</c> or <c>F</c>; null for anything else.</summary>
    public static string? OfLetter(string? letter) => letter switch { "M" => Male, "F" => Female, _ => null };

    /// <summary><c>M</c> or <c>F</c> for a word; null for anything else.</summary>
    public static string? Letter(string? value) => value switch { Male => "M", Female => "F", _ => null };

    public static bool IsValid(string value) => Letter(value) is not null;

    private static string? Word(string word)
    {
        string letters = KhmerText.Words(word);
        if (letters.Length == 0)
        {
            return OfLetter(word.Trim('.', ':', '/', '-'));
        }

        int male = FuzzyText.Distance(letters, Male);
        int female = FuzzyText.Distance(letters, Female);
        int nearer = Math.Min(male, female);
        return nearer > 2 || Math.Abs(male - female) < 2 || (nearer == 2 && letters.Length < 3) ? null : male < female ? Male : Female;
    }
}
