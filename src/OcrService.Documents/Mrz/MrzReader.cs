using OcrService.Documents.Pages;

namespace OcrService.Documents.Mrz;

/// <summary>
/// Understands machine readable zones: the most probable legal document behind what the readers saw. Formats, position classes,
/// state codes and check digits weigh in as probabilities; a check digit that fails against clear letters is reported, not repaired.
/// </summary>
public static class MrzReader
{
    private const float MinPlausibility = 0.5f;
    private const float TextProbability = 0.9f;
    private const float SureName = 0.94f;

    /// <summary>Cost of edits in nats beyond which letters may have been taken for surplus ones or fillers for letters.</summary>
    private const float MostEdits = 3;
    private static readonly DateOnly AnyDay = new(2020, 1, 1);

    private static readonly MrzDecoder[] Decoders = [.. MrzFormats.All.Select(f => new MrzDecoder(f))];

    /// <summary>
    /// The document, or null when the zone holds none. A zone with more lines than a format needs is tried at every offset.
    /// </summary>
    /// <param name="zone">What recognition found.</param>
    /// <param name="today">Day against which dates count as plausible.</param>
    public static MrzDocument? Read(MrzZone zone, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(zone);
        IReadOnlyList<MrzEvidence>[] readings =
            [.. zone.Lines.Select(line => line.Readings.Select(r => new MrzEvidence([.. r.Symbols.Select(s => new MrzEmission(s))], r.Frames)).ToArray())];
        return Read(readings, [.. zone.Lines.Select(l => l.Quad)], today);
    }

    /// <summary>The same for lines of text without probabilities or places.</summary>
    public static MrzDocument? Read(IReadOnlyList<string> lines, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(lines);
        IReadOnlyList<MrzEvidence>[] readings =
        [
            .. lines.Select(line => new MrzEvidence[]
            {
                new([.. line.Where(c => MrzAlphabet.IndexOf(c) >= 0).Select(c => new MrzEmission(new MrzSymbol(float.NaN, [new(c, TextProbability)])))]),
            }),
        ];
        return Read(readings, [], today);
    }

    /// <summary>Whether the zone can be a document at all.</summary>
    public static bool HoldsDocument(MrzZone zone) => Read(zone, AnyDay) is not null;

    /// <summary>
    /// Whether more readings of the zone, or other zones, could hardly change what it says: every check digit holds, the rows are as
    /// long as they should be, and the readers are sure of the names, which no check digit covers.
    /// </summary>
    public static bool IsBeyondDoubt(MrzZone zone)
    {
        // The day only tells centuries apart; that the dates are dates does not depend on it.
        return Read(zone, AnyDay) is { } document
            && document.EditCost <= MostEdits
            && document.Composite != MrzCheck.Failed
            && document.Fields.Values.All(f => f.Check != MrzCheck.Failed)
            && NamesOf(document).All(n => n.Corrected.Count == 0 && n.Probability >= SureName)
            // A reader that loses one of the two fillers between the names makes one long surname of them.
            && (!document.Fields.TryGetValue(MrzFieldName.GivenNames, out MrzField? given) || given.Value.Length > 0)
            // What looks like a zero in a name code is the letter O, and the other way round in a place: either may have been put right.
            && document.Fields.Values.All(f => f.Name is not (MrzFieldName.NameCode or MrzFieldName.IssuePlace) || f.Probability >= SureName);
    }

    private static IEnumerable<MrzField> NamesOf(MrzDocument document) =>
        document.Fields.TryGetValue(MrzFieldName.Names, out MrzField? names)
            ? [names]
            : document.Fields.Values.Where(f => f.Name is MrzFieldName.Surname or MrzFieldName.GivenNames);

    private static MrzDocument? Read(IReadOnlyList<MrzEvidence>[] lines, IReadOnlyList<Quad> quads, DateOnly today)
    {
        MrzDocument? best = null;
        float bestScore = float.NegativeInfinity;
        foreach (MrzDecoder decoder in Decoders)
        {
            int count = decoder.Allowed.Count;
            if (count == 1 && lines.Length > 1)
            {
                // A single line explains itself better than several do; so where there are more, it would win by leaving out the others.
                continue;
            }

            for (int first = 0; first + count <= lines.Length; first++)
            {
                IReadOnlyList<MrzEvidence>[] window = lines[first..(first + count)];
                if (!Fits(window, decoder.Allowed[0].Count) || decoder.Decode(window) is not { } decoded || decoded.ScorePerCell <= bestScore)
                {
                    continue;
                }

                MrzDocument document = MrzDocumentBuilder.Build(decoded, quads.Count == 0 ? [] : [.. quads.Skip(first).Take(count)], today);
                if (document.Plausibility >= MinPlausibility)
                {
                    (best, bestScore) = (document, decoded.ScorePerCell);
                }
            }
        }

        return best;
    }

    /// <summary>Every line has a reading that could be of this length: no more than a third of its symbols lost or invented.</summary>
    private static bool Fits(IReadOnlyList<MrzEvidence>[] window, int length) =>
        window.All(readings => readings.Any(r => r.Symbols.Count > 0 && Math.Abs(r.Symbols.Count - length) * 3 <= length));
}
