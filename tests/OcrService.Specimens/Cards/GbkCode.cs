using System.Text;

namespace OcrService.Specimens.Cards;

/// <summary>Chinese names in machine readable zones: each half of each GBK byte is one letter, 0 is A and 15 is P; four letters a character.</summary>
internal static class GbkCode
{
    private static readonly Encoding Gbk =
        CodePagesEncodingProvider.Instance.GetEncoding(936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The code without fillers.</summary>
    /// <param name="name">Name.</param>
    /// <param name="characters">How many characters the field has room for.</param>
    public static string Letters(string name, int characters)
    {
        var letters = new StringBuilder();
        foreach (byte b in Gbk.GetBytes(name.Length > characters ? name[..characters] : name))
        {
            letters.Append((char)('A' + (b >> 4))).Append((char)('A' + (b & 15)));
        }

        return letters.ToString();
    }
}
