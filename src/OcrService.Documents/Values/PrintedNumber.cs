namespace OcrService.Documents.Values;

/// <summary>
/// A number in the forms in which a document prints it, found in a reading that may have lost its punctuation and taken letters
/// for digits. In a pattern <c>#</c> is a digit, <c>[A-Z]</c> one character of a set, a space a gap, and everything else
/// punctuation. What is found comes back in the printed form. A reading is weighed by what must be assumed wrong in it: a
/// look-alike costs 1, lost punctuation half as much, a gap next to nothing.
/// </summary>
internal sealed class PrintedNumber
{
    private const float LookalikeCost = 1;
    private const float CommonLookalikeCost = 0.5f;
    private const float CaseCost = 0.3f;
    private const float PunctuationCost = 0.25f;
    private const float LostCost = 0.5f;
    private const float LostGapCost = 0.1f;
    private const float GapCost = 0.05f;
    private const float StrayCost = 1.5f;
    private const float GluedCost = 1;

    // A number that goes on in digits is another number.
    private const float ContinuedCost = 5;

    // Where the check digit contradicts, only punctuation may have been put right.
    private const float MostUnchecked = 0.8f;

    private const string Joining = "-./·_~";
    private const string Stray = ".,'`:;·*_-~\"";

    private static readonly HashSet<(char Read, char Meant)> Common = [('O', '0'), ('o', '0'), ('I', '1'), ('l', '1')];

    private readonly Cell[][] _forms;

    public PrintedNumber(params string[] patterns) => _forms = [.. patterns.Select(CellsOf)];

    /// <summary>Characters that only this number's alphabet confuses, each with what it may have been.</summary>
    public IReadOnlyDictionary<char, string> Misread { get; init; } = new Dictionary<char, string>();

    /// <summary>The cheapest reading; null when every one assumes too much.</summary>
    public string? Best(string text) => Candidates(text) is [var best, ..] && best.IsPlausible(0.25f, 0.75f) ? best.Value : null;

    /// <summary>The cheapest reading among the legal ones; null when there is none, or two that are equally good.</summary>
    public string? BestLegal(string text, Func<string, bool> isLegal)
    {
        List<Candidate> legal = [.. Candidates(text).Where(c => isLegal(c.Value))];
        return legal.Count == 0 || (legal.Count > 1 && legal[1].Cost <= legal[0].Cost) ? null : legal[0].Value;
    }

    /// <summary>
    /// The cheapest reading when its check digit is right; else the only one with the same end whose check digit is; else the
    /// cheapest as it was read, if hardly anything had to be assumed.
    /// </summary>
    public string? Checked(string text, Func<string, bool> isValid)
    {
        List<Candidate> all = Candidates(text);
        if (all.Count == 0)
        {
            return null;
        }

        List<Candidate> valid = [.. all.Where(c => c.EndsAt(all[0]) && isValid(c.Value))];
        return valid.Count == 1 || (valid.Count > 1 && valid[0].Value == all[0].Value) ? valid[0].Value
            : all[0].Cost <= MostUnchecked ? all[0].Value : null;
    }

    /// <summary>Every reading with its cost, the cheapest first, at most half of its characters being look-alikes.</summary>
    private List<Candidate> Candidates(string text)
    {
        Dictionary<string, Candidate> found = [];
        foreach ((int number, string line) in Reading.Lines(text).Index())
        {
            foreach (Cell[] form in _forms)
            {
                Search search = new(this, line, number, form, (0.5f * form.Count(c => c.IsValue)) + 1, found);
                for (int start = 0; start < line.Length; start++)
                {
                    search.From(start);
                }
            }
        }

        // A stable sort: of equally good readings the first on the page wins.
        return [.. found.Values.OrderBy(c => c.Cost)];
    }

    private static Cell[] CellsOf(string pattern)
    {
        List<Cell> cells = [];
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '[')
            {
                int end = pattern.IndexOf(']', i);
                cells.Add(new Cell(Alphabet(pattern[(i + 1)..end]), '\0'));
                i = end;
            }
            else
            {
                cells.Add(pattern[i] == '#' ? new Cell("0123456789", '\0') : new Cell("", pattern[i]));
            }
        }

        return [.. cells];
    }

    private static string Alphabet(string set)
    {
        List<char> characters = [];
        for (int i = 0; i < set.Length; i++)
        {
            if (i + 2 < set.Length && set[i + 1] == '-')
            {
                for (char c = set[i]; c <= set[i + 2]; c++) characters.Add(c);
                i += 2;
            }
            else
            {
                characters.Add(set[i]);
            }
        }

        return string.Concat(characters);
    }

    /// <summary>Punctuation that readers give for another, and letters or digits they make of it.</summary>
    private static (string Punctuation, string Letters) MisreadAs(char punctuation) => punctuation switch
    {
        '(' or ')' => ("()[]{}<>", "CcLlI1|tJj"),
        '/' => ("|\\", "lI17"),
        '-' => ("_~=.,:·*'", ""),
        '.' => (",·:;'`-_*", ""),
        _ => ("", ""),
    };

    /// <summary>A reading of the stretch of a line from start to end.</summary>
    private readonly record struct Candidate(string Value, float Cost, int Line, int Start, int End)
    {
        /// <summary>Whether little enough is assumed: a share of the characters and something for punctuation.</summary>
        public bool IsPlausible(float share, float more) => Cost <= (share * Value.Count(char.IsAsciiLetterOrDigit)) + more;

        public bool EndsAt(Candidate other) => Line == other.Line && End == other.End;
    }

    /// <summary>A place of the form.</summary>
    /// <param name="Alphabet">What may stand there; empty for punctuation.</param>
    /// <param name="Punctuation">The sign that stands there, a space for a gap.</param>
    private readonly record struct Cell(string Alphabet, char Punctuation)
    {
        public bool IsValue => Alphabet.Length > 0;
    }

    /// <summary>Walks one form along one line.</summary>
    private sealed class Search(PrintedNumber number, string line, int lineNumber, Cell[] form, float limit, Dictionary<string, Candidate> found)
    {
        private readonly char[] _value = new char[form.Length];
        private int _start;

        public void From(int start)
        {
            _start = start;
            if (line[start] != ' ' && !Stray.Contains(line[start]))
            {
                Step(0, start, start > 0 ? GluedBetween(line[start - 1], line[start]) + Continued(start - 1, -1) : 0);
            }
        }

        private void Step(int cell, int at, float cost)
        {
            if (cost > limit)
            {
                return;
            }

            if (cell == form.Length)
            {
                Record(at, cost + (at < line.Length ? GluedBetween(line[at - 1], line[at]) + Continued(at, 1) : 0));
                return;
            }

            if (form[cell].IsValue)
                StepValue(cell, at, cost);
            else
                StepPunctuation(cell, at, cost);
        }

        private void StepValue(int cell, int at, float cost)
        {
            if (at >= line.Length)
            {
                return;
            }

            char c = line[at];
            if (c == ' ')
            {
                Step(cell, at + 1, cost + GapCost);
                return;
            }

            foreach ((char meant, float price) in Meanings(c, form[cell].Alphabet))
            {
                _value[cell] = meant;
                Step(cell + 1, at + 1, cost + price);
            }

            if (cell > 0 && Stray.Contains(c))
            {
                Step(cell, at + 1, cost + StrayCost);
            }
        }

        private void StepPunctuation(int cell, int at, float cost)
        {
            char sign = form[cell].Punctuation;
            _value[cell] = sign;
            if (at >= line.Length)
            {
                Step(cell + 1, at, cost + (sign == ' ' ? LostGapCost : LostCost));
                return;
            }

            char c = line[at];
            (string punctuation, string letters) = MisreadAs(sign);
            if (c == sign)
            {
                Step(cell + 1, at + 1, cost);
            }
            else if (punctuation.Contains(c) || (sign == ' ' && Stray.Contains(c)))
            {
                Step(cell + 1, at + 1, cost + PunctuationCost);
            }
            else if (c == ' ' && at + 1 < line.Length)
            {
                Step(cell, at + 1, cost + GapCost);
            }
            else
            {
                Step(cell + 1, at, cost + (sign == ' ' ? LostGapCost : LostCost));
                if (letters.Contains(c))
                {
                    _value[cell] = sign;
                    Step(cell + 1, at + 1, cost + LookalikeCost);
                }
            }
        }

        private IEnumerable<(char Meant, float Price)> Meanings(char c, string alphabet)
        {
            bool legal = alphabet.Contains(c);
            bool mixed = alphabet[0] is >= '0' and <= '9' && alphabet[^1] is >= 'A' and <= 'Z';
            if (legal && !mixed)
            {
                return [(c, 0)];
            }

            char upper = char.ToUpperInvariant(c);
            string meant = (legal ? c.ToString() : "") + number.Misread.GetValueOrDefault(c, "") + (alphabet[0] is >= '0' and <= '9' ? Lookalikes.DigitsMeant(c) : "")
                + (alphabet[^1] is >= 'A' and <= 'Z' ? Lookalikes.LettersMeant(c) : "");
            return meant.Where(alphabet.Contains).Distinct()
                .Select((m, rank) => (m, m == c ? 0 : m == upper ? CaseCost : Common.Contains((c, m)) ? CommonLookalikeCost : LookalikeCost + (0.5f * rank)));
        }

        private void Record(int end, float cost)
        {
            string value = new(_value);
            if (cost <= limit && (!found.TryGetValue(value, out Candidate known) || cost < known.Cost))
            {
                found[value] = new Candidate(value, cost, lineNumber, _start, end);
            }
        }

        /// <summary>A sign beside the number with a digit beyond it belongs to a longer number.</summary>
        private float Continued(int at, int step) =>
            (Joining.Contains(line[at]) || (step > 0 && line[at] is '(' or '[' or '{')) && at + step >= 0 && at + step < line.Length && Lookalikes.DigitsMeant(line[at + step]) is { Length: > 0 } meant
                ? meant[0] == line[at + step] ? ContinuedCost : GluedCost
                : 0;

        /// <summary>A number that goes on is another number; letters beside it may be what is left of a label.</summary>
        private static float GluedBetween(char left, char right) => !char.IsAsciiLetterOrDigit(left) || !char.IsAsciiLetterOrDigit(right)
            ? 0
            : char.IsAsciiDigit(left) && char.IsAsciiDigit(right) ? ContinuedCost : GluedCost;
    }
}
