namespace OcrService.Specimens.People;

/// <summary>A division of mainland China at province level.</summary>
/// <param name="Han">Short name.</param>
/// <param name="Latin">The same in Pinyin capitals.</param>
/// <param name="Region">First two digits of its GB/T 2260 code.</param>
internal sealed record Province(string Han, string Latin, string Region)
{
    public static IReadOnlyList<Province> All { get; } = Resources.Read<IReadOnlyList<Province>>("Texts/provinces.json");
}
