using System.Collections.Concurrent;

namespace OcrService.Battery.Attacks;

/// <summary>What was sent, what came back, and what was wrong with it.</summary>
internal sealed class AttackReport
{
    private readonly ConcurrentQueue<(string Name, string Outcome, TimeSpan Time)> _answers = [];
    private readonly ConcurrentQueue<string> _complaints = [];

    public int Count => _answers.Count;

    public IReadOnlyCollection<string> Complaints => _complaints;

    public IEnumerable<(string Outcome, int Count)> Outcomes => _answers.CountBy(a => a.Outcome).OrderByDescending(o => o.Value).Select(o => (o.Key, o.Value));

    public IEnumerable<(string Name, TimeSpan Time)> Slowest => _answers.OrderByDescending(a => a.Time).Take(10).Select(a => (a.Name, a.Time));

    /// <summary>An answer to be judged by the rules.</summary>
    public void Judge(string name, Answer answer)
    {
        Note(name, $"{answer.Status}", answer.Time);
        if (AnswerRules.Complain(answer) is { } complaint) Complain(name, complaint);
    }

    /// <summary>Sends a request and judges its answer; one that is cut off gets none, and that is wrong too.</summary>
    public async Task SendAsync(
        ServiceClient client, string name, string path, byte[] body, CancellationToken cancellationToken, Action<HttpRequestMessage>? change = null)
    {
        try
        {
            Judge(name, await client.PostAsync(path, body, cancellationToken, change));
        }
        catch (HttpRequestException e)
        {
            Complain(name, $"no answer: {e.Message} {e.InnerException?.Message}");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Complain(name, "no answer in time");
        }
    }

    public void Note(string name, string outcome, TimeSpan time) => _answers.Enqueue((name, outcome, time));

    public void Complain(string name, string complaint) => _complaints.Enqueue($"{name}: {complaint}");
}
