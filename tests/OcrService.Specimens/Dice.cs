namespace OcrService.Specimens;

/// <summary>Seeded chance: the same seed draws the same picture on every machine.</summary>
internal sealed class Dice
{
    private readonly Random _random;
    private readonly int _seed;

    public Dice(int seed)
    {
        _seed = seed;
        _random = new Random(seed);
    }

    /// <summary>
    /// Dice for a seed whose neighbours give quite other throws. The generator by itself answers seeds 1, 2, 3 with numbers that rise
    /// in equal steps; this mixes the bits first (the finisher of MurmurHash3).
    /// </summary>
    public static Dice Scattered(int seed)
    {
        uint bits = unchecked((uint)seed + 0x9E3779B9);
        bits = unchecked((bits ^ (bits >> 16)) * 0x85EBCA6B);
        bits = unchecked((bits ^ (bits >> 13)) * 0xC2B2AE35);
        return new Dice((int)((bits ^ (bits >> 16)) & int.MaxValue));
    }

    /// <summary>An independent stream, so that drawing more from one does not shift the others.</summary>
    public Dice Branch(string name)
    {
        uint hash = 2166136261;
        foreach (char c in name) hash = (hash ^ c) * 16777619;
        return new Dice(unchecked((_seed * 31) + (int)hash));
    }

    public int Between(int low, int high) => _random.Next(low, high + 1);

    public float Between(float low, float high) => low + ((high - low) * _random.NextSingle());

    public DateOnly Between(DateOnly low, DateOnly high) => low.AddDays(Between(0, high.DayNumber - low.DayNumber));

    public bool Chance(double probability) => _random.NextDouble() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    public float Gauss()
    {
        double u = 1 - _random.NextDouble();
        return (float)(Math.Sqrt(-2 * Math.Log(u)) * Math.Cos(2 * Math.PI * _random.NextDouble()));
    }

    public char Letter() => (char)('A' + _random.Next(26));

    public string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + _random.Next(10))));
}
