using System.Buffers;
using System.Globalization;
using System.Text;

namespace OcrService.Api.Authentication.Signing;

/// <summary>
/// Path and query in the one spelling that both sides sign, whatever the client escaped on the wire. Works on bytes: an escape that
/// is no UTF-8 comes out as it went in, where text would make all of those look alike.
/// </summary>
internal static class CanonicalUri
{
    private static readonly SearchValues<byte> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~"u8);

    /// <summary>Every segment escaped anew, and a slash at the end that the wire need not have.</summary>
    public static string Path(string path)
    {
        var text = new StringBuilder(path.Length + 1);
        Encode(Decode(path), text, keepSlashes: true);
        if (text is not [.., '/'])
            text.Append('/');

        return text.ToString();
    }

    /// <summary>The pairs sorted by key and then by value, as they are before they are escaped; a key alone has an empty value.</summary>
    public static string Query(string query)
    {
        List<(byte[] Key, byte[] Value)> pairs = [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Pair)];
        pairs.Sort(static (a, b) => Compare(a.Key, b.Key) is var order and not 0 ? order : Compare(a.Value, b.Value));

        var text = new StringBuilder(query.Length);
        foreach ((byte[] key, byte[] value) in pairs)
        {
            if (text.Length > 0)
                text.Append('&');

            Encode(key, text);
            text.Append('=');
            Encode(value, text);
        }

        return text.ToString();
    }

    private static (byte[] Key, byte[] Value) Pair(string pair)
    {
        // Go's client writes a blank as a plus, and a plus as an escape like everybody else. In a path a plus is a plus.
        string[] sides = pair.Replace('+', ' ').Split('=', 2);
        return (Decode(sides[0]), sides.Length > 1 ? Decode(sides[1]) : []);
    }

    private static int Compare(byte[] a, byte[] b) => a.AsSpan().SequenceCompareTo(b);

    /// <summary>Undoes the escapes; a percent sign without two digits stands for itself.</summary>
    private static byte[] Decode(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        int write = 0;
        for (int read = 0; read < bytes.Length; read++)
        {
            byte b = bytes[read];
            if (b == '%' && read + 2 < bytes.Length && Digits(bytes.AsSpan(read + 1, 2), out byte escaped))
            {
                b = escaped;
                read += 2;
            }

            bytes[write++] = b;
        }

        return bytes[..write];
    }

    private static bool Digits(ReadOnlySpan<byte> digits, out byte value) =>
        byte.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);

    private static void Encode(byte[] bytes, StringBuilder text, bool keepSlashes = false)
    {
        foreach (byte b in bytes)
        {
            if (Unreserved.Contains(b) || (keepSlashes && b == '/'))
                text.Append((char)b);
            else
                text.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }
    }
}
