namespace OcrService.Native.Tests.Support;

/// <summary>Prints digits with a five by seven dot font, smoothed, dark on white: enough for Tesseract and needs no font.</summary>
internal sealed class PrintedText
{
    private const int Dot = 5;
    private const int Cell = 7 * Dot;
    private const int LineHeight = 14 * Dot;

    private static readonly string[] s_digits =
    [
        "01110 10001 10001 10001 10001 10001 01110", "00100 01100 00100 00100 00100 00100 01110",
        "01110 10001 00001 00010 00100 01000 11111", "11111 00010 00100 00010 00001 10001 01110",
        "00010 00110 01010 10010 11111 00010 00010", "11111 10000 11110 00001 00001 10001 01110",
        "00110 01000 10000 11110 10001 10001 01110", "11111 00001 00010 00100 01000 01000 01000",
        "01110 10001 10001 01110 10001 10001 01110", "01110 10001 10001 01111 00001 00010 01100",
    ];

    public PrintedText(params string[] lines)
    {
        Width = (lines.Max(l => l.Length) + 2) * Cell;
        Height = (lines.Length + 1) * LineHeight;
        byte[] sharp = new byte[Width * Height];
        Array.Fill(sharp, (byte)255);
        for (int line = 0; line < lines.Length; line++)
        {
            for (int i = 0; i < lines[line].Length; i++)
            {
                if (char.IsAsciiDigit(lines[line][i])) Draw(sharp, lines[line][i] - '0', (i + 1) * Cell, (line * LineHeight) + (LineHeight / 2));
            }
        }

        Gray = Smooth(Smooth(sharp));
    }

    public int Width { get; }

    public int Height { get; }

    public byte[] Gray { get; }

    private void Draw(byte[] target, int digit, int left, int top)
    {
        string[] rows = s_digits[digit].Split(' ');
        for (int y = 0; y < 7 * Dot; y++)
        {
            for (int x = 0; x < 5 * Dot; x++)
            {
                if (rows[y / Dot][x / Dot] == '1') target[((top + y) * Width) + left + x] = 20;
            }
        }
    }

    private byte[] Smooth(byte[] source)
    {
        byte[] result = (byte[])source.Clone();
        for (int y = 2; y < Height - 2; y++)
        {
            for (int x = 2; x < Width - 2; x++)
            {
                int sum = 0;
                for (int dy = -2; dy <= 2; dy++)
                {
                    for (int dx = -2; dx <= 2; dx++) sum += source[((y + dy) * Width) + x + dx];
                }

                result[(y * Width) + x] = (byte)(sum / 25);
            }
        }

        return result;
    }
}
