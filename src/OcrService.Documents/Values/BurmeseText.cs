using System.Text;

namespace OcrService.Documents.Values;

/// <summary>
/// Burmese text in one storage order: consonant, stacked consonant, medials ya ra wa ha, vowels e, i, u, aa, then anusvara, dot, asat,
/// visarga (Unicode Technical Note 11, with the dot before the asat as normalisation form C has it).
/// </summary>
public static class BurmeseText
{
    public const char Virama = '\u1039';
    public const char Asat = '\u103A';

    private const char Vowel = '\u1031';
    private const string ShortU = "\u102F", LongU = "\u1030";
    private const string Kinzi = "\u1004\u103A\u1039";

    /// <summary>
    /// The text in storage order, digits and the letters of their shape decided by their neighbours, a vowel that was written before
    /// its consonant put behind it, invisible characters dropped.
    /// </summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string plain = Logical(Decided(string.Concat(text.Where(c => c is not ('\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD')))));
        StringBuilder sorted = new(plain.Length);
        for (int i = 0; i < plain.Length;)
        {
            int letter = plain.AsSpan(i).StartsWith(Kinzi, StringComparison.Ordinal) && i + 3 < plain.Length && IsLetter(plain[i + 3]) ? i + 3 : i;
            int end = letter + 1;
            while (IsLetter(plain[letter]) && end < plain.Length && PartLength(plain, end) is > 0 and int length)
            {
                end += length;
            }

            sorted.Append(plain, i, letter - i);
            AppendCluster(sorted, plain[letter], plain[(letter + 1)..end]);
            i = end;
        }

        return sorted.ToString();
    }

    /// <summary>A consonant or an independent vowel.</summary>
    public static bool IsLetter(char c) => c is (>= '\u1000' and <= '\u1021') or (>= '\u1023' and <= '\u1027') or '\u1029' or '\u102A' or '\u103F';

    /// <summary>A medial, vowel or sign of a cluster, the virama not counted.</summary>
    public static bool IsMark(char c) => c is (>= '\u102B' and <= '\u1032') or (>= '\u1036' and <= '\u1038') or (>= Asat and <= '\u103E');

    /// <summary>A character that can stand in a Burmese word.</summary>
    public static bool IsWordPart(char c) => IsLetter(c) || IsMark(c) || c == Virama;

    /// <summary>The lines that hold Burmese, where a form has each row in Latin once more.</summary>
    internal static string Rows(string text) => string.Join('\n', Reading.Lines(text).Where(line => line.Any(c => IsWordPart(c) || BurmeseDigits.IsDigit(c))));

    /// <summary>Letters that have the shape of a digit as letters, everything else of a word unchanged.</summary>
    internal static string LettersOnly(string text) => string.Concat(text.Select(BurmeseDigits.ToLetter));

    private static int PartLength(string text, int at) => IsMark(text[at])
        ? 1
        : text[at] == Virama && at + 1 < text.Length && IsLetter(text[at + 1]) && text[at - 1] != Asat ? 2 : 0;

    private static void AppendCluster(StringBuilder text, char letter, string rest)
    {
        List<(int Weight, string Part)> parts = [];
        for (int i = 0; i < rest.Length; i++)
        {
            string part = rest[i] == Virama ? rest.Substring(i++, 2) : rest[i].ToString();
            // A killed consonant with medial ya behind it, as in the word for man.
            bool killed = part[0] == Asat && i + 1 < rest.Length && rest[i + 1] == '\u103B';
            if (parts.TrueForAll(p => p.Part != part))
                parts.Add((killed ? 0 : Weight(part[0]), part));
        }

        // No letter has both vowels u; the short one is what was seen of the long one's first stroke.
        if (parts.Exists(p => p.Part == LongU))
            parts.RemoveAll(p => p.Part == ShortU);
        string marks = string.Concat(parts.OrderBy(p => p.Weight).Select(p => p.Part));
        // The killed consonant that keeps a vowel below, as in the word for I.
        marks = marks == "\u102F\u103A" ? "\u103A\u102F" : marks;
        text.Append(LetterBefore(letter, marks, out string left)).Append(left);
    }

    /// <summary>The vowel u and the letter nya differ by what follows them only, and u with the vowel ii is one letter.</summary>
    private static char LetterBefore(char letter, string marks, out string left)
    {
        left = marks;
        if (letter is not ('\u1025' or '\u1009'))
        {
            return letter;
        }

        if (marks.StartsWith('\u102E'))
        {
            left = marks[1..];
            return '\u1026';
        }

        return marks.Length > 0 && (marks[0] is '\u102C' or Virama || marks.Contains(Asat)) ? '\u1009' : '\u1025';
    }

    private static int Weight(char part) => part switch
    {
        Virama => 1,
        '\u103B' => 2,
        '\u103C' => 3,
        '\u103D' => 4,
        '\u103E' => 5,
        Vowel => 6,
        '\u102D' or '\u102E' or '\u1032' => 7,
        '\u102F' or '\u1030' => 8,
        '\u102B' or '\u102C' => 9,
        '\u1036' => 10,
        '\u1037' => 11,
        Asat => 12,
        _ => 13,
    };

    /// <summary>The vowel e is drawn before its consonant and stored behind it; where nothing is before it, it belongs to the next one.</summary>
    private static string Logical(string text)
    {
        StringBuilder logical = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            bool follows = i > 0 && (IsLetter(text[i - 1]) || text[i - 1] is >= '\u103B' and <= '\u103E');
            if (text[i] != Vowel || follows || i + 1 >= text.Length || !IsLetter(text[i + 1]))
            {
                logical.Append(text[i]);
                continue;
            }

            int end = i + 2;
            while (end < text.Length && (text[end] is >= '\u103B' and <= '\u103E' || text[end] == Virama || text[end - 1] == Virama))
            {
                end++;
            }

            logical.Append(text, i + 1, end - i - 1).Append(Vowel);
            i = end - 1;
        }

        return logical.ToString();
    }

    private static string Decided(string text)
    {
        char[] decided = text.ToCharArray();
        for (int i = 0; i < decided.Length; i++)
        {
            char left = i > 0 ? decided[i - 1] : ' ', right = i + 1 < decided.Length ? decided[i + 1] : ' ';
            bool marked = IsMark(right) || right == Virama;
            bool inDigits = !marked && ((IsDigit(left) && !IsWordPart(right)) || (IsDigit(left) && IsDigit(right)) || (IsDigit(right) && !IsWordPart(left)));
            if (inDigits)
                decided[i] = BurmeseDigits.OfLookalike(decided[i]);
            else if (marked)
                decided[i] = BurmeseDigits.ToLetter(decided[i]);
            else if (decided[i] == '၀' && !IsDigit(left) && !IsDigit(right) && (IsWordPart(left) || IsLetter(right)))
                decided[i] = 'ဝ';
        }

        return new string(decided);
    }

    private static bool IsDigit(char c) => BurmeseDigits.IsDigit(c) || char.IsAsciiDigit(c);
}
