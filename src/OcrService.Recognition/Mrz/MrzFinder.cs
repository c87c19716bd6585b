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

    private readonly (string Name, TextRecognizer Reader, MrzAlphabet Alphabet, ChannelNormalization Normalization, float Stretch)[] _ways;

    public MrzFinder(TextRecognizer general, TextRecognizer? latin)
    {
        MrzAlphabet generalAlphabet = new(general.Dictionary);
        if (latin is null)
        {
            _ways = [("general", general, generalAlphabet, ChannelNormalization.Unit, 1.15f), ("general-wide", general, generalAlphabet, ChannelNormalization.Centered, 1.3f)];
            return;
        }

        MrzAlphabet latinAlphabet = new(latin.Dictionary);
        _ways =
        [
            ("latin", latin, latinAlphabet, ChannelNormalization.Centered, 1),
            ("latin-wide", latin, latinAlphabet, ChannelNormalization.Unit, 1.15f),
            ("general", general, generalAlphabet, ChannelNormalization.Unit, 1.15f),
        ];
    }

    /// <summary>Zones in picture coordinates, the likeliest first.</summary>
    public List<MrzZone> Find(PageView view, IReadOnlyList<ReadLine> lines, CancellationToken cancellationToken)
    {
        List<MrzZone> zones = [];
        Dictionary<Quad, MrzLine> read = [];
        foreach (IReadOnlyList<Quad> rows in MrzRowFinder.Find(lines).Take(MaxZones))
        {
            List<MrzLine> zone = [];
            foreach (Quad row in rows)
            {
                if (!read.TryGetValue(row, out MrzLine? line))
                    read[row] = line = Read(view, row, cancellationToken);
                zone.Add(line);
            }

            zones.Add(new MrzZone(zone));
        }

        return zones;
    }

    private MrzLine Read(PageView view, in Quad row, CancellationToken cancellationToken)
    {
        Quad quad = view.ToImage.Map(row);
        List<MrzReading> readings = [];
        foreach ((string name, TextRecognizer reader, MrzAlphabet alphabet, ChannelNormalization normalization, float stretch) in _ways)
        {
            readings.Add(reader.Run(
                view.Image,
                new LineCrop(quad),
                normalization,
                stretch,
                (_, _, output) => alphabet.Decode(name, output.Data, output.Shape[1], output.Shape[2]),
                cancellationToken));
        }

        return new MrzLine(quad, readings);
    }
}
