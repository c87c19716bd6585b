namespace OcrService.Documents.Values;

/// <summary>
/// Dates as day, month and four-digit year in the digits of a script, found in a reading that may have lost or changed the signs
/// between them and misread a digit. Every reading is weighed by what must be assumed wrong in it.
/// </summary>
/// <param name="numerals">The digits.</param>
/// <param name="fewest">Fewest digits of day and month: 2 where a zero is printed in front, else 1.</param>
internal sealed class NativeDates(INumerals numerals, int fewest)
{
    private const float Limit = 3;

    // Readings as near to each other as this are equally good.
    private const float Margin = 0.15f;

    private const float GapCost = 0.05f;
    private const float SplitCost = 0.3f;
    private const float OtherSignCost = 0.15f;
    private const float LostSignCost = 0.5f;

    // A number that goes on in digits is another number.
    private const float ContinuedCost = 4;
    private const float SureDigit = 0.3f;

    private const string Signs = "-./";
    private const string OtherSigns = ",_~=:;'·*`|";

    /// <summary>The cheapest date of the years; null when there is none, or another one is as cheap.</summary>
    public NativeDate? Best(string text, int fromYear, int toYear)
    {
        List<NativeDate> all = [.. In(text).Where(d => d.Date.Year >= fromYear && d.Date.Year <= toYear)];
        return all.Count == 0 || all.Exists(d => d.Date != all[0].Date && d.Cost <= all[0].Cost + Margin) ? null : all[0];
    }

    /// <summary>All dates that the text may hold, the cheapest first.</summary>
    public IEnumerable<NativeDate> In(string text)
    {
        List<NativeDate> found = [];
        foreach ((int number, string line) in Reading.Lines(text).Index())
        {
            for (int start = 0; start < line.Length; start++)
            {
                float before = start > 0 && IsDigit(line, start - 1) ? ContinuedCost : 0;
                if (numerals.At(line, start).Any())
                    new Search(numerals, line, number, start, fewest, found).Day(before);
            }
        }

        return found.OrderBy(d => d.Cost);
    }

    private bool IsDigit(string line, int at) => numerals.At(line, at).Any(d => d.Cost <= SureDigit);

    /// <summary>Walks along one line from one place.</summary>
    private sealed class Search(INumerals numerals, string line, int number, int start, int fewest, List<NativeDate> found)
    {
        public void Day(float cost) => Digits(start, cost, 1, fewest, 2, "", (at, soFar, day) => Sign(at, soFar, (next, sum) => Month(next, sum, day)));

        private void Month(int at, float cost, string day) =>
            Digits(at, cost, 1, fewest, 2, "", (end, soFar, month) => Sign(end, soFar, (next, sum) => Year(next, sum, day, month)));

        private void Year(int at, float cost, string day, string month) => Digits(at, cost, 1, 4, 4, "", (end, soFar, year) =>
        {
            float behind = end < line.Length && numerals.At(line, end).Any(d => d.Cost <= SureDigit) ? numerals.Surplus(line, end) ?? ContinuedCost : 0;
            if (soFar + behind <= Limit && NativeDate.Of(day, month, year) is { } date)
                found.Add(new NativeDate(date, [day, month, year], soFar + behind, number, start, end));
        });

        /// <summary>Digits of one number, from the fewest to the most.</summary>
        private void Digits(int at, float cost, int count, int least, int most, string read, Action<int, float, string> then)
        {
            if (cost > Limit || at >= line.Length)
            {
                return;
            }

            if (read.Length > 0 && line[at] == ' ')
            {
                Digits(at + 1, cost + SplitCost, count, least, most, read, then);
                return;
            }

            foreach ((char digit, float price) in numerals.At(line, at))
            {
                string longer = read + digit;
                if (count >= least)
                    then(at + 1, cost + price, longer);
                if (count < most)
                    Digits(at + 1, cost + price, count + 1, least, most, longer, then);
            }

            if (numerals.Surplus(line, at) is { } surplus)
            {
                Digits(at + 1, cost + surplus, count, least, most, read, then);
            }
        }

        /// <summary>The sign between two numbers with the gaps beside it.</summary>
        private void Sign(int at, float cost, Action<int, float> then)
        {
            if (at < line.Length && numerals.Surplus(line, at) is { } surplus)
            {
                Sign(at + 1, cost + surplus, then);
            }

            (int end, bool sign, bool gap) = (at, false, false);
            float price = 0;
            for (; end < line.Length; end++)
            {
                char c = line[end];
                if (c == ' ')
                    (gap, price) = (true, price + GapCost);
                else if (Signs.Contains(c))
                    (sign, price) = (true, price + (sign ? OtherSignCost : 0));
                else if (OtherSigns.Contains(c))
                    (sign, price) = (true, price + OtherSignCost);
                else
                    break;
            }

            then(end, cost + (sign ? price : gap ? SplitCost : LostSignCost));
        }
    }
}

/// <summary>A date found in a reading.</summary>
/// <param name="Date">The day.</param>
/// <param name="Printed">Day, month and year in Arabic digits as they were printed.</param>
/// <param name="Cost">What must be assumed wrong in the reading.</param>
/// <param name="Line">Number of the line.</param>
/// <param name="Start">Where it begins in the line.</param>
/// <param name="End">Where it ends in the line, exclusive.</param>
internal sealed record NativeDate(DateOnly Date, IReadOnlyList<string> Printed, float Cost, int Line, int Start, int End)
{
    /// <summary>Whether it stands before another one on the page.</summary>
    public bool IsBefore(NativeDate other) => Line < other.Line || (Line == other.Line && End <= other.Start);

    /// <summary>The day of numbers in digits; null when there is no such day.</summary>
    internal static DateOnly? Of(string day, string month, string year)
    {
        int y = int.Parse(year, System.Globalization.CultureInfo.InvariantCulture);
        int m = int.Parse(month, System.Globalization.CultureInfo.InvariantCulture);
        int d = int.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        return y is >= 1800 and < 2200 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
    }
}
