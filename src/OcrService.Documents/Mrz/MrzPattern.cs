using System.Collections.Frozen;

namespace OcrService.Documents.Mrz;

/// <summary>
/// What a field may look like, cell by cell, in one or more ways of the same length. A small letter stands for a set of characters,
/// anything else for itself:
/// <list type="table">
/// <item><term>d</term><description>digit</description></item>
/// <item><term>a</term><description>letter</description></item>
/// <item><term>x</term><description>letter or digit</description></item>
/// <item><term>n</term><description>letter but I and O, or digit</description></item>
/// <item><term>h</term><description>H or M, Hong Kong or Macao</description></item>
/// <item><term>c</term><description>digit or A, a check character of Hong Kong</description></item>
/// <item><term>r</term><description>digit or K, a check character of Chile</description></item>
/// <item><term>e</term><description>A, B or C, a century from the 19th on</description></item>
/// <item><term>y</term><description>0, 1 or 2, the same</description></item>
/// <item><term>f</term><description>A or filler mostly, or any other letter</description></item>
/// <item><term>g, i, j</term><description>first, second and fourth, third letter of a Han character in GBK, half a byte each</description></item>
/// </list>
/// </summary>
/// <param name="Alternatives">The ways, 16 at most.</param>
internal sealed record MrzPattern(params IReadOnlyList<string> Alternatives)
{
    /// <summary>What a character costs, in nats, that is none of the pattern's; null when there is no such character.</summary>
    public float? Aberration { get; init; }

    /// <summary>Number of cells.</summary>
    public int Length => Alternatives[0].Length;
}

/// <summary>One cell of a pattern. The state is the set of the pattern's ways that what was read so far rules out.</summary>
internal sealed class PatternGrammar(MrzPattern pattern, int position) : MrzGrammar
{
    private const float Unlikely = 3;
    private const float NoWayLeft = 8;

    private static readonly FrozenDictionary<char, CellSet> Sets = new Dictionary<char, CellSet>
    {
        ['d'] = Of("0123456789"),
        ['a'] = new(MrzAlphabet.Letters, 0),
        ['x'] = new(MrzAlphabet.Letters | MrzAlphabet.Digits, 0),
        ['n'] = Of("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"),
        ['h'] = Of("HM"),
        ['c'] = Of("0123456789A"),
        ['r'] = Of("0123456789K"),
        ['e'] = Of("ABC"),
        ['y'] = Of("012"),
        ['f'] = Of("A<", "BCDEFGHIJKLMNOPQRSTUVWXYZ"),
        // The characters of GB 2312, of which nearly all names are, begin with bytes B0 to F7 and go on with A1 to FE.
        ['g'] = Of("LMNOP", "IJK"),
        ['i'] = Of("ABCDEFGHIJKLMNOP"),
        ['j'] = Of("KLMNOP", "EFGHIJ"),
    }.ToFrozenDictionary();

    private readonly CellSet[] _cells = [.. pattern.Alternatives.Select(a => Sets.TryGetValue(a[position], out CellSet set) ? set : Of(a[position..(position + 1)]))];

    public override ulong Allowed { get; } = pattern.Aberration is null
        ? pattern.Alternatives.Aggregate(0UL, (all, a) => all | (Sets.TryGetValue(a[position], out CellSet set) ? set.All : Of(a[position..(position + 1)]).All))
        : MrzAlphabet.Any;

    public override int States => 1 << _cells.Length;

    public override (int Next, float Cost) Step(int state, int character, CellHint hint)
    {
        int left = state;
        float cost = float.PositiveInfinity;
        for (int way = 0; way < _cells.Length; way++)
        {
            if (((state >> way) & 1) == 0 && MrzAlphabet.IsIn(_cells[way].All, character))
            {
                cost = MathF.Min(cost, MrzAlphabet.IsIn(_cells[way].Usual, character) ? 0 : Unlikely);
            }
            else
            {
                left |= 1 << way;
            }
        }

        if (float.IsPositiveInfinity(cost))
        {
            // One character that fits nowhere says nothing of those after it.
            return (state, pattern.Aberration ?? NoWayLeft);
        }

        return (left, character == MrzAlphabet.Filler ? cost - FillerRelief(hint, amongFillers: false) : cost);
    }

    private static CellSet Of(string usual, string unlikely = "") => new(Bits(usual), Bits(unlikely));

    private static ulong Bits(string characters) => characters.Aggregate(0UL, (bits, c) => bits | (1UL << MrzAlphabet.IndexOf(c)));

    /// <summary>Characters of a cell.</summary>
    private readonly record struct CellSet(ulong Usual, ulong Unlikely)
    {
        public ulong All => Usual | Unlikely;
    }
}
