using System.CommandLine;
using OcrService.Benchmarks.Readers;
using OcrService.Benchmarks.Scoring;
using SkiaSharp;

namespace OcrService.Benchmarks.Verbs;

/// <summary>What requests cost the service that it refuses for who sends them, in processor time, beside one that it serves.</summary>
internal static class RefusalsVerb
{
    private const int InFlight = 4;

    /// <summary>So long the service's compiler works on what it has seen to be called often; its time would count.</summary>
    private const int WarmUpRounds = 8;

    private const int LargeBody = 300 * 1024;
    private const string WrongSignature = "verify aksk signature fail", Served = "\"result\"";

    public static Command Create(CommonOptions common)
    {
        var pid = new Option<int>("--pid") { Description = "Process id of the service.", Required = true };
        var access = new Option<string>("--access-key") { Description = "An access key of the project.", Required = true };
        var secret = new Option<string?>("--secret-key")
        {
            Description = "Its secret; by default that of the environment variable OCR_SECRET_KEY.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("OCR_SECRET_KEY"),
        };
        var requests = new Option<int>("--requests") { Description = "Requests of each kind and round.", DefaultValueFactory = _ => 500 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds; the middle one counts.", DefaultValueFactory = _ => 3 };
        var command = new Command(
            "refusals",
            "Prints the service's processor time for each refused request. Start it with Lockout__Failures=1000, above --requests, or the key is locked.")
        {
            common.Url, common.Project, common.Markdown, pid, access, secret, requests, rounds,
        };
        command.SetAction(async (result, cancellationToken) =>
        {
            if (result.GetValue(common.Url) is not { } url || result.GetValue(secret) is not { Length: > 0 } secretKey)
            {
                await Console.Error.WriteLineAsync("refusals measures a running service: give --url, and --secret-key or OCR_SECRET_KEY.");
                return 1;
            }

            using var client = new HttpClient { BaseAddress = url };
            var signer = new RequestSigner(result.GetValue(access)!, secretKey);
            Kind[] kinds = Kinds($"/v2/{Uri.EscapeDataString(result.GetValue(common.Project)!)}/ocr/web-image", signer);
            Dictionary<Kind, List<double>> costs = kinds.ToDictionary(k => k, _ => new List<double>());
            for (int round = -WarmUpRounds; round < result.GetValue(rounds); round++)
            {
                foreach (Kind kind in kinds)
                {
                    double cost = await MeasureAsync(client, kind, result.GetValue(requests), result.GetValue(pid), cancellationToken);
                    if (round >= 0) costs[kind].Add(cost);

                    // One that is served ends the row of wrong signatures.
                    await MeasureAsync(client, kinds[^1], 1, result.GetValue(pid), cancellationToken);
                }
            }

            var table = new Table("request", "body, bytes", "answer", "processor ms");
            foreach (Kind kind in kinds) table.Add(kind.Name, $"{kind.BodyBytes}", kind.Answer, $"{Duel.Median(costs[kind]):0.00}");
            Console.Write(table.Print(result.GetValue(common.Markdown)));
            return 0;
        });
        return command;
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
        TimeSpan before = ProcessorTime(process);
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellationToken }, async (_, token) =>
        {
            using HttpRequestMessage request = kind.Make();
            using HttpResponseMessage response = await client.SendAsync(request, token);
            string answer = await response.Content.ReadAsStringAsync(token);
            if (!answer.Contains(kind.Answer, StringComparison.Ordinal))
                throw new InvalidOperationException($"{kind.Name}: unexpected answer {(int)response.StatusCode} {answer}");
        });
        return (ProcessorTime(process) - before).TotalMilliseconds / count;
    }

    /// <summary>User and system time of all threads: fields 14 and 15 of <c>/proc/PID/stat</c>, in hundredths of a second.</summary>
    private static TimeSpan ProcessorTime(int process)
    {
        string stat = File.ReadAllText($"/proc/{process}/stat");
        // The second field, the name in brackets, may hold blanks.
        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromMilliseconds(10 * (long.Parse(fields[11]) + long.Parse(fields[12])));
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
