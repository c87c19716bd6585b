using System.Text.Json;
using OcrService.Benchmarks.Readers;
using OcrService.Benchmarks.Samples;
using OcrService.Specimens;
using OcrService.Specimens.Documents;
using OcrService.Specimens.Wearing;
using SkiaSharp;

namespace OcrService.Benchmarks.Load;

/// <summary>Kinds of requests as a public service gets them, and how many of each there are in a thousand.</summary>
internal sealed class SoakMix
{
    private const int SmallSamples = 16, Seed = 8101;

    private readonly List<(int InThousand, SoakKind Kind)> _kinds;

    private SoakMix(List<(int InThousand, SoakKind Kind)> kinds) => _kinds = kinds;

    public IEnumerable<SoakKind> Kinds => _kinds.Select(k => k.Kind);

    /// <summary>Draws and encodes everything that will be sent.</summary>
    public static SoakMix Make(IReadOnlyList<Sample> samples)
    {
        List<SoakRequest> small = [.. samples.OrderBy(Pixels).Take(SmallSamples).Select(s => Text(File.ReadAllBytes(s.FullPath)))];
        List<SoakRequest> cards = [], empty = [];
        foreach (DocumentSpecimen document in DocumentSpecimen.All)
        {
            using Specimen specimen = document.Render(Seed);
            cards.Add(new SoakRequest(document.Api, ServiceReader.FieldsRequest(document, Wear.Apply(specimen, WearKind.Photo, Seed).Jpeg)));
        }

        for (int seed = 1; seed <= 4; seed++)
        {
            using Specimen table = NoDocument.Render(NoDocumentKind.EmptyTable, seed);
            using SKData jpeg = table.Bitmap.Encode(SKEncodedImageFormat.Jpeg, 80);
            empty.Add(new SoakRequest("passport", ServiceReader.TextRequest(jpeg.ToArray(), detectDirection: true)));
        }

        byte[] wrong = JsonSerializer.SerializeToUtf8Bytes(new { image = new string('%', 20_000) });
        return new SoakMix(
        [
            (640, new SoakKind("small web samples", small, "200")),
            (27, new SoakKind("cards, every document once", cards, "200")),
            (40, new SoakKind("no document on the picture", empty, "AIS.0104")),
            (100, new SoakKind("wrong Base64", [new SoakRequest("web-image", wrong)], "AIS.0102")),
            (100, new SoakKind("unknown access key", small, "APIG.0301") { IsStranger = true }),
            (90, new SoakKind("caller gone within 150 ms", [.. small, .. cards], "gone") { Leaves = true }),
            (2, new SoakKind("4096 x 4096 pixels of text", [Text(TextSheet.Render(4096))], "200")),
            (1, new SoakKind("8192 x 8192 pixels of text", [Text(TextSheet.Render(8192))], "200")),
        ]);
    }

    /// <summary>A thousand requests, the same ones every time, in an order of their own.</summary>
    public List<(SoakKind Kind, SoakRequest Request)> Thousand(int seed)
    {
        var random = new Random(seed);
        List<(SoakKind Kind, SoakRequest Request)> all =
            [.. _kinds.SelectMany(k => Enumerable.Range(0, k.InThousand).Select(i => (k.Kind, k.Kind.Requests[i % k.Kind.Requests.Count])))];
        var order = all.ToArray();
        random.Shuffle(order);
        return [.. order];
    }

    private static SoakRequest Text(byte[] file) => new("web-image", ServiceReader.TextRequest(file, detectDirection: true));

    private static long Pixels(Sample sample)
    {
        using SKCodec? codec = SKCodec.Create(sample.FullPath);
        return codec is null ? long.MaxValue : (long)codec.Info.Width * codec.Info.Height;
    }
}

/// <summary>A kind of request.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Requests">Those that there are, used in turn.</param>
/// <param name="Expected"><c>200</c>, an error code, or <c>gone</c> where the caller waits for no answer.</param>
internal sealed record SoakKind(string Name, IReadOnlyList<SoakRequest> Requests, string Expected)
{
    /// <summary>Signed with a key that nobody has.</summary>
    public bool IsStranger { get; init; }

    /// <summary>The caller closes the connection early.</summary>
    public bool Leaves { get; init; }
}

/// <summary>A request that is sent many times.</summary>
/// <param name="Endpoint">Last part of its path.</param>
/// <param name="Body">Its body.</param>
internal sealed record SoakRequest(string Endpoint, byte[] Body);
