namespace OcrService.Documents.Values;

/// <summary>
/// A registration number in one line of a reading, found from its class outwards: to the right the serial, to the left the township
/// and the state. Signs may be lost or misread, and look-alikes are decided by place. Every reading is weighed by what must be
/// assumed wrong in it.
/// </summary>
internal abstract class NrcSearch
{
    private const float Limit = 3.5f;
    private const float Margin = 0.15f;
    private const float OtherSignCost = 0.15f;
    private const float LostSignCost = 0.4f;
    private const float SlashDigitCost = 0.7f;
    private const float ContinuedCost = 4;
    private const float SureDigit = 0.3f;
    private const float ShortSerialCost = 0.4f;

    private const string Opening = "([{<";
    private const string Closing = ")]}>";
    private const string Slashes = "|\\:;!'`.,-။၊\"";

    /// <summary>The cheapest number of the text; null when there is none, or another one is as cheap.</summary>
    public NrcParts? Best(string text)
    {
        List<(NrcParts Parts, float Cost)> found = [.. Reading.Lines(text).SelectMany(InLine).OrderBy(f => f.Cost)];
        return found.Count == 0 || found.Exists(f => f.Parts != found[0].Parts && f.Cost <= found[0].Cost + Margin) ? null : found[0].Parts;
    }

    /// <summary>What a character may be as a digit, with what must be assumed; null when it is none.</summary>
    protected abstract (char Digit, float Cost)? Digit(string line, int at);

    /// <summary>Classes that may begin at a place: their letter, printed form, length read and what must be assumed.</summary>
    protected abstract IEnumerable<(char Letter, string Printed, int Length, float Cost)> Holders(string line, int at);

    /// <summary>Characters that readers put for a bracket, beside other brackets.</summary>
    protected abstract string BracketLike { get; }

    /// <summary>Township codes that may end at a place (exclusive): how many characters were read, and what must be assumed.</summary>
    protected abstract IEnumerable<(string Letters, int Length, float Cost)> Townships(string line, int end);

    /// <summary>The code of a state that the letters stand for.</summary>
    protected abstract (string Township, float Cost)? Resolve(int state, string letters);

    private IEnumerable<(NrcParts Parts, float Cost)> InLine(string line)
    {
        string compact = line.Replace(" ", "", StringComparison.Ordinal);
        bool[] gaps = new bool[compact.Length + 1];
        for (int i = 0, at = 0; i < line.Length; i++)
        {
            if (line[i] == ' ')
                gaps[at] = true;
            else
                at++;
        }

        for (int start = 3; start < compact.Length - 4; start++)
        {
            foreach ((char letter, string printed, int length, float cost) in Holders(compact, start))
            {
                (int left, float opening) = Bracket(compact, start - 1, Opening, -1);
                (int right, float closing) = Bracket(compact, start + length, Closing, 1);
                // A single letter could be any letter.
                if (length == 1 && opening >= LostSignCost && closing >= LostSignCost && !IsBare(printed))
                    continue;
                foreach ((string serial, float price) in Serials(compact, gaps, right))
                {
                    foreach ((int state, string township, float sum) in Heads(compact, left + 1))
                    {
                        if (cost + opening + closing + price + sum is <= Limit and float total)
                            yield return (new NrcParts(state, township, letter, serial, printed), total);
                    }
                }
            }
        }
    }

    /// <summary>Whether a single letter without brackets may be a class: only where the township tells where it ends.</summary>
    protected virtual bool IsBare(string printed) => false;

    /// <summary>Steps over a bracket; gives the next place and what must be assumed.</summary>
    private (int Next, float Cost) Bracket(string line, int at, string signs, int step) =>
        at < 0 || at >= line.Length ? (at, LostSignCost)
        : signs[0] == line[at] ? (at + step, 0)
        : signs.Contains(line[at]) || Opening.Contains(line[at]) || Closing.Contains(line[at]) || BracketLike.Contains(line[at]) ? (at + step, OtherSignCost)
        : (at, LostSignCost);

    private IEnumerable<(string Serial, float Cost)> Serials(string line, bool[] gaps, int at)
    {
        string serial = "";
        float cost = 0;
        for (int i = at; i < line.Length && serial.Length < 6 && Digit(line, i) is { } digit; i++)
        {
            (serial, cost) = (serial + digit.Digit, cost + digit.Cost + (gaps[i] && serial.Length > 0 ? OtherSignCost : 0));
            bool ends = i + 1 >= line.Length || gaps[i + 1] || Digit(line, i + 1) is null;
            if (serial.Length == 6)
                yield return (serial, cost + (ends ? 0 : ContinuedCost));
            else if (serial.Length == 5 && ends)
                yield return (serial, cost + ShortSerialCost);
        }

        // A bracket that was read as a digit.
        if (at + 6 < line.Length && line[at] is '1' or '၁' && serial.Length == 6 && Digit(line, at + 6) is { } seventh && (at + 7 >= line.Length || Digit(line, at + 7) is null))
        {
            yield return (serial[1..] + seventh.Digit, cost + seventh.Cost + SlashDigitCost - LostSignCost);
        }
    }

    private IEnumerable<(int State, string Township, float Cost)> Heads(string line, int end)
    {
        foreach ((string letters, int length, float cost) in Townships(line, end))
        {
            foreach ((int state, float price) in States(line, end - length))
            {
                if (Resolve(state, letters) is (string township, float sum))
                    yield return (state, township, cost + price + sum);
            }
        }
    }

    /// <summary>Numbers of states that end before a place, with the slash between.</summary>
    private IEnumerable<(int State, float Cost)> States(string line, int end)
    {
        if (end > 0 && line[end - 1] == '/')
        {
            return Numbers(line, end - 1, 0);
        }

        IEnumerable<(int, float)> lost = Numbers(line, end, LostSignCost);
        if (end > 1 && Slashes.Contains(line[end - 1]))
        {
            lost = lost.Concat(Numbers(line, end - 1, OtherSignCost));
        }

        return end > 1 && line[end - 1] is '1' or '၁' or 'l' or 'I' ? lost.Concat(Numbers(line, end - 1, SlashDigitCost)) : lost;
    }

    private IEnumerable<(int State, float Cost)> Numbers(string line, int end, float cost)
    {
        if (end < 1 || Digit(line, end - 1) is not { } ones)
        {
            yield break;
        }

        (char Digit, float Cost)? tens = end > 1 ? Digit(line, end - 2) : null;
        float behind = tens is { Cost: <= SureDigit } ? ContinuedCost : 0;
        if (ones.Digit != '0')
            yield return (ones.Digit - '0', cost + ones.Cost + behind);
        if (tens is { Digit: '1' } ten && ones.Digit <= '4')
            yield return (10 + ones.Digit - '0', cost + ones.Cost + ten.Cost + (end > 2 && Digit(line, end - 3) is { Cost: <= SureDigit } ? ContinuedCost : 0));
    }
}
