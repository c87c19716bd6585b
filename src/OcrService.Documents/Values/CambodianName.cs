namespace OcrService.Documents.Values;

/// <summary>Name in Latin capitals as the Cambodian identity card prints it, family name first.</summary>
public static class CambodianName
{
    private const int Longest = 30;

    /// <summary>The name, <c>TEST KUMRU</c>; null when no line holds one.</summary>
    public static string? Latin(string text) =>
        Reading.Lines(text).Where(IsSpelled).Select(Name).OfType<string>().OrderByDescending(n => n.Contains(' ')).FirstOrDefault();

    /// <summary>A line mostly of capitals; rows of the machine readable zone and Khmer rows are none.</summary>
    private static bool IsSpelled(string line)
    {
        int capitals = line.Count(char.IsAsciiLetterUpper);
        return !line.Contains('<') && capitals >= 3 && capitals >= 0.7 * line.Count(c => c != ' ');
    }

    private static string? Name(string line)
    {
        string letters = string.Concat(line.Select(c => char.IsAsciiLetter(c) ? char.ToUpperInvariant(c) : Lookalikes.DigitToLetter(c)));
        string name = string.Join(' ', Reading.Words(letters));
        return name.Length is >= 3 and <= Longest ? name : null;
    }
}
