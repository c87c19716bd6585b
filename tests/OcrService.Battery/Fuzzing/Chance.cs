namespace OcrService.Battery.Fuzzing;

/// <summary>
/// Seeded chance that is the same on every machine and runtime (SplitMix64; Steele, Lea and Flood, 2014), so that a seed and a number
/// name a case for good.
/// </summary>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The chance of one case of a campaign; cases do not depend on each other.</summary>
    public static Chance Of(int seed, long index) =>
        new(unchecked(((ulong)seed * 0x9E3779B97F4A7C15) ^ (((ulong)index + 1) * 0xD1B54A32D192ED03)));

    public ulong Next()
    {
        ulong z = _state = unchecked(_state + 0x9E3779B97F4A7C15);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }

    /// <summary>0 to <paramref name="limit"/> less one; the limit is positive.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public bool OneIn(int count) => Below(count) == 0;

    public byte Byte() => (byte)Next();

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public byte[] Bytes(int count)
    {
        byte[] bytes = new byte[count];
        foreach (ref byte b in bytes.AsSpan()) b = Byte();
        return bytes;
    }
}
