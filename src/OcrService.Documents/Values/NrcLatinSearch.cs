namespace OcrService.Documents.Values;

/// <summary>Registration numbers in Latin letters, which are given in capitals.</summary>
internal sealed class NrcLatinSearch : NrcSearch
{
    private const int Shortest = 5;
    private const int Longest = 10;
    private const float LookalikeCost = 0.4f;
    private const float OtherCodeCost = 0.8f;
    private const float UnknownCodeCost = 1;

    private static readonly Dictionary<char, string> Misread = new()
    {
        ['N'] = "HMW", ['E'] = "F", ['P'] = "RD", ['T'] = "7I", ['Y'] = "V", ['S'] = "5$8",
    };

    private static readonly ArabicNumerals Numerals = new();

    protected override string BracketLike => "C1LJI|T,";

    protected override (char Digit, float Cost)? Digit(string line, int at) => Numerals.At(line, at).Cast<(char, float)?>().FirstOrDefault();

    protected override bool IsBare(string printed) => true;

    protected override IEnumerable<(char Letter, string Printed, int Length, float Cost)> Holders(string line, int at)
    {
        foreach ((string form, char letter) in NrcHolders.Latin)
        {
            string read = line.Substring(at, Math.Min(form.Length, line.Length - at)).ToUpperInvariant();
            if (read == form)
                yield return (letter, form, form.Length, 0);
            else if (form.Length == 1 && Misread[letter].Contains(read[0]))
                yield return (letter, form, 1, LookalikeCost);
            else if (form.Length == 5 && FuzzyText.Distance(read, form) == 1)
                yield return (letter, form, form.Length, LookalikeCost);
        }
    }

    protected override IEnumerable<(string Letters, int Length, float Cost)> Townships(string line, int end)
    {
        string letters = "";
        float cost = 0;
        for (int i = end - 1; i >= 0 && letters.Length < Longest; i--)
        {
            char c = char.ToUpperInvariant(line[i]);
            char letter = char.IsAsciiLetter(c) ? c : char.IsAsciiDigit(c) ? Lookalikes.DigitToLetter(c) : ' ';
            if (letter == ' ')
            {
                yield break;
            }

            (letters, cost) = (letter + letters, cost + (letter == c ? 0 : LookalikeCost));
            if (letters.Length >= Shortest)
                yield return (letters, end - i, cost);
        }
    }

    protected override (string Township, float Cost)? Resolve(int state, string letters) => NrcTownships.NearestLatin(state, letters) is { } code
        ? (code, code == letters ? 0 : OtherCodeCost)
        : letters.Length is >= 6 and <= 9 && letters.All(c => !"CFIJQVX".Contains(c)) && letters.Contains('A') ? (letters, UnknownCodeCost) : null;
}
