using System.Globalization;

namespace OcrService.Api.Contract;

/// <summary>
/// Undoes the JSON escapes that serializers put into Base64 text: <c>\/</c> (several escape every slash) and <c>\u002B</c> (some
/// escape the plus sign).
/// </summary>
internal static class JsonEscapes
{
    /// <summary>
    /// Rewrites the text in its own place and returns its new length; null when an escape stands for a character that cannot occur
    /// in Base64; that escape is then still in the text.
    /// </summary>
    public static int? UndoInPlace(Span<byte> text)
    {
        int read = 0;
        int write = 0;
        while (true)
        {
            int run = text[read..].IndexOf((byte)'\\');
            int length = run < 0 ? text.Length - read : run;
            text.Slice(read, length).CopyTo(text[write..]);
            write += length;
            read += length;
            if (run < 0)
                return write;

            if (Decode(text[read..], out int consumed) is not { } letter)
                return null;

            text[write++] = letter;
            read += consumed;
        }
    }

    private static byte? Decode(ReadOnlySpan<byte> escape, out int consumed)
    {
        consumed = 2;
        if (escape is [_, (byte)'/', ..])
            return (byte)'/';

        consumed = 6;
        if (escape is [_, (byte)'u', _, _, _, _, ..]
            && ushort.TryParse(escape[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code)
            && code is > ' ' and < 0x7f)
        {
            return (byte)code;
        }

        return null;
    }
}
