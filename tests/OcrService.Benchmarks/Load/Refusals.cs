using OcrService.Benchmarks.Readers;
using OcrService.Benchmarks.Running;
using OcrService.Benchmarks.Scoring;
using SkiaSharp;

namespace OcrService.Benchmarks.Load;

/// <summary>What requests cost the service that it refuses for who sends them, in processor time, beside one that it serves.</summary>
internal static class Refusals
{
    private const int InFlight = 4;

    /// <summary>So long the service's compiler works on what it has seen to be called often; its time would count.</summary>
    private const int WarmUpRounds = 8;

    private const int LargeBody = 300 * 1024;
    private const string WrongSignature = "verify aksk signature fail", Served = "\"result\"";

    public static async Task<Table> MeasureAsync(ServiceSetup setup, int requests, int rounds, CancellationToken cancellationToken)
    {
        // The fifth wrong signature would lock the key.
        await using ServiceProcess process = await ServiceProcess.StartAsync(setup, database: null, ["Lockout:Failures=1000"], cancellationToken);
        using var client = new HttpClient { BaseAddress = process.Url };
        Kind[] kinds = Kinds($"/v2/{ServiceSetup.ProjectId}/ocr/web-image", new RequestSigner(ServiceSetup.AccessKey, ServiceSetup.SecretKey));
        Dictionary<Kind, List<double>> costs = kinds.ToDictionary(k => k, _ => new List<double>());
        for (int round = -WarmUpRounds; round < rounds; round++)
        {
            foreach (Kind kind in kinds)
            {
                double cost = await MeasureAsync(client, kind, requests, process.Pid, cancellationToken);
                if (round >= 0) costs[kind].Add(cost);

                // One that is served ends the row of wrong signatures.
                await MeasureAsync(client, kinds[^1], 1, process.Pid, cancellationToken);
            }
        }

        var table = new Table("request", "body, bytes", "answer", "processor ms");
        foreach (Kind kind in kinds) table.Add(kind.Name, $"{kind.BodyBytes}", kind.Answer, $"{Quantiles.Median(costs[kind]):0.00}");
        return table;
    }

    private static Kind[] Kinds(string path, RequestSigner signer)
    {
        byte[] blank = ServiceReader.TextRequest(DrawBlank(), detectDirection: false), large = new byte[LargeBody];
        new Random(1).NextBytes(large);
        var stranger = signer with { AccessKey = "UNKNOWNKEY0123456789" };
        return
        [
            new("no credentials", blank.Length, "x-auth-token not found", () => RequestSigner.Post(path, blank)),
            new("a token of nobody", blank.Length, "decrypt token fail", () =>
            {
                HttpRequestMessage request = RequestSigner.Post(path, blank);
                request.Headers.Add("X-Auth-Token", new string('A', 400));
                return request;
            }),
            new("unknown access key", blank.Length, "Get secretKey failed", () => stranger.Sign(path, blank)),
            new("wrong signature", blank.Length, WrongSignature, () => signer.Forge(path, blank)),
            new("wrong signature", large.Length, WrongSignature, () => signer.Forge(path, large)),
            new("signed, a blank picture", blank.Length, Served, () => signer.Sign(path, blank)),
        ];
    }

    private static async Task<double> MeasureAsync(HttpClient client, Kind kind, int count, int process, CancellationToken cancellationToken)
    {
        TimeSpan before = ProcessFigures.ProcessorTime(process);
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellationToken }, async (_, token) =>
        {
            using HttpRequestMessage request = kind.Make();
            using HttpResponseMessage response = await client.SendAsync(request, token);
            string answer = await response.Content.ReadAsStringAsync(token);
            if (!answer.Contains(kind.Answer, StringComparison.Ordinal))
                throw new InvalidOperationException($"{kind.Name}: unexpected answer {(int)response.StatusCode} {answer}");
        });
        return (ProcessFigures.ProcessorTime(process) - before).TotalMilliseconds / count;
    }

    private static byte[] DrawBlank()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(20, 20, SKColorType.Rgba8888, SKAlphaType.Opaque));
        bitmap.Erase(SKColors.White);
        using SKData png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    /// <summary>A kind of request.</summary>
    /// <param name="Name">What it is called in the table.</param>
    /// <param name="BodyBytes">Length of its body.</param>
    /// <param name="Answer">A part of the answer that it must get.</param>
    /// <param name="Make">Makes one.</param>
    private sealed record Kind(string Name, int BodyBytes, string Answer, Func<HttpRequestMessage> Make);
}
