using OcrService.Documents.Mrz;
using OcrService.Documents.Pages;
using OcrService.Recognition.Imaging;
using OcrService.Recognition.Reading;

namespace OcrService.Recognition.Mrz;

/// <summary>Reads the rows of machine readable zones with their own alphabet, each in several ways, and leaves the judgement to the MRZ reader.</summary>
internal sealed class MrzFinder
{
    /// <summary>Zones of one picture that are worth reading.</summary>
    private const int MaxZones = 3;

    private readonly Way[] _ways;

    public MrzFinder(TextRecognizer general, TextRecognizer? latin)
    {
        MrzAlphabet generalAlphabet = new(general.Dictionary);
        if (latin is null)
        {
            _ways = [new("general", general, generalAlphabet, ChannelNormalization.Unit, 1.15f), new("general-wide", general, generalAlphabet, ChannelNormalization.Centered, 1.3f)];
            return;
        }

        MrzAlphabet latinAlphabet = new(latin.Dictionary);
        _ways =
        [
            new("latin", latin, latinAlphabet, ChannelNormalization.Centered, 1),
            new("latin-wide", latin, latinAlphabet, ChannelNormalization.Unit, 1.15f),
            new("general", general, generalAlphabet, ChannelNormalization.Unit, 1.15f),
        ];
    }

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
            zone = Zone(_ways.Length);
            if (MrzReader.IsBeyondDoubt(zone))
                return [zone];
            zones.Add(zone);

            MrzZone Zone(int ways) => new([.. rows.Select(row => new MrzLine(view.ToImage.Map(row), [.. Enumerable.Range(0, ways).Select(way => Read(row, way))]))]);
        }

        return zones;

        MrzReading Read(Quad row, int way)
        {
            if (!read.TryGetValue((row, way), out MrzReading? reading))
                read[(row, way)] = reading = _ways[way].Read(view, row, cancellationToken);
            return reading;
        }
    }

    /// <summary>One way of reading a row.</summary>
    private sealed record Way(string Name, TextRecognizer Reader, MrzAlphabet Alphabet, ChannelNormalization Normalization, float Stretch)
    {
        public MrzReading Read(PageView view, in Quad row, CancellationToken cancellationToken) => Reader.Run(
            view.Image,
            new LineCrop(view.ToImage.Map(row)),
            Normalization,
            Stretch,
            (_, _, output) => Alphabet.Decode(Name, output.Data, output.Shape[1], output.Shape[2]),
            cancellationToken);
    }
}
