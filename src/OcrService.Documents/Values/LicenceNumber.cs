using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>Numbers of Myanmar driving licences: class letter, number and year, in Burmese <c>က/၁၂၃၄၅/၁၈</c> and in Latin <c>A/12345/18</c>.</summary>
public static partial class LicenceNumber
{
    private static readonly (char Burmese, char Latin)[] Classes = [('က', 'A'), ('ခ', 'B'), ('ဂ', 'C'), ('ဃ', 'D'), ('င', 'E'), ('စ', 'F')];

    /// <summary>The number in Burmese; null when there is none.</summary>
    public static string? Burmese(string text)
    {
        foreach (string line in Reading.Lines(BurmeseText.Normalize(text)))
        {
            string compact = string.Concat(line.Where(c => !char.IsWhiteSpace(c)).Select(FuzzyText.ToAscii));
            foreach (Match match in BurmeseForm().Matches(compact))
            {
                return $"{match.Groups["class"].Value}/{Digits(match.Groups["number"].Value)}/{Digits(match.Groups["year"].Value)}";
            }
        }

        return null;

        static string Digits(string text) => BurmeseDigits.ToBurmese(BurmeseDigits.ToArabic(string.Concat(text.Select(BurmeseDigits.OfLookalike))));
    }

    /// <summary>The number in Latin; null when there is none.</summary>
    public static string? Latin(string text)
    {
        foreach (string line in Reading.Lines(text))
        {
            Match match = LatinForm().Match(string.Concat(line.Where(c => !char.IsWhiteSpace(c)).Select(FuzzyText.ToAscii)).ToUpperInvariant());
            if (match.Success)
            {
                char kind = match.Groups["class"].Value[0] is '8' ? 'B' : match.Groups["class"].Value[0];
                return $"{kind}/{Digits(match.Groups["number"].Value)}/{Digits(match.Groups["year"].Value)}";
            }
        }

        return null;

        static string Digits(string text) => string.Concat(text.Select(Lookalikes.LetterToDigit));
    }

    /// <summary>Both forms by each other; null when they contradict.</summary>
    public static (string Burmese, string Latin)? Reconcile(string burmese, string latin)
    {
        ArgumentNullException.ThrowIfNull(burmese);
        ArgumentNullException.ThrowIfNull(latin);
        if (burmese.Length == 0)
        {
            return Classes.FirstOrDefault(c => c.Latin == latin[0]).Burmese is not '\0' and var letter ? (BurmeseDigits.ToBurmese(letter + latin[1..]), latin) : null;
        }

        string? made = Classes.FirstOrDefault(c => c.Burmese == burmese[0]).Latin is not '\0' and var kind ? kind + BurmeseDigits.ToArabic(burmese[1..]) : null;
        return latin.Length == 0 ? made is null ? null : (burmese, made)
            : made == latin ? (burmese, latin)
            // A wrong letter of class: the digits agree, and Latin capitals are read better.
            : made is not null && made[1..] == latin[1..] && Classes.FirstOrDefault(c => c.Latin == latin[0]).Burmese is not '\0' and var right ? (right + burmese[1..], latin)
            : null;
    }

    [GeneratedRegex("(?<class>[က-အ])[/|1l၊](?<number>[၀-၉0-9ဝရဂ]{4,6})[/|1l၊](?<year>[၀-၉0-9ဝရဂ]{2,4})(?![၀-၉0-9])")]
    private static partial Regex BurmeseForm();

    [GeneratedRegex("(?<![A-Z])(?<class>[A-F8])[/|1Il](?<number>[0-9OISBZ]{4,6})[/|1Il](?<year>[0-9OISBZ]{2,4})(?![0-9])")]
    private static partial Regex LatinForm();
}
