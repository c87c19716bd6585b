using OcrService.Documents.Finding;
using OcrService.Documents.Mrz;
using OcrService.Documents.Pages;
using OcrService.Documents.Values;

namespace OcrService.Documents.Fields;

/// <summary>
/// Fills the fields of a side: what is printed (<see cref="VisualZone"/>), the machine readable zone as the second source, then pairs
/// that say the same in two forms, and cross-checks, which have the last word on confidence. A field that cannot be read is empty and
/// never empties another.
/// </summary>
internal static class FieldExtractor
{
    private const float Conflict = 0.6f;
    private const float MaxConfidence = 0.999f;

    /// <summary>The values in the order of the declaration.</summary>
    public static IReadOnlyList<FieldValue> Extract(FoundCard card, Page page, IPicture picture, DateOnly today)
    {
        DocumentSide side = card.Side;
        Dictionary<string, FieldValue> printed = new VisualZone(page, picture, card.Frame, card.Landmarks).Read(side.Fields);
        Dictionary<string, FieldValue> values = side.Fields.Where(f => f.From is null).ToDictionary(
            field => field.Key,
            field => Known(field, card) is { } known
                ? known
                : Merge(field, printed.GetValueOrDefault(field.Key), FromZone(field, card.Zone, today)),
            StringComparer.Ordinal);
        foreach (FieldPair pair in side.Pairs)
        {
            Settle(pair, values);
        }

        foreach (CrossCheck check in side.Checks)
        {
            Apply(check, values);
        }

        foreach (FieldDefinition field in side.Fields.Where(f => f.From is not null))
        {
            FieldValue origin = values[field.From!];
            values[field.Key] = origin.Value.Length > 0 && field.Parser!(origin.Value) is { Length: > 0 } made
                ? origin with { Key = field.Key, Value = made }
                : FieldValue.Empty(field.Key, $"made from '{field.From}'");
        }

        return [.. side.Fields.Select(field => values[field.Key])];
    }

    /// <summary>A value that the kind of card is, rather than something printed in a place.</summary>
    private static FieldValue? Known(FieldDefinition field, FoundCard card)
    {
        if (field.Constant is { } constant)
        {
            return new FieldValue(field.Key, constant, card.Certainty, null, FieldSource.Landmarks, null);
        }

        (FoundLandmark Found, string Value)? best = null;
        foreach ((Landmark landmark, string value) in field.Tells)
        {
            FoundLandmark? found = card.Landmarks.Where(l => l.Landmark.Key == landmark.Key).MaxBy(l => l.Weight);
            if (found is not null && found.Weight > (best?.Found.Weight ?? 0))
            {
                best = (found, value);
            }
        }

        return best is { } b ? new FieldValue(field.Key, b.Value, card.Certainty, null, FieldSource.Landmarks, null) : null;
    }

    private static FieldValue? FromZone(FieldDefinition field, MrzDocument? zone, DateOnly today)
    {
        if (zone is null || field.Mrz?.Invoke(zone, today) is not { } found || found.Value.Length == 0)
        {
            return null;
        }

        MrzField origin = found.Origin;
        Quad? quad = zone.LineQuads.Count > origin.Line
            ? zone.LineQuads[origin.Line].Slice(
                (float)origin.Start / zone.Lines[origin.Line].Length,
                (float)(origin.Start + origin.Raw.Length) / zone.Lines[origin.Line].Length)
            : null;
        return new FieldValue(field.Key, found.Value, origin.Confidence * zone.Plausibility, quad, FieldSource.Mrz, null) { Check = origin.Check };
    }

    private static FieldValue Merge(FieldDefinition field, FieldValue? printed, FieldValue? zone)
    {
        if (printed is null || zone is null)
        {
            return printed ?? zone ?? FieldValue.Empty(field.Key, field.Region is null ? "not in the machine readable zone" : "not found on the page");
        }

        if (field.SourcesAgree(printed.Value, zone.Value))
        {
            float confidence = 1 - ((1 - printed.Confidence) * (1 - zone.Confidence));
            // Where the two may differ in spelling the printed one is the fuller; where words end, the zone says.
            return printed with { Value = WithWordsOf(printed.Value, zone.Value), Confidence = MathF.Min(MaxConfidence, confidence), Source = FieldSource.MrzAndPrint, Check = zone.Check };
        }

        if (zone.Check == MrzCheck.Passed)
        {
            return zone with { Confidence = zone.Confidence * (1 - ((1 - Conflict) * printed.Confidence / 2)) };
        }

        FieldValue better = printed.Confidence > zone.Confidence + 0.1f ? printed : zone;
        return better with { Confidence = better.Confidence * Conflict };
    }

    /// <summary>The printed letters with the zone's division into words, when both have the same letters and nothing else.</summary>
    private static string WithWordsOf(string printed, string zone)
    {
        string letters = string.Concat(printed.Where(c => c != ' '));
        if (!letters.All(char.IsLetter) || letters.Length != zone.Count(c => c != ' ') || FuzzyText.Compact(printed) != FuzzyText.Compact(zone))
        {
            return printed;
        }

        int next = 0;
        return string.Concat(zone.Select(c => c == ' ' ? ' ' : letters[next++]));
    }

    private static void Settle(FieldPair pair, Dictionary<string, FieldValue> values)
    {
        FieldValue first = values[pair.First], second = values[pair.Second];
        if (first.Value.Length == 0 && second.Value.Length == 0)
        {
            return;
        }

        if (pair.Settle(first.Value, second.Value) is not { } settled)
        {
            values[pair.First] = first with { Confidence = first.Confidence * Conflict };
            values[pair.Second] = second with { Confidence = second.Confidence * Conflict };
            return;
        }

        values[pair.First] = Settled(first, settled.First, second);
        values[pair.Second] = Settled(second, settled.Second, first);
    }

    /// <summary>A value confirmed by its twin is surer; one put right by it is as sure as the twin lets it be.</summary>
    private static FieldValue Settled(FieldValue value, string settled, FieldValue twin) =>
        settled == value.Value
            ? value with { Confidence = twin.Value.Length == 0 || value.Value.Length == 0 ? value.Confidence : 1 - ((1 - value.Confidence) * 0.6f) }
            : value with { Value = settled, Confidence = twin.Confidence * 0.95f, Quad = value.Quad ?? twin.Quad, Source = value.Value.Length == 0 ? twin.Source : value.Source, Reason = null };

    private static void Apply(CrossCheck check, Dictionary<string, FieldValue> values)
    {
        FieldValue first = values[check.First];
        FieldValue second = values[check.Second];
        if (first.Value.Length == 0 || second.Value.Length == 0)
        {
            return;
        }

        bool agrees = check.Agrees(first.Value, second.Value);
        values[check.First] = Judge(first, agrees);
        values[check.Second] = Judge(second, agrees);
    }

    private static FieldValue Judge(FieldValue value, bool agrees)
    {
        // A value behind a check digit that holds does not suffer from a neighbour that was misread.
        float doubt = value.Check == MrzCheck.Passed ? 0.95f : Conflict;
        return value with { Confidence = agrees ? 1 - ((1 - value.Confidence) * 0.6f) : value.Confidence * doubt };
    }
}
