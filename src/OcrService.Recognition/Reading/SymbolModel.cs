using System.Buffers.Binary;

namespace OcrService.Recognition.Reading;

/// <summary>
/// Which symbols follow which in a writing: probabilities of sequences of up to a few classes of a reader, with back-off to shorter ones
/// (Katz, 1987) for what was never seen. <c>training/ocrtrain/language.py</c> makes the file and tells its format.
/// </summary>
internal sealed class SymbolModel
{
    private const int HeaderLength = 8;

    /// <summary>Bits of an entry below the classes: a byte for the probability, a byte for the back-off.</summary>
    private const int ValueBits = 16;

    /// <summary>Nats of a step of either byte.</summary>
    private const float Step = 0.08f;

    private readonly int _classBits;
    private readonly ulong[][] _entries;

    private SymbolModel(int classBits, ulong[][] entries)
    {
        _classBits = classBits;
        _entries = entries;
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">It is not such a file, or is cut off.</exception>
    public static SymbolModel Parse(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderLength || !file.StartsWith("NGRM"u8) || file[4] == 0 || (file[4] * file[5]) + ValueBits > 64)
            throw new InvalidDataException("The file of symbol sequences does not begin like one.");
        ulong[][] entries = new ulong[file[4]][];
        long length = HeaderLength + (sizeof(uint) * entries.Length);
        for (int i = 0; i < entries.Length && length <= file.Length; i++)
        {
            uint count = BinaryPrimitives.ReadUInt32LittleEndian(file[(HeaderLength + (sizeof(uint) * i))..]);
            long end = length + (sizeof(ulong) * (long)count);
            if (end > file.Length)
                break;
            entries[i] = new ulong[count];
            ReadOnlySpan<byte> from = file[(int)length..(int)end];
            for (int k = 0; k < entries[i].Length; k++)
                entries[i][k] = BinaryPrimitives.ReadUInt64LittleEndian(from[(sizeof(ulong) * k)..]);
            length = end;
        }

        return length == file.Length && Array.TrueForAll(entries, e => e is not null)
            ? new SymbolModel(file[5], entries)
            : throw new InvalidDataException("The file of symbol sequences is not as long as it says.");
    }

    /// <summary>What stands before a line.</summary>
    public static Context Start => default;

    /// <summary>The context after one more class.</summary>
    public Context After(Context context, int next) =>
        new((context.Classes << _classBits | (uint)next) & ((1UL << (_classBits * (_entries.Length - 1))) - 1));

    /// <summary>Logarithm (natural) of the probability that a class follows; class 0 is the line's end.</summary>
    public float Score(Context context, int next)
    {
        int backedOff = 0;
        for (int before = _entries.Length - 1; before > 0; before--)
        {
            ulong classes = context.Classes & ((1UL << (_classBits * before)) - 1);
            if (Find(before, classes << _classBits | (uint)next) is { } found)
                return -Step * (backedOff + (byte)(found >> 8));
            backedOff += Find(before - 1, classes) is { } left ? (byte)left : 0;
        }

        return -Step * (backedOff + (byte)((Find(0, (uint)next) ?? ulong.MaxValue) >> 8));
    }

    /// <summary>The entry of a sequence of <paramref name="before"/> + 1 classes.</summary>
    private ulong? Find(int before, ulong classes)
    {
        ulong[] entries = _entries[before];
        int at = Array.BinarySearch(entries, classes << ValueBits);
        at = at < 0 ? ~at : at;
        return at < entries.Length && entries[at] >> ValueBits == classes ? entries[at] : null;
    }

    /// <summary>The last classes of a line so far.</summary>
    /// <param name="Classes">The latest in the lowest bits; before the line stands class 0.</param>
    public readonly record struct Context(ulong Classes);
}
