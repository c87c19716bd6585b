using OcrService.Documents.Mrz;
using OcrService.Documents.Pages;
using OcrService.Recognition.Imaging;
using OcrService.Recognition.Reading;

namespace OcrService.Recognition.Mrz;

/// <summary>Reads the rows of machine readable zones with their own alphabet, each in several ways, and leaves the judgement to the MRZ reader.</summary>
internal sealed class MrzFinder(IReadOnlyList<IMrzRowReader> ways)
{
    /// <summary>Zones of one picture that are worth reading.</summary>
    private const int MaxZones = 3;

    /// <summary>
    /// How far rows that stay in doubt are drawn out to the right, in widths: where all rows of a zone end in fillers and the print is
    /// small, the detector may lose the ends of all of them.
    /// </summary>
    private const float DrawnOut = 0.4f;

    /// <summary>
    /// Zones in picture coordinates, the likeliest first; one alone when it is beyond doubt. Every further way of reading is for zones that
    /// those before it leave in doubt.
    /// </summary>
    /// <param name="view">The page as it was looked at.</param>
    /// <param name="lines">What was read of it, in view coordinates.</param>
    /// <param name="singleRow">Whether a zone may be a single row.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public List<MrzZone> Find(PageView view, IReadOnlyList<ReadLine> lines, bool singleRow, CancellationToken cancellationToken)
    {
        List<MrzZone> zones = [];
        foreach (IReadOnlyList<Quad> rows in MrzRowFinder.Find(lines, singleRow).Take(MaxZones))
        {
            (MrzZone zone, bool isBeyondDoubt) = Read(view, rows, cancellationToken);
            if (isBeyondDoubt)
                return [zone];
            zones.Add(zone);
        }

        return zones;
    }

    /// <summary>Reads given rows as one zone, in as many ways as it takes until it is beyond doubt.</summary>
    public (MrzZone Zone, bool IsBeyondDoubt) Read(PageView view, IReadOnlyList<Quad> rows, CancellationToken cancellationToken)
    {
        Dictionary<(Quad Row, int Way), MrzReading> read = [];
        MrzZone zone = Zone(rows, 1);
        for (int count = 2; count <= ways.Count && !MrzReader.IsBeyondDoubt(zone); count++)
            zone = Zone(rows, count);
        if (MrzReader.IsBeyondDoubt(zone))
            return (zone, true);
        if (rows.Count == 1)
            return (zone, false);
        MrzZone longer = Zone([.. rows.Select(DrawOut)], 1);
        if (MrzReader.IsBeyondDoubt(longer))
            return (longer, true);
        return (!MrzReader.HoldsDocument(zone) && MrzReader.HoldsDocument(longer) ? longer : zone, false);

        MrzZone Zone(IReadOnlyList<Quad> rows, int count) =>
            new([.. rows.Select(row => new MrzLine(view.ToImage.Map(row), [.. Enumerable.Range(0, count).Select(way => ReadRow(row, way))]))]);

        MrzReading ReadRow(Quad row, int way)
        {
            if (!read.TryGetValue((row, way), out MrzReading? reading))
                read[(row, way)] = reading = ways[way].Read(view, row, cancellationToken);
            return reading;
        }
    }

    private static Quad DrawOut(Quad row) => row with
    {
        TopRight = row.TopRight + ((row.TopRight - row.TopLeft) * DrawnOut),
        BottomRight = row.BottomRight + ((row.BottomRight - row.BottomLeft) * DrawnOut),
    };
}
