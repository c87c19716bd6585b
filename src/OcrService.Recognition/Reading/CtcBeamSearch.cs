using System.Globalization;

namespace OcrService.Recognition.Reading;

/// <summary>
/// Searches the text that network and symbol model together hold likeliest (prefix beam search; Hannun et al., 2014). Where the network is
/// torn between two marks, what the writing makes of their neighbours decides.
/// </summary>
/// <param name="symbols">Which symbols follow which.</param>
/// <param name="dictionary">The classes of both, line ends at class 0.</param>
internal sealed class CtcBeamSearch(SymbolModel symbols, ReaderDictionary dictionary)
{
    /// <summary>Texts kept from frame to frame.</summary>
    private const int Width = 8;

    /// <summary>Classes below this probability are not followed.</summary>
    private const float Least = 0.001f;

    /// <summary>What the symbol model's opinion counts beside the network's.</summary>
    private const float Weight = 0.3f;

    /// <summary>What a letter costs on the average, in nats: so much is given back for each, else a text would be the likelier the shorter it is.</summary>
    private const float Usual = 2;

    private readonly bool[] _isLetter = [.. Enumerable.Range(0, dictionary.Count).Select(c => IsLetter(dictionary[c]))];

    /// <summary>Decodes a line.</summary>
    /// <param name="probabilities">Frames x classes, softmax applied, class 0 the blank.</param>
    /// <param name="frames">Number of frames (time steps).</param>
    /// <param name="classes">Number of classes, blank included.</param>
    public List<CtcDecoder.Peak> Decode(ReadOnlySpan<float> probabilities, int frames, int classes)
    {
        List<Node> nodes = [new Node(Parent: -1, Class: 0, SymbolModel.Start, 0)];
        Dictionary<(int Parent, int Class), int> children = [];
        List<Beam> beams = [new Beam(0, 0, float.NegativeInfinity)];
        Dictionary<int, Beam> next = [];
        List<(int Class, float Score)> seen = [];
        for (int frame = 0; frame < frames; frame++)
        {
            ReadOnlySpan<float> row = probabilities.Slice(frame * classes, classes);
            Seen(row, seen);
            next.Clear();
            foreach (Beam beam in beams)
            {
                float whole = Sum(beam.Blank, beam.Symbol);
                foreach ((int c, float score) in seen)
                {
                    if (c == 0)
                    {
                        Add(next, new Beam(beam.Node, whole + score, float.NegativeInfinity));
                        continue;
                    }

                    bool repeats = nodes[beam.Node].Class == c;
                    if (repeats)
                        Add(next, new Beam(beam.Node, float.NegativeInfinity, beam.Symbol + score));
                    // The same class again is another symbol only where a blank parts the two.
                    float from = repeats ? beam.Blank : whole;
                    if (!float.IsNegativeInfinity(from))
                        Add(next, new Beam(Child(beam.Node, c), float.NegativeInfinity, from + score));
                }
            }

            beams.Clear();
            beams.AddRange(next.Values.OrderByDescending(b => Sum(b.Blank, b.Symbol) + nodes[b.Node].Model).Take(Width));
        }

        int best = beams.MaxBy(b => Sum(b.Blank, b.Symbol) + nodes[b.Node].Model + Score(nodes[b.Node], 0)).Node;
        List<int> text = [];
        for (; best > 0; best = nodes[best].Parent)
            text.Add(nodes[best].Class);
        text.Reverse();
        return CtcAlignment.Align(probabilities, frames, classes, text);

        int Child(int parent, int c)
        {
            if (!children.TryGetValue((parent, c), out int child))
            {
                Node from = nodes[parent];
                child = nodes.Count;
                children.Add((parent, c), child);
                // Behind a sign letters begin anew, as at the line's start: what stood before it tells nothing of them.
                nodes.Add(new Node(parent, c, _isLetter[c] ? symbols.After(from.Context, c) : SymbolModel.Start, from.Model + Score(from, c)));
            }

            return child;
        }
    }

    /// <summary>
    /// What is known of the writing says for a class after a text. Nothing for figures, signs and ASCII: in names, codes and addresses they follow
    /// no habit, so there the network decides alone.
    /// </summary>
    private float Score(in Node text, int next) => next == 0
        ? Weight * symbols.Score(text.Context, next)
        : _isLetter[next] ? Weight * (symbols.Score(text.Context, next) + Usual) : 0;

    /// <summary>Whether it is a letter or mark of another writing than ASCII's.</summary>
    private static bool IsLetter(string symbol) => symbol.Length > 0 && !char.IsAscii(symbol[0]) && char.GetUnicodeCategory(symbol[0])
        is UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static void Add(Dictionary<int, Beam> beams, Beam beam) =>
        beams[beam.Node] = beams.TryGetValue(beam.Node, out Beam other) ? new Beam(beam.Node, Sum(other.Blank, beam.Blank), Sum(other.Symbol, beam.Symbol)) : beam;

    /// <summary>The classes worth following, with the logarithms of their probabilities; at least the likeliest.</summary>
    private static void Seen(ReadOnlySpan<float> row, List<(int Class, float Score)> seen)
    {
        seen.Clear();
        int best = 0;
        for (int c = 0; c < row.Length; c++)
        {
            if (row[c] > Least)
                seen.Add((c, MathF.Log(row[c])));
            best = row[c] > row[best] ? c : best;
        }

        if (seen.Count == 0)
            seen.Add((best, MathF.Log(MathF.Max(float.Epsilon, row[best]))));
    }

    /// <summary>Logarithm of the sum of two probabilities, given by their logarithms.</summary>
    private static float Sum(float a, float b)
    {
        (float more, float less) = a > b ? (a, b) : (b, a);
        return float.IsNegativeInfinity(less) ? more : more + MathF.Log(1 + MathF.Exp(less - more));
    }

    /// <summary>A text: that of its parent and one class more; <paramref name="Model"/> is what the symbol model says of it, weighed.</summary>
    private readonly record struct Node(int Parent, int Class, SymbolModel.Context Context, float Model);

    /// <summary>A text up to a frame: logarithms of its probability with a blank in that frame, and with its last symbol.</summary>
    private readonly record struct Beam(int Node, float Blank, float Symbol);
}
