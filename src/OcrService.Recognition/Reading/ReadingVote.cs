using OcrService.Documents.Values;

namespace OcrService.Recognition.Reading;

/// <summary>
/// The vote of three readers on one line, symbol by symbol (ROVER: Fiscus, "A post-processing system to yield reduced word error rates", 1997): where the
/// two others agree against the first, they are right more often than not. Accents and spaces are not voted on: one reader alone learnt them.
/// </summary>
internal static class ReadingVote
{
    /// <summary>Of two symbols that differ in nothing but case or an accent, it costs so much to lie on one another.</summary>
    private const float Alike = 0.4f;

    /// <summary>Probability from which an accent counts that one reader alone can see.</summary>
    private const float SureAccent = 0.6f;

    /// <summary>Confidence from which the spaces are the word of the reader that learnt them alone; else a gap that another saw counts, too.</summary>
    private const float SureSpaces = 0.95f;

    /// <summary>The first reading as the two others amend it.</summary>
    /// <param name="first">The reading that stands where nobody agrees.</param>
    /// <param name="second">Another.</param>
    /// <param name="accented">That of the reader that knows accents and spaces: its accents count on letters that it has in common with the first.</param>
    public static LineReading Of(LineReading first, LineReading second, LineReading accented)
    {
        ReadSymbol[] letters = WithoutSpaces(first);
        bool alone = accented.Confidence >= SureSpaces;
        ReadingAlignment own = AlignTo(letters, first.Symbols), one = AlignTo(letters, WithoutSpaces(second)), other = AlignTo(letters, accented.Symbols);
        List<ReadSymbol> symbols = [];
        for (int i = 0; i <= letters.Length; i++)
        {
            List<ReadSymbol> inserted = other.Before[i];
            if (one.Before[i].Count > 0 && one.Before[i].Select(s => s.Text).SequenceEqual(inserted.Where(IsLetter).Select(s => s.Text)))
                symbols.AddRange(inserted);
            else if (symbols.Count > 0 && i < letters.Length && (SpaceOf(inserted) ?? (alone ? null : SpaceOf(own.Before[i]))) is { } space)
                symbols.Add(space);
            if (i < letters.Length && Elect(letters[i], one.At[i], other.At[i]) is { } elected)
                symbols.Add(elected);
        }

        return LineReading.Of(symbols);
    }

    /// <summary>Whether a reading has the letters of another one, but for accents and spaces.</summary>
    public static bool HasLettersOf(LineReading accented, LineReading plain)
    {
        ReadSymbol[] one = WithoutSpaces(accented), other = WithoutSpaces(plain);
        return one.Length == other.Length && one.Zip(other).All(p => p.First.Text == p.Second.Text || IsAccentOf(p.First, p.Second));
    }

    private static ReadSymbol[] WithoutSpaces(LineReading reading) => [.. reading.Symbols.Where(IsLetter)];

    private static ReadSymbol? SpaceOf(List<ReadSymbol> symbols) => symbols.FindIndex(s => !IsLetter(s)) is >= 0 and int space ? symbols[space] : null;

    private static bool IsLetter(ReadSymbol symbol) => symbol.Text != " ";

    private static ReadSymbol? Elect(ReadSymbol first, ReadSymbol? second, ReadSymbol? accented)
    {
        if (accented is { } letter && IsAccentOf(letter, second is { } s && s.Text == first.Text ? s : first))
            return letter.Probability >= SureAccent ? first with { Text = letter.Text, Probability = letter.Probability } : first;
        if (second?.Text != accented?.Text || second?.Text == first.Text)
            return first;
        return second is { } other && accented is { } third ? first with { Text = other.Text, Probability = MathF.Max(other.Probability, third.Probability) } : null;
    }

    /// <summary>Whether a letter is another one under an accent. The marks that open Spanish sentences only one reader knows; the others take them for letters.</summary>
    private static bool IsAccentOf(ReadSymbol letter, ReadSymbol plain) => letter.Text[0] is '¿' or '¡'
        || letter.Text[0] > '\u00BF' && plain.Text[0] <= '\u007F' && char.IsAsciiLetter(plain.Text[0]) && FuzzyText.WithoutAccent(letter.Text[0]) == plain.Text[0];

    private static ReadingAlignment AlignTo(ReadSymbol[] first, IReadOnlyList<ReadSymbol> other) => ReadingAlignment.Of(first, other, Difference);

    private static float Difference(string a, string b) =>
        a == b ? 0 : a == " " || b == " " ? 2 : FuzzyText.Fold(a[0]) == FuzzyText.Fold(b[0]) ? Alike : 1;
}
