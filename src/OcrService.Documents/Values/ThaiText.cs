using System.Text;
using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>Thai script in one spelling: marks in their order, none without a letter under it, none doubled.</summary>
internal static partial class ThaiText
{
    private const char SaraAm = '\u0E33';
    private const char SaraAa = '\u0E32';
    private const char Nikhahit = '\u0E4D';

    public static bool IsThai(char c) => c is >= '\u0E01' and <= '\u0E4E';

    /// <summary>A sign above or below a letter.</summary>
    public static bool IsMark(char c) => c is '\u0E31' or (>= '\u0E34' and <= '\u0E3A') or (>= '\u0E47' and <= '\u0E4E');

    private static bool IsVowelMark(char c) => c is '\u0E31' or (>= '\u0E34' and <= '\u0E39') or '\u0E47';

    private static bool IsTone(char c) => c is >= '\u0E48' and <= '\u0E4C';

    /// <summary>Only the letters: marks above and below left out.</summary>
    public static string Letters(string text) => string.Concat(text.Where(c => IsThai(c) && !IsMark(c)));

    public static string Normalize(string text)
    {
        StringBuilder result = new();
        foreach (char c in text.Replace("เเ", "แ", StringComparison.Ordinal).Replace("\u200B", "", StringComparison.Ordinal))
        {
            Append(result, c);
        }

        return ImpossibleTone().Replace(EndOfWord().Replace(result.ToString(), "\u0E4C"), "\u0E49");
    }

    // A letter without a vowel at the end of a word, behind a syllable that is closed already, bears no tone: it is silent.
    [GeneratedRegex("(?<=[\u0E31-\u0E39][\u0E01-\u0E2E]{2,3})[\u0E48-\u0E4B](?![\u0E01-\u0E4E])")]
    private static partial Regex EndOfWord();

    // The fourth tone stands on letters of the middle class only; elsewhere it is the second, which looks alike.
    [GeneratedRegex("(?<=[^\u0E01\u0E08\u0E0E\u0E0F\u0E14\u0E15\u0E1A\u0E1B\u0E2D\u0E31-\u0E4E][\u0E31\u0E34-\u0E39]?)\u0E4B")]
    private static partial Regex ImpossibleTone();

    private static void Append(StringBuilder text, char c)
    {
        if (c is >= 'เ' and <= 'ไ' && text.Length > 0 && text[^1] == c)
        {
            // A vowel that stands before its letter was seen twice.
            return;
        }

        if (IsMark(c))
        {
            // A mark belongs to the letter before it; a gap between them was invented.
            while (text.Length > 0 && text[^1] == ' ') text.Length--;
            if (text.Length == 0 || text[^1] == c || !IsThai(text[^1]))
                return;
            if (IsVowelMark(c) && IsTone(text[^1]))
                text.Insert(text.Length - 1, c);
            else
                text.Append(c);
        }
        else if (c == SaraAa && text.Length > 0 && text[^1] == Nikhahit)
        {
            text[^1] = SaraAm;
        }
        else if (c == SaraAa && text.Length > 1 && IsTone(text[^1]) && text[^2] == Nikhahit)
        {
            text.Remove(text.Length - 2, 1).Append(SaraAm);
        }
        else
        {
            text.Append(c);
        }
    }
}
