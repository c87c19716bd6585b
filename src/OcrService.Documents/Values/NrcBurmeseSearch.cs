namespace OcrService.Documents.Values;

/// <summary>Registration numbers in Burmese letters.</summary>
internal sealed class NrcBurmeseSearch : NrcSearch
{
    private const float WrongLetterCost = 0.6f;
    private const float StrayMarkCost = 0.5f;
    private const float OtherCodeCost = 0.8f;
    private const float UnknownCodeCost = 1;

    private static readonly BurmeseNumerals Numerals = new();

    // Tone marks of other languages have the shape of brackets.
    protected override string BracketLike => "ၤႈ,|1l၊း";

    protected override (char Digit, float Cost)? Digit(string line, int at)
    {
        foreach ((char digit, float cost) in Numerals.At(line, at))
        {
            // A letter at the beginning of a word is one.
            bool isLetter = BurmeseText.IsLetter(line[at]) && at + 1 < line.Length && BurmeseText.IsLetter(line[at + 1]) && !Numerals.At(line, at + 1).Any();
            return isLetter && at > 0 && line[at - 1] is not '/' and not (>= '၀' and <= '၉') ? null : (digit, cost);
        }

        return null;
    }

    protected override IEnumerable<(char Letter, string Printed, int Length, float Cost)> Holders(string line, int at)
    {
        if (!BurmeseText.IsLetter(line[at]))
        {
            yield break;
        }

        foreach ((string word, char letter) in NrcHolders.All)
        {
            int slack = word.Length > 2 ? 1 : 0;
            for (int length = word.Length - slack; length <= word.Length + slack && at + length < line.Length; length++)
            {
                int wrong = FuzzyText.Distance(line.AsSpan(at, length), word);
                bool cut = BurmeseText.IsMark(line[at + length]);
                if (wrong <= word.Length / 2 && !cut)
                    yield return (letter, word, length, wrong * WrongLetterCost);
            }
        }
    }

    protected override IEnumerable<(string Letters, int Length, float Cost)> Townships(string line, int end)
    {
        string letters = "";
        float cost = 0;
        for (int i = end - 1; i >= 0 && letters.Length < 4; i--)
        {
            char c = BurmeseDigits.ToLetter(line[i]);
            if (BurmeseText.IsMark(c))
            {
                cost += StrayMarkCost;
                continue;
            }

            if (!BurmeseText.IsLetter(c))
            {
                yield break;
            }

            letters = c + letters;
            if (letters.Length >= 2)
                yield return (letters, end - i, cost + (letters.Length == 3 ? 0 : OtherCodeCost));
        }
    }

    protected override (string Township, float Cost)? Resolve(int state, string letters) => NrcTownships.Nearest(state, letters) is { } code
        ? (code, code == letters ? 0 : OtherCodeCost)
        : letters.Length == 3 ? (letters, UnknownCodeCost) : null;
}
