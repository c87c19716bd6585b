using System.Text;

namespace OcrService.Documents.Values;

/// <summary>
/// Han characters in the optional field of Chinese machine readable zones: every byte of the GBK code becomes two letters, the
/// high half first, 0 = A to 15 = P, so that a character takes four letters.
/// </summary>
public static class ChineseNameCode
{
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(
        936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The characters at the beginning of the text, stopping where the code ends; empty when there is none.</summary>
    public static string Decode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder name = new();
        for (int i = 0; i + 4 <= text.Length && text.AsSpan(i, 4).IndexOfAnyExceptInRange('A', 'P') < 0; i += 4)
        {
            byte[] code = [(byte)(((text[i] - 'A') << 4) | (text[i + 1] - 'A')), (byte)(((text[i + 2] - 'A') << 4) | (text[i + 3] - 'A'))];
            try
            {
                string character = Gbk.GetString(code);
                if (character.Length != 1 || !FuzzyText.IsHan(character[0]))
                {
                    break;
                }

                name.Append(character);
            }
            catch (DecoderFallbackException)
            {
                break;
            }
        }

        return name.ToString();
    }

    /// <summary>The code of a name, or null when a character has none in GBK.</summary>
    public static string? Encode(string name)
    {
        try
        {
            return string.Concat(Gbk.GetBytes(name).SelectMany(b => new[] { (char)('A' + (b >> 4)), (char)('A' + (b & 15)) }));
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }
}
