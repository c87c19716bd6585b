using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using OcrService.Battery.Attacks;

namespace OcrService.Battery.CrossTalk;

/// <summary>What became of the requests of a cross-talk run.</summary>
internal sealed class CrossTalkTally
{
    private readonly ConcurrentQueue<string> _complaints = [];
    private readonly ConcurrentDictionary<string, int> _requestIds = new(StringComparer.Ordinal);
    private int _own;
    private int _misread;
    private int _swapped;
    private int _refused;
    private int _left;
    private int _elsewhere;

    public int Own => _own;

    public int Misread => _misread;

    public int Swapped => _swapped;

    /// <summary>Refused with the documented 429.</summary>
    public int Refused => _refused;

    /// <summary>Given up by the client.</summary>
    public int Left => _left;

    /// <summary>Answered by another endpoint, that there is no document.</summary>
    public int Elsewhere => _elsewhere;

    public IReadOnlyCollection<string> Complaints => _complaints;

    public void GaveUp() => Interlocked.Increment(ref _left);

    /// <summary>Judges the answer to a picture.</summary>
    public void Take(NumberedPicture picture, bool isPassport, Answer answer)
    {
        if (AnswerRules.Complain(answer) is { } complaint) _complaints.Enqueue($"{picture.Number}: {complaint}");
        if (answer.RequestId is { } id && !_requestIds.TryAdd(id, picture.Number)) _complaints.Enqueue($"{picture.Number}: a request id for the second time");
        if (answer.Status == 429) Interlocked.Increment(ref _refused);
        else if (isPassport) TakePassport(picture, answer);
        else if (answer.Status == 200) Count(picture.Judge((JsonObject)JsonNode.Parse(answer.Body)!["result"]!));
        else _complaints.Enqueue($"{picture.Number}: status {answer.Status}: {answer.Body}");
    }

    private void TakePassport(NumberedPicture picture, Answer answer)
    {
        // The pictures are no passports, so a passport's answer would be another's.
        Interlocked.Increment(ref _elsewhere);
        if (answer.Status == 200) Count(Verdict.Swapped);
        else if (!answer.Body.Contains("AIS.0104", StringComparison.Ordinal)) _complaints.Enqueue($"{picture.Number} as passport: {answer.Body}");
    }

    private void Count(Verdict verdict) => Interlocked.Increment(ref verdict == Verdict.Own ? ref _own : ref verdict == Verdict.Misread ? ref _misread : ref _swapped);
}

/// <summary>Sends many numbered pictures at once, some to another endpoint, some given up half-way, more than the queue holds.</summary>
internal static class CrossTalkRun
{
    private const int EveryPassport = 7, EveryLeaving = 11;

    public static async Task<CrossTalkTally> RunAsync(ServiceClient client, int requests, int inFlight, CancellationToken cancellationToken)
    {
        var tally = new CrossTalkTally();
        await Parallel.ForAsync(0, requests, new ParallelOptions { MaxDegreeOfParallelism = inFlight, CancellationToken = cancellationToken }, async (number, token) =>
        {
            var picture = new NumberedPicture(number);
            byte[] body = ServiceClient.Body(picture.Draw(), new JsonObject { ["extract_type"] = new JsonArray("image_size") });
            bool isPassport = number % EveryPassport == EveryPassport - 1;
            using var leave = CancellationTokenSource.CreateLinkedTokenSource(token);
            if (number % EveryLeaving == EveryLeaving - 1) leave.CancelAfter(number % 200);
            try
            {
                // The passport's own body: it knows no extract_type and ignores it.
                Answer answer = await client.PostAsync(client.PathOf(isPassport ? "passport" : "web-image"), body, leave.Token);
                tally.Take(picture, isPassport, answer);
                if (answer.Status == 429) await Task.Delay(50, token);
            }
            catch (OperationCanceledException) when (!token.IsCancellationRequested)
            {
                tally.GaveUp();
            }
        });
        return tally;
    }
}
