namespace OcrService.Documents.Values;

/// <summary>Place of issue of Chinese permits: a division of the first level or a city, in Chinese.</summary>
public static class PermitPlace
{
    /// <summary>The place, corrected by the vocabulary; another one as it was read. Null when there is none.</summary>
    public static string? Parse(string text)
    {
        foreach (string line in Reading.Lines(text).Where(l => !Labels.Is(l, "签发地点")))
        {
            string han = string.Concat(Labels.After(line, "签发地点", "签发地").Where(FuzzyText.IsHan));
            if (han.Length is >= 2 and <= 8)
                return ChinesePlaces.Parse(han)?.Han;
        }

        return null;
    }
}
