using OcrService.Documents.Pages;
using OcrService.Recognition.Detection;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Reading;

/// <summary>A box with what was read of it.</summary>
/// <param name="Quad">In view coordinates, first edge in reading direction.</param>
/// <param name="DetectionScore">The detector's score.</param>
/// <param name="Reading">The better of the readings made.</param>
internal sealed record ReadLine(Quad Quad, float DetectionScore, LineReading Reading);

/// <summary>
/// Reads boxes the right way up. The reading itself is the judge: a line that makes no sense is read the other way round too, and the
/// surer of both counts. (The PP-OCR angle classifier is wrong on long Latin lines; and most lines never need it.) A page whose
/// longest lines make more sense upside down is upside down.
/// </summary>
internal sealed class DirectedReader(DirectedReader.ReadQuad readQuad)
{
    /// <summary>Reads a quad of a view, its first edge taken for the text's direction.</summary>
    public delegate LineReading ReadQuad(PageView view, in Quad quad, CancellationToken cancellationToken);

    /// <summary>Longest lines that vote on the page's direction.</summary>
    private const int Voters = 5;

    /// <summary>A line below this confidence is tried the other way round.</summary>
    private const float Doubt = 0.7f;

    /// <summary>The lines that vote are looked at both ways below this: upside down, digits and capitals can still look like letters.</summary>
    private const float VoterDoubt = 0.93f;

    /// <summary>Sideways lines are this many times taller than wide.</summary>
    private const float SidewaysAspect = 1.5f;

    /// <summary>How much surer a line must be the other way round than the page runs.</summary>
    private const float Turned = 0.05f;

    /// <summary>
    /// Reads every box. <paramref name="upsideDown"/> tells whether the page turned out to be upside down: the quads then begin at the
    /// other end already, but their order on the page is the caller's matter.
    /// </summary>
    public List<ReadLine> Read(PageView view, IReadOnlyList<TextBox> boxes, ReadingPlan plan, out bool upsideDown, CancellationToken cancellationToken)
    {
        bool anyWay = plan.DetectTextDirection || plan.DetectDirection;
        TextBox[] longestFirst =
        [
            .. boxes.OrderByDescending(b => MathF.Max(b.Quad.Width, b.Quad.Height)).Select(b => anyWay ? b with { Quad = AlongText(b.Quad) } : b),
        ];
        List<BothWays> voters = [];
        if (anyWay)
        {
            foreach (TextBox box in longestFirst.Take(Voters))
            {
                LineReading reading = readQuad(view, box.Quad, cancellationToken);
                voters.Add(new BothWays(box, reading, reading.Confidence < VoterDoubt ? readQuad(view, box.Quad.UpsideDown, cancellationToken) : null));
            }
        }

        upsideDown = voters.Sum(v => (v.Down?.Sense ?? 0) - v.Up.Sense) > 0;
        List<ReadLine> lines = new(boxes.Count);
        foreach (BothWays voter in voters)
        {
            // A line that was sure of itself was never read the other way: a page upside down has such lines too.
            LineReading? along = upsideDown ? voter.Down ?? readQuad(view, voter.Box.Quad.UpsideDown, cancellationToken) : voter.Up;
            LineReading? against = upsideDown ? voter.Up : voter.Down;
            lines.Add(Surer(voter.Box, along, against, upsideDown));
        }

        foreach (TextBox box in longestFirst.Skip(voters.Count))
        {
            LineReading along = readQuad(view, upsideDown ? box.Quad.UpsideDown : box.Quad, cancellationToken);
            LineReading? against = plan.DetectTextDirection && along.Confidence < Doubt
                ? readQuad(view, upsideDown ? box.Quad : box.Quad.UpsideDown, cancellationToken)
                : null;
            lines.Add(Surer(box, along, against, upsideDown));
        }

        return lines;
    }

    /// <summary>The line as the page runs, unless it makes more sense against it.</summary>
    private static ReadLine Surer(in TextBox box, LineReading along, LineReading? against, bool upsideDown)
    {
        bool turn = against is not null && !against.PointsBackwards && (against.Confidence > along.Confidence + Turned || along.PointsBackwards);
        return new ReadLine(turn != upsideDown ? box.Quad.UpsideDown : box.Quad, box.Score, turn ? against! : along);
    }

    /// <summary>A line that votes on the page's direction.</summary>
    /// <param name="Box">The box, its first edge along the text as if the page were upright.</param>
    /// <param name="Up">The reading as if the page were upright.</param>
    /// <param name="Down">The reading as if it were upside down; null when the first was beyond doubt.</param>
    private readonly record struct BothWays(TextBox Box, LineReading Up, LineReading? Down);

    /// <summary>The quad with its first edge along the text: a tall box holds text that runs downwards.</summary>
    private static Quad AlongText(in Quad quad) =>
        quad.Height >= SidewaysAspect * quad.Width
            ? new Quad(quad.TopRight, quad.BottomRight, quad.BottomLeft, quad.TopLeft)
            : quad;
}
