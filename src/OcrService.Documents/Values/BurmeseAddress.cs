namespace OcrService.Documents.Values;

/// <summary>The address on the back of the identity card of Myanmar, on one line.</summary>
public static class BurmeseAddress
{
    private const string Label = "နေရပ်လိပ်စာ";

    /// <summary>The lines behind the label, joined by a space; null when there are none.</summary>
    public static string? Parse(string text)
    {
        // Lines may end with a comma, which belongs to the address.
        string joined = string.Join(' ', Reading.Lines(BurmeseText.Normalize(text)).Select(line => Labels.After(line, Label)).SelectMany(Reading.Words)).Trim('-', ':', '.', ' ');
        return joined.Count(BurmeseText.IsLetter) >= 4 ? joined : null;
    }
}
