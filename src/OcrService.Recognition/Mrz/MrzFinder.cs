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
    /// Zones in picture coordinates, the likeliest first; one alone when it is beyond doubt. A second and third way of reading are for
    /// zones that the first leaves in doubt.
    /// </summary>
    /// <param name="view">The page as it was looked at.</param>
    /// <param name="lines">What was read of it, in view coordinates.</param>
    /// <param name="singleRow">Whether a zone may be a single row.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public List<MrzZone> Find(PageView view, IReadOnlyList<ReadLine> lines, bool singleRow, CancellationToken cancellationToken)
    {
        List<MrzZone> zones = [];
        Dictionary<(Quad Row, int Way), MrzReading> read = [];
        foreach (IReadOnlyList<Quad> rows in MrzRowFinder.Find(lines, singleRow).Take(MaxZones))
        {
            MrzZone zone = Zone(1);
            if (MrzReader.IsBeyondDoubt(zone))
                return [zone];
            zone = Zone(ways.Count);
            if (MrzReader.IsBeyondDoubt(zone))
                return [zone];
            zones.Add(zone);

            MrzZone Zone(int count) => new([.. rows.Select(row => new MrzLine(view.ToImage.Map(row), [.. Enumerable.Range(0, count).Select(way => Read(row, way))]))]);
        }

        return zones;

        MrzReading Read(Quad row, int way)
        {
            if (!read.TryGetValue((row, way), out MrzReading? reading))
                read[(row, way)] = reading = ways[way].Read(view, row, cancellationToken);
            return reading;
        }
    }
}
