using System.Diagnostics;
using OcrService.Documents;

namespace OcrService.Recognition;

/// <summary>
/// Lets N pictures run and M wait; the next one is refused at once. Those waiting hold compressed bytes only. Pictures start in the
/// order they came, as their memory allows; and while there is more than one worker, large ones never take the last, so that small
/// ones pass them.
/// </summary>
internal sealed class RecognitionGate : IDisposable
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Place> _waiting = [];
    private readonly WorkerThreads _threads;
    private readonly int _queueLength;
    private readonly long _pixelMemory, _queueMemory;
    private int _running, _largeRunning;
    private long _pixels, _queued;

    /// <summary>Opens the gate.</summary>
    /// <param name="workers">Most pictures that run.</param>
    /// <param name="queueLength">Most that wait.</param>
    /// <param name="memory">Bytes that pictures may take, those waiting a quarter of it at most. A picture that alone needs more still runs, alone.</param>
    public RecognitionGate(int workers, int queueLength, long memory = long.MaxValue)
    {
        Workers = workers;
        _queueLength = queueLength;
        _queueMemory = memory / 4;
        _pixelMemory = memory - _queueMemory;
        _threads = new WorkerThreads(workers);
        RecognitionTelemetry.Opened(this);
    }

    public int Workers { get; }

    /// <summary>Pictures running or waiting now.</summary>
    public int Admitted => Running + Waiting;

    /// <summary>Pictures running now.</summary>
    public int Running => Volatile.Read(ref _running);

    /// <summary>Pictures waiting now.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
                return _waiting.Count;
        }
    }

    /// <summary>
    /// Runs the work on a worker's thread once one is free, or refuses with <see cref="RecognitionFaults.Busy"/>.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled while waiting, or the work threw it.</exception>
    public async Task<Outcome<T>> RunAsync<T>(PictureWeight weight, Func<Outcome<T>> work, CancellationToken cancellationToken)
        where T : notnull
    {
        cancellationToken.ThrowIfCancellationRequested();
        long since = Stopwatch.GetTimestamp();
        if (Enter(weight) is not { } place)
            return RecognitionFaults.Busy;
        using (cancellationToken.UnsafeRegister(static (p, token) => ((Place)p!).Leave(token), place))
            await place.Turn.ConfigureAwait(false);
        RecognitionTelemetry.Waited(since);
        try
        {
            return await _threads.Run(work).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
            {
                Count(weight, -1);
                StartNext();
            }
        }
    }

    public void Dispose()
    {
        RecognitionTelemetry.Closed(this);
        _threads.Dispose();
    }

    private Place? Enter(PictureWeight weight)
    {
        Place place = new(this, weight);
        lock (_lock)
        {
            _waiting.AddLast(place.Node);
            _queued += weight.File;
            StartNext();
            if (place.HasStarted || (_waiting.Count <= _queueLength && _queued <= _queueMemory))
                return place;
            Remove(place);
            return null;
        }
    }

    private void Leave(Place place, CancellationToken token)
    {
        lock (_lock)
        {
            if (place.HasStarted)
                return;
            Remove(place);
            // It may have stood in the way of the one behind.
            StartNext();
        }

        place.Cancel(token);
    }

    /// <summary>Starts whoever can start. The first that lacks memory holds back those behind it, or it would wait for ever; one that is merely large does not.</summary>
    private void StartNext()
    {
        for (LinkedListNode<Place>? node = _waiting.First; node is not null && _running < Workers;)
        {
            Place place = node.Value;
            node = node.Next;
            if (place.Weight.IsLarge && _largeRunning >= Math.Max(1, Workers - 1))
                continue;
            if (_running > 0 && _pixels + place.Weight.Pixels > _pixelMemory)
                return;
            Remove(place);
            Count(place.Weight, +1);
            place.Start();
        }
    }

    private void Remove(Place place)
    {
        _waiting.Remove(place.Node);
        _queued -= place.Weight.File;
    }

    private void Count(PictureWeight weight, int sign)
    {
        Volatile.Write(ref _running, _running + sign);
        _largeRunning += weight.IsLarge ? sign : 0;
        _pixels += sign * weight.Pixels;
    }

    /// <summary>A place in the queue.</summary>
    private sealed class Place
    {
        private readonly RecognitionGate _gate;
        private readonly TaskCompletionSource _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Place(RecognitionGate gate, PictureWeight weight)
        {
            _gate = gate;
            Weight = weight;
            Node = new LinkedListNode<Place>(this);
        }

        public PictureWeight Weight { get; }

        public LinkedListNode<Place> Node { get; }

        /// <summary>Ends when it is this picture's turn.</summary>
        public Task Turn => _turn.Task;

        public bool HasStarted { get; private set; }

        public void Start()
        {
            HasStarted = true;
            _turn.SetResult();
        }

        public void Leave(CancellationToken token) => _gate.Leave(this, token);

        public void Cancel(CancellationToken token) => _turn.TrySetCanceled(token);
    }
}
