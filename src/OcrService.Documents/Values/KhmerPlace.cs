namespace OcrService.Documents.Values;

/// <summary>Place of birth on the Cambodian identity card: one row, commune, district and province.</summary>
public static class KhmerPlace
{
    /// <summary>The place with its province corrected; null when there is none.</summary>
    public static string? Parse(string text) => KhmerAddress.Joined(KhmerLabels.Of(KhmerLabels.BirthPlace, text));
}
