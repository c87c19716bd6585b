using System.Globalization;

namespace OcrService.Recognition.Reading;

/// <summary>
/// Marks above and below letters as a CTC reader gives them: one that is wide enough comes out twice, and no writing has the same mark
/// twice on a letter.
/// </summary>
internal static class MarkTidier
{
    public static List<ReadSymbol> Tidy(List<ReadSymbol> symbols)
    {
        List<ReadSymbol> tidy = new(symbols.Count);
        foreach (ReadSymbol symbol in symbols)
        {
            if (tidy.Count == 0 || tidy[^1].Text != symbol.Text || !IsMark(symbol.Text))
                tidy.Add(symbol);
        }

        return tidy;
    }

    private static bool IsMark(string symbol) => symbol.Length == 1
        && char.GetUnicodeCategory(symbol[0]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
