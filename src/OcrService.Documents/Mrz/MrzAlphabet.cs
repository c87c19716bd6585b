using OcrService.Documents.Values;

namespace OcrService.Documents.Mrz;

/// <summary>The 37 characters of a machine readable zone as indices, and how readers confuse them.</summary>
internal static class MrzAlphabet
{
    public const string Characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";
    public const int Count = 37;
    public const int Filler = 36;
    public const ulong Digits = (1UL << 10) - 1;
    public const ulong Letters = ((1UL << 36) - 1) & ~Digits;
    public const ulong FillerBit = 1UL << Filler;
    public const ulong Any = (1UL << Count) - 1;

    /// <summary>Letters that readers make of fillers inside a run of them.</summary>
    public const string FillerLookalikes = "KCSLEX";

    // Read character, then what it may have been in truth with a weight. The table is read in both directions.
    private static readonly (char Read, string Meant, float Weight)[] Pairs =
    [
        ('O', "0", 4), ('D', "0O", 2), ('Q', "0O", 2), ('U', "0V", 1), ('I', "1", 4), ('L', "1I", 2), ('J', "1I", 1), ('Z', "2", 4),
        ('E', "3F", 1), ('A', "4", 3), ('S', "5", 4), ('G', "6C", 3), ('T', "71", 1), ('Y', "7V", 1), ('B', "8", 4), ('R', "BPK", 1),
        ('P', "F9", 1), ('G', "9", 1), ('Q', "9", 1), ('N', "MH", 1), ('W', "M", 1), ('H', "M", 1), ('K', "X", 1), ('B', "3", 1),
        ('C', "0", 1), ('8', "3", 1), ('6', "8", 1), ('0', "8", 1), ('1', "7", 1), ('5', "6", 1), ('K', "<", 4), ('C', "<", 1), ('S', "<", 1),
        ('L', "<", 2), ('E', "<", 2), ('X', "<", 1),
    ];

    private static readonly float[,] Shares = BuildShares();

    public static int IndexOf(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'A' and <= 'Z' => c - 'A' + 10,
        >= 'a' and <= 'z' => c - 'a' + 10,
        '<' or '«' or '‹' or '(' or '[' => Filler,
        _ => -1,
    };

    public static int ValueOf(int index) => CheckDigits.Icao9303Value(Characters[index]);

    public static bool IsIn(ulong set, int index) => ((set >> index) & 1) != 0;

    /// <summary>Given that a reader was wrong about <paramref name="read"/>, the share of <paramref name="meant"/> among its lookalikes, 0 to 1.</summary>
    public static float Confusion(int read, int meant) => Shares[read, meant];

    private static float[,] BuildShares()
    {
        float[,] shares = new float[Count, Count];
        foreach ((char read, string meant, float weight) in Pairs)
        {
            foreach (char m in meant)
            {
                shares[IndexOf(read), IndexOf(m)] += weight;
                shares[IndexOf(m), IndexOf(read)] += weight;
            }
        }

        for (int read = 0; read < Count; read++)
        {
            float sum = 0;
            for (int meant = 0; meant < Count; meant++)
            {
                sum += shares[read, meant];
            }

            for (int meant = 0; meant < Count && sum > 0; meant++)
            {
                shares[read, meant] /= sum;
            }
        }

        return shares;
    }
}
