using OcrService.Documents;

namespace OcrService.Recognition;

/// <summary>Lets N pictures run and M wait; the next one is refused at once. Those waiting hold compressed bytes only.</summary>
internal sealed class RecognitionGate(int workers, int queueLength) : IDisposable
{
    private readonly SemaphoreSlim _running = new(workers, workers);
    private int _admitted;

    /// <summary>Pictures running or waiting now.</summary>
    public int Admitted => Volatile.Read(ref _admitted);

    /// <summary>
    /// Runs the work on a thread of its own once a worker is free, or refuses with <see cref="RecognitionFaults.Busy"/>.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled while waiting, or the work threw it.</exception>
    public async Task<Outcome<T>> RunAsync<T>(Func<Outcome<T>> work, CancellationToken cancellationToken)
        where T : notnull
    {
        if (Interlocked.Increment(ref _admitted) > workers + queueLength)
        {
            Interlocked.Decrement(ref _admitted);
            return RecognitionFaults.Busy;
        }

        try
        {
            await _running.WaitAsync(cancellationToken).ConfigureAwait(false);
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

    public void Dispose() => _running.Dispose();
}
