namespace OcrService.Recognition.Reading;

/// <summary>
/// Tells the zero and the letter O apart by what stands around them: between letters a zero is a letter, between digits a letter is a
/// zero, if the reader saw the other at all. In many typefaces the shapes differ less than two prints of the same one.
/// </summary>
internal static class Lookalikes
{
    /// <summary>The reader must have given the other at least this probability.</summary>
    private const float Seen = 0.01f;

    /// <summary>A word begins or ends with a zero only when it has at least this many letters and nothing else.</summary>
    private const int WordLetters = 3;

    /// <summary>Probability of a character where a symbol of the line stands.</summary>
    /// <param name="index">Index of the symbol.</param>
    /// <param name="character">The character asked for.</param>
    public delegate float ProbabilityAt(int index, char character);

    /// <summary>Replaces zeros and letters O that their neighbours deny.</summary>
    /// <param name="symbols">The line, spaces included; changed in place.</param>
    /// <param name="probability">What else the reader saw.</param>
    public static void Settle(List<ReadSymbol> symbols, ProbabilityAt probability)
    {
        for (int start = 0; start < symbols.Count;)
        {
            int end = start;
            while (end < symbols.Count && symbols[end].Text != " ")
                end++;
            SettleWord(symbols, start, end, probability);
            start = end + 1;
        }
    }

    private static void SettleWord(List<ReadSymbol> symbols, int start, int end, ProbabilityAt probability)
    {
        bool onlyLetters = true;
        int letters = 0, lower = 0;
        for (int i = start; i < end; i++)
        {
            if (IsTwin(symbols[i]))
                continue;
            onlyLetters &= IsLetter(symbols[i]);
            letters += IsLetter(symbols[i]) ? 1 : 0;
            lower += IsLetter(symbols[i]) && char.IsAsciiLetterLower(symbols[i].Text[0]) ? 1 : 0;
        }

        bool isWord = onlyLetters && letters >= WordLetters;
        for (int i = start; i < end;)
        {
            int run = i;
            while (run < end && IsTwin(symbols[run]))
                run++;
            if (run == i)
            {
                i++;
                continue;
            }

            char? meant = null;
            if (Beside(i - 1, IsLetter, isWord) && Beside(run, IsLetter, isWord))
                meant = 2 * lower > letters ? 'o' : 'O';
            else if (Beside(i - 1, IsDigit, false) && Beside(run, IsDigit, false))
                meant = '0';
            for (; i < run; i++)
            {
                if (meant is { } c && !IsSame(symbols[i].Text[0], c) && probability(i, c) is >= Seen and var p)
                    symbols[i] = symbols[i] with { Text = c.ToString(), Probability = MathF.Max(p, symbols[i].Probability / 2) };
            }
        }

        bool Beside(int index, Func<ReadSymbol, bool> kind, bool outside) => index < start || index >= end ? outside : kind(symbols[index]);
    }

    // The case of a letter is the reader's matter: it sees the height.
    private static bool IsSame(char read, char meant) => char.ToUpperInvariant(read) == char.ToUpperInvariant(meant);

    private static bool IsTwin(ReadSymbol symbol) => symbol.Text is "0" or "O" or "o";

    private static bool IsLetter(ReadSymbol symbol) => char.IsAsciiLetter(symbol.Text[0]);

    private static bool IsDigit(ReadSymbol symbol) => char.IsAsciiDigit(symbol.Text[0]);
}
