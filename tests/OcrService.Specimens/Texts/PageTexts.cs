namespace OcrService.Specimens.Texts;

/// <summary>The sentences, goods and places that text pages are made of. All written for this purpose.</summary>
internal sealed record PageTexts(
    IReadOnlyList<string> HanTitles,
    IReadOnlyList<string> LatinTitles,
    IReadOnlyList<string> HanSentences,
    IReadOnlyList<string> LatinSentences,
    IReadOnlyList<PageTexts.Good> Goods,
    IReadOnlyList<PageTexts.Place> Places,
    IReadOnlyList<string> Streets)
{
    public static readonly PageTexts All = Resources.Read<PageTexts>("Texts/page-texts.json");

    internal sealed record Good(string Han, string Latin);

    internal sealed record Place(string Province, string City, string District);
}
