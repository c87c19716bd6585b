namespace OcrService.Native;

/// <summary>
/// Looks at a JPEG's segments without decoding. libjpeg fills the missing part of a truncated file with grey and only counts a
/// warning, and repeats its work for every scan a file declares; both are judged here.
/// </summary>
internal readonly record struct JpegStructure(int Scans, bool IsComplete)
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    /// <summary>A progressive file of a camera or editor has about ten scans; the standard allows some hundred for four components.</summary>
    public const int MaxScans = 256;

    public static JpegStructure Of(ReadOnlySpan<byte> file)
    {
        int scans = 0;
        int at = 2;
        while (true)
        {
            int found = file[at..].IndexOf((byte)0xFF);
            if (found < 0 || at + found + 1 >= file.Length) return new JpegStructure(scans, IsComplete: false);
            at += found + 1;
            byte marker = file[at];
            if (marker == 0xFF) continue; // fill byte before a marker
            at++;
            if (marker == EndOfImage) return new JpegStructure(scans, IsComplete: true);
            if (marker is 0x00 or 0x01 or (>= 0xD0 and <= 0xD8)) continue; // a stuffed byte of pixel data, or a marker without a segment
            if (marker == StartOfScan && ++scans > MaxScans) return new JpegStructure(scans, IsComplete: false);
            if (at + 2 > file.Length) return new JpegStructure(scans, IsComplete: false);
            at += (file[at] << 8) | file[at + 1];
            if (at >= file.Length) return new JpegStructure(scans, IsComplete: false);
        }
    }
}
