namespace OcrService.Documents.Values;

/// <summary>The occupation on the back of the identity card of Myanmar.</summary>
public static class BurmeseProfession
{
    /// <summary>The words behind the label; null when there are none.</summary>
    public static string? Parse(string text) => BurmeseLabels.Of(BurmeseLabels.Profession, text)
        .Select(line => string.Join(' ', Reading.Words(line)).Trim('-', ':', '.', '။', ' '))
        .FirstOrDefault(line => line.Count(BurmeseText.IsLetter) >= 2);
}
