namespace OcrService.Documents.Values;

/// <summary>Religion on a Thai card.</summary>
public static class ThaiReligion
{
    private static readonly Vocabulary Known = new("พุทธ", "อิสลาม", "คริสต์", "ฮินดู", "พราหมณ์", "ซิกข์", "อื่น ๆ");

    /// <summary>The religion, corrected by the vocabulary; <c>-</c> where the card prints a dash. Null when there is none.</summary>
    public static string? Parse(string text)
    {
        foreach (string line in Reading.Lines(text))
        {
            string read = ThaiText.Normalize(line);
            string value = Labels.After(read, "ศาสนา");
            if (value.Length == 0 && line.EndsWith('-'))
                return "-";
            // Marks are lost more often than letters.
            string letters = ThaiText.Letters(value);
            string[] same = [.. Known.Words.Where(w => ThaiText.Letters(w) == letters)];
            if ((same.Length == 1 ? same[0] : Known.FindIn(value)) is { } religion)
                return religion;
        }

        return null;
    }
}
