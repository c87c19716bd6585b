using System.Buffers.Binary;

namespace OcrService.Battery.Fuzzing;

/// <summary>Changes inputs, half of the time blindly and half of the time along the parts that its format has.</summary>
/// <param name="format">What the inputs are.</param>
/// <param name="corpus">Whole inputs; parts of the others are put in as well.</param>
/// <param name="maxLength">Longest input made, in bytes.</param>
internal sealed class Mutator(InputFormat format, IReadOnlyList<byte[]> corpus, int maxLength)
{
    private const int MostChanges = 6;

    // Where sums and products of 16 and 32 bits turn over, and the sizes around buffers.
    private static readonly uint[] Edges =
    [
        0, 1, 2, 3, 7, 8, 15, 16, 31, 32, 63, 64, 127, 128, 255, 256, 511, 512, 1023, 1024, 4095, 4096, 8191, 8192, 16383, 32767, 32768, 65535,
        65536, 0xFFFFFF, 0x3FFFFFFF, 0x40000000, 0x7FFFFFFE, 0x7FFFFFFF, 0x80000000, 0x80000001, 0xFFFFFFF0, 0xFFFFFFFE, 0xFFFFFFFF,
    ];

    /// <summary>The input of a case: some whole one, changed one to six times.</summary>
    public byte[] Make(Chance chance)
    {
        byte[] input = (byte[])chance.Pick(corpus).Clone();
        // Few changes more often than many: much of what is changed often is refused at its first byte.
        for (int changes = 1 + Math.Min(chance.Below(MostChanges), chance.Below(MostChanges)); changes > 0; changes--)
        {
            input = chance.OneIn(2) ? ChangeBytes(input, chance) : ChangeParts(input, chance);
            if (input.Length > maxLength) input = input[..maxLength];
        }

        // Most decoders look no further when a checksum is wrong: so it usually is right.
        return chance.OneIn(4) ? input : format.Repair(input);
    }

    private byte[] ChangeBytes(byte[] input, Chance chance)
    {
        if (input.Length == 0) return chance.Bytes(1 + chance.Below(32));
        int at = Place(input.Length, chance);
        int block = 1 + chance.Below(Math.Min(input.Length - at, chance.OneIn(4) ? 256 : 16));
        switch (chance.Below(12))
        {
            case 0:
                input[at] ^= (byte)(1 << chance.Below(8));
                return input;
            case 1:
                input[at] = chance.Byte();
                return input;
            case 2 or 3 or 4:
                PutEdge(input.AsSpan(at), chance);
                return input;
            case 5:
                input[at] = unchecked((byte)(input[at] + chance.Below(9) - 4));
                return input;
            case 6:
                return input[..at];
            case 7:
                return [.. input.AsSpan(0, at), .. input.AsSpan(at + block)];
            case 8:
                return [.. input.AsSpan(0, at), .. chance.Bytes(block), .. input.AsSpan(at)];
            case 9:
                return [.. input.AsSpan(0, at), .. Repeated(input.AsSpan(at, block), 1 + chance.Below(64)), .. input.AsSpan(at)];
            case 10:
                input.AsSpan(at, block).Fill(chance.OneIn(2) ? (byte)0 : (byte)0xFF);
                return input;
            default:
                byte[] other = chance.Pick(corpus);
                return [.. input.AsSpan(0, at), .. other.AsSpan(Math.Min(at, other.Length))];
        }
    }

    private byte[] ChangeParts(byte[] input, Chance chance)
    {
        IReadOnlyList<Range> parts = format.Parts(input);
        if (parts.Count == 0) return ChangeBytes(input, chance);
        (int start, int length) = chance.Pick(parts).GetOffsetAndLength(input.Length);
        ReadOnlySpan<byte> before = input.AsSpan(0, start), part = input.AsSpan(start, length), after = input.AsSpan(start + length);
        switch (chance.Below(6))
        {
            case 0:
                return [.. before, .. after];
            case 1:
                return [.. before, .. Repeated(part, 2 + chance.Below(chance.OneIn(8) ? 400 : 3)), .. after];
            case 2:
                byte[] other = chance.Pick(corpus);
                IReadOnlyList<Range> others = format.Parts(other);
                return others.Count == 0 ? input : [.. before, .. other.AsSpan()[chance.Pick(others)], .. after];
            case 3:
                (int otherStart, int otherLength) = chance.Pick(parts).GetOffsetAndLength(input.Length);
                return otherStart < start + length
                    ? input
                    : [.. before, .. input.AsSpan(otherStart, otherLength), .. input.AsSpan((start + length)..otherStart), .. part, .. input.AsSpan(otherStart + otherLength)];
            default:
                // Inside the part, near its beginning, where its own head is.
                if (length > 0) PutEdge(input.AsSpan(start + chance.Below(Math.Min(length, 20))), chance);
                return input;
        }
    }

    /// <summary>Half of the time within the first 200 bytes: there are the headers.</summary>
    private static int Place(int length, Chance chance) => chance.Below(chance.OneIn(2) ? Math.Min(length, 200) : length);

    private static void PutEdge(Span<byte> target, Chance chance)
    {
        uint value = chance.Pick(Edges);
        switch (chance.Below(5))
        {
            case 0 when target.Length >= 4:
                BinaryPrimitives.WriteUInt32LittleEndian(target, value);
                break;
            case 1 when target.Length >= 4:
                BinaryPrimitives.WriteUInt32BigEndian(target, value);
                break;
            case 2 when target.Length >= 2:
                BinaryPrimitives.WriteUInt16LittleEndian(target, (ushort)value);
                break;
            case 3 when target.Length >= 2:
                BinaryPrimitives.WriteUInt16BigEndian(target, (ushort)value);
                break;
            default:
                target[0] = (byte)value;
                break;
        }
    }

    private byte[] Repeated(ReadOnlySpan<byte> block, int times)
    {
        times = Math.Clamp(maxLength / Math.Max(1, block.Length), 1, times);
        byte[] all = new byte[block.Length * times];
        for (int i = 0; i < times; i++) block.CopyTo(all.AsSpan(i * block.Length));
        return all;
    }
}
