using System.Globalization;
using System.Text;

namespace OcrService.Benchmarks.Scoring;

/// <summary>
/// Unicode normalization form KC. <see cref="string.Normalize(NormalizationForm)"/> returns every string unchanged when globalization
/// is invariant, as it is here; so the tables are carried along.
/// </summary>
internal static class Nfkc
{
    private const int HangulFirst = 0xAC00, LeadFirst = 0x1100, VowelFirst = 0x1161, TailBase = 0x11A7;
    private const int Leads = 19, Vowels = 21, Tails = 28;

    private static readonly Tables Data = Tables.Load();

    /// <summary>The normalized text as code points.</summary>
    public static List<int> Normalize(string text)
    {
        var points = new List<int>(text.Length);
        foreach (Rune rune in text.EnumerateRunes()) Decompose(rune.Value, points);
        Order(points);
        return Compose(points);
    }

    private static void Decompose(int point, List<int> into)
    {
        int hangul = point - HangulFirst;
        if (hangul is >= 0 and < Leads * Vowels * Tails)
        {
            into.Add(LeadFirst + (hangul / (Vowels * Tails)));
            into.Add(VowelFirst + (hangul / Tails % Vowels));
            if (hangul % Tails != 0) into.Add(TailBase + (hangul % Tails));
        }
        else if (Data.Decompositions.TryGetValue(point, out int[]? parts))
        {
            into.AddRange(parts);
        }
        else
        {
            into.Add(point);
        }
    }

    /// <summary>Marks that follow one another are put in the order of their classes; equal ones keep theirs.</summary>
    private static void Order(List<int> points)
    {
        for (int i = 1; i < points.Count; i++)
        {
            int mark = Class(points[i]);
            for (int j = i; mark != 0 && j > 0 && Class(points[j - 1]) > mark; j--) (points[j - 1], points[j]) = (points[j], points[j - 1]);
        }
    }

    private static List<int> Compose(List<int> points)
    {
        var composed = new List<int>(points.Count);
        int starter = -1, last = 0;
        foreach (int point in points)
        {
            int mark = Class(point);
            // A mark of the same or a higher class in between blocks composition; so does a starter that follows anything but the starter.
            bool open = starter >= 0 && (composed.Count - 1 == starter || (last < mark && last != 0));
            if (open && Pair(composed[starter], point) is { } whole)
            {
                composed[starter] = whole;
                continue;
            }

            composed.Add(point);
            last = mark;
            if (mark == 0) starter = composed.Count - 1;
        }

        return composed;
    }

    private static int? Pair(int first, int second)
    {
        int lead = first - LeadFirst, vowel = second - VowelFirst;
        if (lead is >= 0 and < Leads && vowel is >= 0 and < Vowels) return HangulFirst + (((lead * Vowels) + vowel) * Tails);
        int syllable = first - HangulFirst, tail = second - TailBase;
        if (syllable is >= 0 and < Leads * Vowels * Tails && syllable % Tails == 0 && tail is > 0 and < Tails) return first + tail;
        return Data.Compositions.TryGetValue((first, second), out int whole) ? whole : null;
    }

    private static int Class(int point) => Data.Classes.GetValueOrDefault(point);

    private sealed record Tables(
        Dictionary<int, int[]> Decompositions, Dictionary<int, int> Classes, Dictionary<(int First, int Second), int> Compositions)
    {
        public static Tables Load()
        {
            var tables = new Tables([], [], []);
            using Stream stream = typeof(Nfkc).Assembly.GetManifestResourceStream("nfkc.txt")
                ?? throw new InvalidOperationException("The table nfkc.txt is not embedded.");
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } line)
            {
                string[] cells = line.Split(' ');
                switch (cells[0])
                {
                    case "D": tables.Decompositions[Hex(cells[1])] = [.. cells.Skip(2).Select(Hex)]; break;
                    case "C": tables.Compositions[(Hex(cells[1]), Hex(cells[2]))] = Hex(cells[3]); break;
                    case "M":
                        for (int p = Hex(cells[1]); p <= Hex(cells[2]); p++) tables.Classes[p] = int.Parse(cells[3], CultureInfo.InvariantCulture);
                        break;
                }
            }

            return tables;
        }

        private static int Hex(string cell) => int.Parse(cell, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }
}
