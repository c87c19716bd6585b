using System.Diagnostics;
using OcrService.Documents;

namespace OcrService.Recognition;

/// <summary>Lets N pictures run and M wait; the next one is refused at once. Those waiting hold compressed bytes only.</summary>
internal sealed class RecognitionGate : IDisposable
{
    private readonly SemaphoreSlim _running;
    private readonly int _queueLength;
    private int _admitted;

    public RecognitionGate(int workers, int queueLength)
    {
        Workers = workers;
        _queueLength = queueLength;
        _running = new SemaphoreSlim(workers, workers);
        RecognitionTelemetry.Opened(this);
    }

    public int Workers { get; }

    /// <summary>Pictures running or waiting now.</summary>
    public int Admitted => Volatile.Read(ref _admitted);

    /// <summary>Pictures running now.</summary>
    public int Running => Workers - _running.CurrentCount;

    /// <summary>Pictures waiting now.</summary>
    public int Waiting => Math.Max(0, Admitted - Running);

    /// <summary>
    /// Runs the work on a thread of its own once a worker is free, or refuses with <see cref="RecognitionFaults.Busy"/>.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled while waiting, or the work threw it.</exception>
    public async Task<Outcome<T>> RunAsync<T>(Func<Outcome<T>> work, CancellationToken cancellationToken)
        where T : notnull
    {
        if (Interlocked.Increment(ref _admitted) > Workers + _queueLength)
        {
            Interlocked.Decrement(ref _admitted);
            return RecognitionFaults.Busy;
        }

        try
        {
            long since = Stopwatch.GetTimestamp();
            await _running.WaitAsync(cancellationToken).ConfigureAwait(false);
            RecognitionTelemetry.Waited(since);
            try
            {
                return await Task.Run(work, CancellationToken.None).ConfigureAwait(false);
            }
            finally
            {
                _running.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _admitted);
        }
    }

    public void Dispose()
    {
        RecognitionTelemetry.Closed(this);
        _running.Dispose();
    }
}
