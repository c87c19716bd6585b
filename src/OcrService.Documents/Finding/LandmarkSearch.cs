using System.Text.RegularExpressions;
using OcrService.Documents.Fields;
using OcrService.Documents.Values;

namespace OcrService.Documents.Finding;

/// <summary>Finds landmarks in the text of a page, letting pass a wrong letter in four.</summary>
internal static class LandmarkSearch
{
    private const float PatternWeight = 8;

    /// <summary>A wording counts this much at most: a title of forty letters is one piece of evidence like a label.</summary>
    private const float MaxWeight = 10;

    /// <summary>Every place where a landmark may stand: the best of each line.</summary>
    public static List<FoundLandmark> Find(IEnumerable<Landmark> landmarks, PageGlyphs glyphs)
    {
        string[] folded = [.. glyphs.Lines.Select(l => string.Concat(l.Select(g => FuzzyText.Fold(g.Character))))];
        string[] printed = [.. glyphs.Lines.Select(l => string.Concat(l.Select(g => g.Character)))];
        List<FoundLandmark> found = [];
        foreach (Landmark landmark in landmarks)
        {
            string[] texts = [.. landmark.Texts.Select(FuzzyText.Compact)];
            for (int line = 0; line < folded.Length; line++)
            {
                FoundLandmark? best = landmark.Pattern is { } pattern ? Match(landmark, pattern, printed[line], line, glyphs) : null;
                foreach (string text in texts)
                {
                    (int start, int end, int distance) = FuzzyText.Find(folded[line], text);
                    if (end <= start || !IsLike(folded[line][start..end], text, distance, landmark.Proves))
                    {
                        continue;
                    }

                    float weight = MathF.Min(MaxWeight, Letters(text)) - (1.5f * distance);
                    if (weight > (best?.Weight ?? 0))
                    {
                        best = new FoundLandmark(landmark, line, start, end, weight, glyphs.Lines[line][start].Left);
                    }
                }

                if (best is not null)
                {
                    found.Add(best);
                }
            }
        }

        // A wording that is part of another one's place there is not itself: "Name" in "Last name".
        found.RemoveAll(f => found.Exists(o => o.Line == f.Line && o.Start <= f.Start && o.End >= f.End && o.End - o.Start > f.End - f.Start && o.Weight > f.Weight));
        return found;
    }

    private static FoundLandmark? Match(Landmark landmark, Regex pattern, string line, int number, PageGlyphs glyphs)
    {
        Match match = pattern.Match(line);
        return match.Success ? new FoundLandmark(landmark, number, match.Index, match.Index + match.Length, PatternWeight, glyphs.Lines[number][match.Index].Left) : null;
    }

    /// <summary>
    /// Whether a stretch is a wording misread. Its letters without marks must agree, too; where they all do, half of the signs may be wrong, since
    /// marks are lost first.
    /// </summary>
    private static bool IsLike(string stretch, string text, int distance, bool proves) =>
        (distance <= Tolerance(text, proves) && FuzzyText.HasLettersOf(stretch, text, proves ? 5 : 3))
        || (!proves && distance <= text.Length / 2 && FuzzyText.Bare(text) is { Length: >= 3 } letters && letters.Length < text.Length && FuzzyText.Bare(stretch) == letters);

    /// <summary>Han characters say as much as two or three letters of an alphabet.</summary>
    private static float Letters(string text) => text.Sum(c => FuzzyText.IsHan(c) ? 2.5f : 1);

    /// <summary>Wrong letters let pass; fewer where the wording has to prove what document it is.</summary>
    private static int Tolerance(string text, bool proves) => text.Length <= 2 ? 0
        : FuzzyText.IsHan(text[0]) ? text.Length / (proves ? 4 : 3)
        : text[0] > '\u0E00' ? text.Length / (proves ? 5 : 3)
        : text.Length / 4;
}
