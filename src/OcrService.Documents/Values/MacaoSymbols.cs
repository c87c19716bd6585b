using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>
/// Letter code of a Macao card, such as <c>ASM</c> or <c>CF</c>: place of birth (A Macao, B Hong Kong, C Mainland or Taiwan, D
/// elsewhere, N unknown), S where a birth document was shown, and the sex. Other letters in the last place occur.
/// </summary>
public static partial class MacaoSymbols
{
    /// <summary>The code; null when no line or word is one.</summary>
    public static string? Parse(string text)
    {
        string[] lines = [.. Reading.Lines(text)];
        return lines.Select(Reading.Compact).Concat(lines.SelectMany(Reading.Words)).Select(Code).FirstOrDefault(code => code is not null);
    }

    /// <summary>Whether the code is one whose letters are explained.</summary>
    public static bool IsValid(string symbols) => Explained().IsMatch(symbols);

    private static string? Code(string word)
    {
        if (word.Length is < 2 or > 3)
        {
            return null;
        }

        string code = word.ToUpperInvariant();
        char birth = code[0] switch { '4' => 'A', '8' => 'B', '(' or 'G' => 'C', '0' or 'O' or 'Q' => 'D', var c => c };
        string rest = code[1..].Replace('5', 'S').Replace('$', 'S').Replace('P', 'F').Replace('E', 'F').Replace('H', 'M');
        return Possible().IsMatch(birth + rest) ? birth + rest : null;
    }

    [GeneratedRegex("^[ABCDN]S?[MF]$")]
    private static partial Regex Explained();

    [GeneratedRegex("^[ABCDN]S?[A-Z]$")]
    private static partial Regex Possible();
}
