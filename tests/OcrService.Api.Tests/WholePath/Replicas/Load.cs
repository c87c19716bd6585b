using System.Collections.Concurrent;
using System.Diagnostics;
using OcrService.Api.Tests.Support;

namespace OcrService.Api.Tests.WholePath.Replicas;

/// <summary>Callers who call one after the other until they are stopped or their service is gone. What became of each call is written down.</summary>
internal sealed class Load(Customer customer) : IAsyncDisposable
{
    private readonly ConcurrentQueue<Call> _calls = [];
    private readonly ConcurrentQueue<Task> _callers = [];
    private readonly CancellationTokenSource _stop = new();

    public IReadOnlyCollection<Call> Calls => _calls;

    /// <summary>Calls that were answered with a reading.</summary>
    public IEnumerable<Call> Received => _calls.Where(c => c.Answer is { Status: 200 });

    public IEnumerable<Call> ReceivedFrom(ServiceProcess service) => Received.Where(c => c.Service == service);

    /// <summary>Calls of which their callers never heard again.</summary>
    public int Broken => _calls.Count(c => c.Answer is null);

    public void Start(ServiceProcess service, int callers)
    {
        for (int i = 0; i < callers; i++)
            _callers.Enqueue(CallAsync(service));
    }

    public async Task WaitAsync(Func<bool> until)
    {
        for (int i = 0; i < 600; i++)
        {
            if (until())
                return;

            await Task.Delay(50);
        }

        throw new TimeoutException($"{Received.Count()} of {_calls.Count} calls were answered with a reading.");
    }

    /// <summary>Lets everybody finish his call.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_callers);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task CallAsync(ServiceProcess service)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                Answer answer = await customer.CallAsync(service);
                _calls.Enqueue(new Call(service, answer, Stopwatch.GetTimestamp()));
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                _calls.Enqueue(new Call(service, null, Stopwatch.GetTimestamp()));
                return;
            }
        }
    }
}

/// <summary>A call that is over.</summary>
/// <param name="Service">Who was called.</param>
/// <param name="Answer">Null when the connection broke.</param>
/// <param name="EndedAt">By the caller's clock.</param>
internal sealed record Call(ServiceProcess Service, Answer? Answer, long EndedAt);
