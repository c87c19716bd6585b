namespace OcrService.Documents.Tests.Values;

/// <summary>Damage that readers do to Khmer and Burmese text, seen in readings of rendered lines.</summary>
internal static class NativeNoise
{
    /// <summary>What readers make of Khmer digits: Arabic ones of the same shape, a second stroke, another digit.</summary>
    public static readonly (string Printed, string Read)[] KhmerDigits =
    [
        ("០", "0"), ("០", "0"), ("០", "0"), ("១", "9"), ("០", "0០"), ("១", "9១"), ("២", "២៦"), ("៤", "៤៨"), ("០", "o"), (".", ","), (".", ". "), (".", " ."),
    ];

    /// <summary>Shapes of letters and vowels that are taken for one another.</summary>
    public static readonly (string Printed, string Read)[] KhmerLetters =
    [
        ("គ", "ត"), ("ន", "ឧ"), ("ល", "ឈ"), ("ច", "ប"), ("ថ", "ឋ"), ("ទ", "ខ"), ("ផ", "ធ"), ("រ", "ព"), ("ិ", "ី"), ("ឹ", "ឺ"), ("ុ", "ូ"), ("ួ", "្ឋ"), ("ឡ", "ទ្ឋ"),
        ("ក", "គ"), ("ម", "ប"), ("ស", "ឃ"), ("ណ", "ឈ"), ("ៀ", "ឿ"), ("់", ""), ("៖", ":"), ("៖", "រ"),
    ];

    /// <summary>Up to <paramref name="most"/> of the confusions happen somewhere in the text.</summary>
    public static string Confuse(this ReaderNoise noise, string text, int most, IReadOnlyList<(string Printed, string Read)> confusions)
    {
        for (int i = noise.Between(0, most); i > 0; i--)
        {
            (string printed, string read) = noise.Pick(confusions);
            int[] places = [.. Enumerable.Range(0, text.Length).Where(p => text.AsSpan(p).StartsWith(printed, StringComparison.Ordinal))];
            if (places.Length == 0)
                continue;
            int at = noise.Pick(places);
            text = text[..at] + read + text[(at + printed.Length)..];
        }

        return text;
    }
}
