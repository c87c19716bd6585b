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
internal sealed class DirectedReader(TextRecognizer reader)
{
    /// <summary>Longest lines that vote on the page's direction.</summary>
    private const int Voters = 5;

    /// <summary>A line below this confidence is tried the other way round.</summary>
    private const float Doubt = 0.7f;

    /// <summary>The lines that vote are looked at both ways below this: upside down, digits and capitals can still look like letters.</summary>
    private const float VoterDoubt = 0.93f;

    /// <summary>Sideways lines are this many times taller than wide.</summary>
    private const float SidewaysAspect = 1.5f;

    /// <summary>
    /// Reads every box. <paramref name="upsideDown"/> tells whether the page turned out to be upside down: the quads then begin at the
    /// other end already, but their order on the page is the caller's matter.
    /// </summary>
    public List<ReadLine> Read(PageView view, IReadOnlyList<TextBox> boxes, ReadingPlan plan, out bool upsideDown, CancellationToken cancellationToken)
    {
        List<ReadLine> lines = new(boxes.Count);
        int[] longestFirst = [.. Enumerable.Range(0, boxes.Count).OrderByDescending(i => MathF.Max(boxes[i].Quad.Width, boxes[i].Quad.Height))];
        upsideDown = false;
        float votesUp = 0, votesDown = 0;
        bool decided = !plan.DetectDirection && !plan.DetectTextDirection;
        for (int k = 0; k < longestFirst.Length; k++)
        {
            TextBox box = boxes[longestFirst[k]];
            Quad quad = plan.DetectTextDirection || plan.DetectDirection ? AlongText(box.Quad) : box.Quad;
            if (upsideDown)
                quad = quad.UpsideDown;
            LineReading reading = reader.Read(view.Image, new LineCrop(view.ToImage.Map(quad)), cancellationToken);
            if (reading.Confidence < (decided ? Doubt : VoterDoubt) && (plan.DetectTextDirection || !decided))
            {
                LineReading other = reader.Read(view.Image, new LineCrop(view.ToImage.Map(quad.UpsideDown)), cancellationToken);
                if (!decided)
                {
                    votesUp += Sense(reading);
                    votesDown += Sense(other);
                }

                if (other.Confidence > reading.Confidence + 0.05f)
                {
                    reading = other;
                    quad = quad.UpsideDown;
                }
            }
            else if (!decided)
            {
                votesUp += Sense(reading);
            }

            lines.Add(new ReadLine(quad, box.Score, reading));
            if (!decided && k + 1 == Math.Min(Voters, longestFirst.Length))
            {
                decided = true;
                upsideDown = votesDown > votesUp;
            }
        }

        return lines;
    }

    private static float Sense(LineReading reading) => reading.Confidence * reading.Confidence * reading.Symbols.Count;

    /// <summary>The quad with its first edge along the text: a tall box holds text that runs downwards.</summary>
    private static Quad AlongText(in Quad quad) =>
        quad.Height >= SidewaysAspect * quad.Width
            ? new Quad(quad.TopRight, quad.BottomRight, quad.BottomLeft, quad.TopLeft)
            : quad;
}
