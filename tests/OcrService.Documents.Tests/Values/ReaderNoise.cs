namespace OcrService.Documents.Tests.Values;

/// <summary>Seeded damage of the kinds that readers do to printed values.</summary>
internal sealed class ReaderNoise(int seed)
{
    // Each digit with letters that are taken for it first of all.
    private static readonly string[] DigitLookalikes = ["OoDQ", "Il|i", "Zz", "", "A", "Ss", "Gb", "TY", "B", "gq"];

    private static readonly Dictionary<char, string> LetterLookalikes = new()
    {
        ['O'] = "0", ['I'] = "1", ['Z'] = "2", ['A'] = "4", ['S'] = "5", ['G'] = "6", ['T'] = "7", ['B'] = "8",
    };

    private readonly Random _random = new(seed);

    public bool Chance(double probability) => _random.NextDouble() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    public int Between(int low, int high) => _random.Next(low, high + 1);

    public string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + _random.Next(10))));

    public DateOnly Date(int fromYear, int toYear) => new DateOnly(fromYear, 1, 1).AddDays(_random.Next(365 * (toYear - fromYear)));

    /// <summary>Up to <paramref name="most"/> digits become letters that look like them.</summary>
    public string DigitsAsLetters(string text, int most) => Change(text, most, c => char.IsAsciiDigit(c) ? DigitLookalikes[c - '0'] : "");

    /// <summary>Up to <paramref name="most"/> letters become digits that look like them.</summary>
    public string LettersAsDigits(string text, int most) => Change(text, most, c => LetterLookalikes.GetValueOrDefault(c, ""));

    /// <summary>Up to <paramref name="most"/> characters become another of the same alphabet.</summary>
    public string WrongLetters(string text, int most, string alphabet) => Change(text, most, c => alphabet.Contains(c) ? alphabet : "");

    /// <summary>Loses or misreads up to <paramref name="most"/> of the given signs.</summary>
    public string Signs(string text, int most, string signs, string readAs)
    {
        for (int i = 0; i < most; i++)
        {
            int[] places = [.. Enumerable.Range(0, text.Length).Where(p => signs.Contains(text[p]))];
            if (places.Length == 0)
                break;
            int at = Pick(places);
            string instead = Chance(0.5) ? "" : Pick([.. readAs]).ToString();
            text = text[..at] + instead + text[(at + 1)..];
        }

        return text;
    }

    /// <summary>Loses every space, or puts one in.</summary>
    public string Spaces(string text)
    {
        if (Chance(0.4))
        {
            return text.Replace(" ", "", StringComparison.Ordinal);
        }

        int at = _random.Next(text.Length);
        return Chance(0.4) ? $"{text[..at]} {text[at..]}" : text;
    }

    /// <summary>ASCII punctuation in its full-width form.</summary>
    public string FullWidth(string text) => Chance(0.2)
        ? string.Concat(text.Select(c => char.IsPunctuation(c) && c < 127 ? (char)(c - '!' + '！') : c))
        : text;

    /// <summary>What is left of labels before and behind.</summary>
    public string Beside(string text, IReadOnlyList<string> before, IReadOnlyList<string> behind) =>
        (Chance(0.4) ? Pick(before) : "") + text + (Chance(0.3) ? Pick(behind) : "");

    private string Change(string text, int most, Func<char, string> others)
    {
        for (int i = 0; i < most; i++)
        {
            int at = _random.Next(text.Length);
            string instead = others(text[at]);
            text = instead.Length == 0 ? text : text[..at] + Pick([.. instead]) + text[(at + 1)..];
        }

        return text;
    }
}

/// <summary>How often a parser gave the true value, none, or a wrong one.</summary>
internal sealed class NoiseScore
{
    private readonly List<string> _wrong = [];
    private readonly List<string> _none = [];
    private int _right;

    public void Add(string truth, string read, string? value)
    {
        if (value == truth)
            _right++;
        else if (value is null)
            _none.Add($"{read} (true: {truth})");
        else
            _wrong.Add($"{read} -> {value} (true: {truth})");
    }

    /// <summary>Demands a share of true values and allows a share of wrong ones.</summary>
    public void ShouldBe(double atLeastRight, double atMostWrong)
    {
        double all = _right + _none.Count + _wrong.Count;
        string story = $"right {_right / all:P1}, none {_none.Count / all:P1}, wrong {_wrong.Count / all:P1}\n"
            + string.Join('\n', _wrong.Take(12).Concat(_none.Take(8)));
        (_right / all).ShouldBeGreaterThanOrEqualTo(atLeastRight, story);
        (_wrong.Count / all).ShouldBeLessThanOrEqualTo(atMostWrong, story);
    }
}
