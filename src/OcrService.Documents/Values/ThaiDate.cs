using System.Globalization;
using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>A date in both lines of a Thai card.</summary>
/// <param name="Thai">Of the Buddhist era, <c>5 ก.พ. 2533</c>; null when neither line was readable.</param>
/// <param name="English"><c>5 Feb. 1990</c>; null when neither line was readable.</param>
/// <param name="Agree">Whether both lines were read and say the same.</param>
public sealed record ThaiDatePair(string? Thai, string? English, bool Agree);

/// <summary>
/// Dates of Thai cards: a Thai line with the year of the Buddhist era, which is 543 ahead, and an English line. Months of the Thai
/// line differ by tiny marks, so the two lines correct each other.
/// </summary>
public static partial class ThaiDate
{
    /// <summary>What the Thai line of a card without end says.</summary>
    public const string ThaiLifelong = "ตลอดชีพ";

    /// <summary>What the English line of a card without end says.</summary>
    public const string EnglishLifelong = "LIFELONG";

    private const int EraOffset = 543;
    private const float NoMonth = 1.5f;

    private static readonly string[] ThaiMonths =
        ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."];

    private static readonly string[] EnglishMonths = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "Jun.", "Jul.", "Aug.", "Sep.", "Oct.", "Nov.", "Dec."];

    private static readonly string[] SimilarLetters = ["คดต", "กภถ", "นม", "ผฝพฟ", "สล", "ธร", "ยบป"];

    /// <summary>The date of the Thai line as printed, dots and gaps restored; null when there is none.</summary>
    public static string? Thai(string text) => IsThaiLifelong(text) ? ThaiLifelong : ReadThai(text) is { } date && date.Single is { } month ? date.InThai(month) : null;

    /// <summary>The date of the English line as printed, dots and gaps restored; null when there is none.</summary>
    public static string? English(string text) =>
        IsEnglishLifelong(text) ? EnglishLifelong : ReadEnglish(text) is { } date && date.Single is { } month ? date.InEnglish(month) : null;

    /// <summary>
    /// Both lines by each other: the month that fits both best, and one line from the other where it cannot be read. Lines that
    /// contradict each other are each given back as read, unless only one of the two dates is plausible.
    /// </summary>
    /// <param name="thaiText">What was read of the Thai line; may be empty.</param>
    /// <param name="englishText">What was read of the English line; may be empty.</param>
    /// <param name="isPlausible">What is known of the date; null when nothing is.</param>
    public static ThaiDatePair Reconcile(string thaiText, string englishText, Func<DateOnly, bool>? isPlausible = null)
    {
        if (IsThaiLifelong(thaiText) || IsEnglishLifelong(englishText))
        {
            return new ThaiDatePair(ThaiLifelong, EnglishLifelong, IsThaiLifelong(thaiText) && IsEnglishLifelong(englishText));
        }

        LooseDate? thai = ReadThai(thaiText), english = ReadEnglish(englishText);
        if (thai is null || english is null)
        {
            return (thai ?? english) is { Single: { } month } only ? only.Both(month, agree: false) : new ThaiDatePair(null, null, false);
        }

        int shared = Enumerable.Range(0, 12).MinBy(m => thai.Months[m] + english.Months[m]);
        if (thai.Day == english.Day && thai.Year == english.Year && thai.Months[shared] < NoMonth && english.Months[shared] < NoMonth)
        {
            return thai.Both(shared, agree: true);
        }

        return Judge(thai, english, isPlausible);
    }

    /// <summary>The date behind a value of either line; null when it is none, or without end.</summary>
    public static DateOnly? Read(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        string[] parts = value.Split(' ');
        if (parts.Length != 3 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int day)
            || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out int year))
        {
            return null;
        }

        int thai = Array.IndexOf(ThaiMonths, parts[1]), english = Array.IndexOf(EnglishMonths, parts[1]);
        return thai >= 0 ? Legal(year - EraOffset, thai, day) : english >= 0 ? Legal(year, english, day) : null;
    }

    /// <summary>Whether a value of either line says that the card has no end.</summary>
    public static bool IsLifelong(string value) => value is ThaiLifelong or EnglishLifelong;

    /// <summary>Two readable lines that contradict each other.</summary>
    private static ThaiDatePair Judge(LooseDate thai, LooseDate english, Func<DateOnly, bool>? isPlausible)
    {
        bool thaiFits = Fits(thai), englishFits = Fits(english);
        // Digits that had to be guessed from letters are the weaker ones.
        LooseDate? better = thaiFits != englishFits ? (thaiFits ? thai : english)
            : thai.Guesses != english.Guesses ? (thai.Guesses < english.Guesses ? thai : english)
            : null;
        return better is { Single: { } month }
            ? better.Both(month, agree: false)
            : new ThaiDatePair(thai.Single is { } t ? thai.InThai(t) : null, english.Single is { } e ? english.InEnglish(e) : null, false);

        bool Fits(LooseDate date) => date.Single is { } m && Legal(date.Year, m, date.Day) is { } day && (isPlausible?.Invoke(day) ?? true);
    }

    private static bool IsThaiLifelong(string text) => FuzzyText.Find(ThaiText.Normalize(Reading.Compact(text)), ThaiLifelong).Distance <= 2;

    private static bool IsEnglishLifelong(string text) => FuzzyText.Find(Reading.Compact(text).ToUpperInvariant(), EnglishLifelong).Distance <= 2;

    private static LooseDate? ReadThai(string text)
    {
        string line = ThaiText.Normalize(NativeDigits.ToArabic(Reading.Whole(text)));
        return Cheapest(line, ThaiPattern(), ThaiCost, EraOffset);
    }

    private static LooseDate? ReadEnglish(string text) => Cheapest(Reading.Whole(text), EnglishPattern(), EnglishCost, 0);

    /// <summary>The date with the fewest things wrong, whatever place in the line and however many digits of the day it begins with.</summary>
    private static LooseDate? Cheapest(string line, Regex pattern, Func<string, int, float> costOfMonth, int offset)
    {
        (LooseDate? best, float least) = (null, float.MaxValue);
        for (int start = 0; start < line.Length; start++)
        {
            foreach (int length in (int[])[1, 2, 3])
            {
                // A day of three characters is one of two digits with a gap between them.
                if (start + length >= line.Length || line.Substring(start, length) is var day && !IsNumber(day, Math.Min(length, 2))
                    || pattern.Match(line, start + length) is not { Success: true } match)
                {
                    continue;
                }

                float[] months = [.. Enumerable.Range(0, 12).Select(m => costOfMonth(match.Groups["m"].Value, m))];
                int guesses = (day + match.Groups["y"].Value).Count(c => c != ' ' && !char.IsAsciiDigit(c));
                LooseDate date = new(Number(day), months, Number(match.Groups["y"].Value) - offset, guesses);
                float cost = months.Min() + (0.3f * guesses) + (start == 0 ? 0 : GluedTo(line[start - 1]));
                if (date.Day is >= 1 and <= 31 && date.Year is >= 1850 and < 2150 && months.Min() < NoMonth && cost < least)
                    (best, least) = (date, cost);
            }
        }

        return best;
    }

    private static bool IsNumber(string read, int digits)
    {
        string compact = Reading.Compact(read);
        return compact.Length == digits && compact.All(c => char.IsAsciiDigit(Lookalikes.LetterToDigit(c)));
    }

    /// <summary>A character right before the day may be a digit of it.</summary>
    private static float GluedTo(char before) => char.IsAsciiDigit(before) ? 3 : Lookalikes.DigitsMeant(before).Length > 0 ? 0.5f : char.IsAsciiLetter(before) ? 0.1f : 0;

    private static int Number(string read) =>
        int.Parse(string.Concat(read.Where(c => c != ' ').Select(Lookalikes.LetterToDigit)), NumberStyles.None, CultureInfo.InvariantCulture);

    private static DateOnly? Legal(int year, int month, int day) =>
        year is >= 1850 and < 2150 && day >= 1 && day <= DateTime.DaysInMonth(year, month + 1) ? new DateOnly(year, month + 1, day) : null;

    /// <summary>What would have to be wrong in a Thai month: a lost mark or a similar letter counts half.</summary>
    private static float ThaiCost(string read, int month)
    {
        string letters = string.Concat(read.Where(ThaiText.IsThai));
        string wanted = ThaiMonths[month].Replace(".", "", StringComparison.Ordinal);
        float[] row = [.. Enumerable.Range(0, wanted.Length + 1).Select(j => wanted[..j].Sum(Weight))];
        foreach (char c in letters)
        {
            float diagonal = row[0];
            row[0] += Weight(c);
            for (int j = 1; j <= wanted.Length; j++)
            {
                float above = row[j];
                row[j] = MathF.Min(diagonal + Difference(c, wanted[j - 1]), MathF.Min(above + Weight(c), row[j - 1] + Weight(wanted[j - 1])));
                diagonal = above;
            }
        }

        return row[^1];
    }

    private static float Weight(char c) => ThaiText.IsMark(c) ? 0.5f : 1;

    private static float Difference(char a, char b) =>
        a == b ? 0 : (ThaiText.IsMark(a) && ThaiText.IsMark(b)) || SimilarLetters.Any(s => s.Contains(a) && s.Contains(b)) ? 0.5f : 1;

    private static float EnglishCost(string read, int month)
    {
        string letters = string.Concat(read.Where(char.IsAsciiLetterOrDigit).Select(c => char.IsAsciiDigit(c) ? Lookalikes.DigitToLetter(c) : c)).ToUpperInvariant();
        string name = EnglishMonths[month].TrimEnd('.').ToUpperInvariant();
        return FuzzyText.Distance(letters.Length > 3 && letters.StartsWith(name, StringComparison.Ordinal) ? name : letters, name);
    }

    /// <summary>A date whose month is not decided yet.</summary>
    /// <param name="Day">1 to 31.</param>
    /// <param name="Months">For each month what would have to be wrong in the reading.</param>
    /// <param name="Year">Of the common era.</param>
    /// <param name="Guesses">Digits that were read as letters.</param>
    private sealed record LooseDate(int Day, float[] Months, int Year, int Guesses)
    {
        /// <summary>The month, 0 to 11, when one is better than all others and the date exists.</summary>
        public int? Single
        {
            get
            {
                float best = Months.Min();
                int[] nearest = [.. Enumerable.Range(0, 12).Where(m => Months[m] == best)];
                return best < NoMonth && nearest.Length == 1 && Legal(Year, nearest[0], Day) is not null ? nearest[0] : null;
            }
        }

        public string InThai(int month) => $"{Day} {ThaiMonths[month]} {Year + EraOffset}";

        public string InEnglish(int month) => $"{Day} {EnglishMonths[month]} {Year}";

        public ThaiDatePair Both(int month, bool agree) =>
            Legal(Year, month, Day) is null ? new ThaiDatePair(null, null, false) : new ThaiDatePair(InThai(month), InEnglish(month), agree);
    }

    // Both begin right behind the day.
    [GeneratedRegex($@"\G[ .,]*(?<m>[\u0E01-\u0E4E][\u0E01-\u0E4E .,:'·]{{1,12}}?)[ .,]*(?<y>[2Zz](?: ?[{Lookalikes.DigitLike}]){{3}})")]
    private static partial Regex ThaiPattern();

    [GeneratedRegex($@"\G[ .,]*(?<m>[A-Za-z] ?[A-Za-z0-9] ?[A-Za-z0-9][a-z]?)[ .,:'·]*(?<y>[12IilZz|](?: ?[{Lookalikes.DigitLike}]){{3}})")]
    private static partial Regex EnglishPattern();
}
