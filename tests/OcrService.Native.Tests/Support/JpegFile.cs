namespace OcrService.Native.Tests.Support;

/// <summary>Writes baseline JPEG files of one flat colour with any number of components, which Leptonica's own writer cannot.</summary>
internal static class JpegFile
{
    /// <summary>A whole file.</summary>
    /// <param name="width">Multiple of 8.</param>
    /// <param name="height">Multiple of 8.</param>
    /// <param name="samples">One value per component. Four are taken as Adobe's inverted CMYK, stored as they are.</param>
    public static byte[] Flat(int width, int height, params byte[] samples)
    {
        var file = new List<byte> { 0xFF, 0xD8 };
        if (samples.Length == 4) Segment(file, 0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0]); // transform 0: no YCC
        Segment(file, 0xDB, [0, .. Enumerable.Repeat((byte)8, 64)]);
        byte[] components = [.. Enumerable.Range(1, samples.Length).SelectMany(id => new byte[] { (byte)id, 0x11, 0 })];
        Segment(file, 0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, (byte)samples.Length, .. components]);
        Segment(file, 0xC4, [0x00, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. Enumerable.Range(0, 12).Select(i => (byte)i)]);
        Segment(file, 0xC4, [0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        byte[] scan = [.. Enumerable.Range(1, samples.Length).SelectMany(id => new byte[] { (byte)id, 0 })];
        Segment(file, 0xDA, [(byte)samples.Length, .. scan, 0, 63, 0]);

        var bits = new BitWriter(file);
        for (int block = 0; block < width / 8 * (height / 8); block++)
        {
            foreach (byte sample in samples)
            {
                int difference = block == 0 ? sample - 128 : 0;
                int category = difference == 0 ? 0 : int.Log2(Math.Abs(difference)) + 1;
                bits.Write(category, 4);
                bits.Write(difference < 0 ? difference + (1 << category) - 1 : difference, category);
                bits.Write(0, 1); // end of block
            }
        }

        bits.Flush();
        file.AddRange([0xFF, 0xD9]);
        return [.. file];
    }

    /// <summary>Puts a segment right after the start marker.</summary>
    public static byte[] Insert(ReadOnlySpan<byte> file, byte marker, ReadOnlySpan<byte> content)
    {
        var result = new List<byte>([.. file[..2]]);
        Segment(result, marker, content);
        result.AddRange(file[2..]);
        return [.. result];
    }

    private static void Segment(List<byte> file, byte marker, ReadOnlySpan<byte> content)
    {
        int length = content.Length + 2;
        file.AddRange([0xFF, marker, (byte)(length >> 8), (byte)length]);
        file.AddRange(content);
    }

    private sealed class BitWriter(List<byte> file)
    {
        private int _value;
        private int _count;

        public void Write(int value, int count)
        {
            for (int i = count - 1; i >= 0; i--)
            {
                _value = (_value << 1) | ((value >> i) & 1);
                if (++_count < 8) continue;
                file.Add((byte)_value);
                if (_value == 0xFF) file.Add(0);
                _value = 0;
                _count = 0;
            }
        }

        public void Flush()
        {
            while (_count != 0) Write(1, 1);
        }
    }
}
