namespace OcrService.Documents.Values;

/// <summary>Titles of Chinese permits. Permits of Taiwan residents say 来往大陆, those of Hong Kong and Macao 来往内地.</summary>
public static class PermitType
{
    public const string ToHongKongMacao = "往来港澳通行证";
    public const string ToTaiwan = "往来台湾通行证";
    public const string OfHongKongMacao = "港澳居民来往内地通行证";
    public const string OfTaiwan = "台湾居民来往大陆通行证";

    private static readonly Vocabulary Titles = new(ToHongKongMacao, ToTaiwan, OfHongKongMacao, OfTaiwan);

    /// <summary>The title in the text, a wrong character or two corrected; null when there is none or it may be either of two.</summary>
    public static string? Parse(string text) => Titles.FindIn(text);
}
