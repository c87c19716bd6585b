using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OcrService.Accounts.Storage;

namespace OcrService.Accounts.Metering;

/// <summary>
/// Counts answered calls. <see cref="Record"/> only adds to numbers in memory; a background writer hands them to the ledger a few times
/// a second. While the database is away they wait here, added up, and in the journal if there is one, and are written when it is back; a
/// stopping service writes them last.
/// </summary>
public sealed partial class UsageMeter : BackgroundService
{
    /// <summary>Name of the meter under which this class tells whether calls reach the ledger.</summary>
    public const string MeterName = "OcrService.Accounts";

    /// <summary>Most rows (project, API, outcome, minute) that wait; some hundred bytes each.</summary>
    private const int MostWaiting = 100_000;

    /// <summary>The wall clock was set, not just corrected, when it differs by more from the monotonic one.</summary>
    private static readonly TimeSpan ClockJump = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1), PruneInterval = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly UsageLedger _ledger;
    private readonly TimeProvider _time;
    private readonly ILogger<UsageMeter> _log;
    private readonly TimeSpan _interval;
    private readonly Counter<long> _failures;

    private readonly UsageJournal? _journal;

    /// <summary>Batches to be written, in their order: what a process before left, and what could not be written.</summary>
    private readonly List<Batch> _waiting = [];

    private Gathering _gathering = new();

    internal UsageMeter(UsageLedger ledger, TimeProvider time, IOptions<MeteringOptions> options, IMeterFactory meters, ILogger<UsageMeter> log)
    {
        _ledger = ledger;
        _time = time;
        _log = log;
        _interval = options.Value.FlushInterval;
        if (options.Value.JournalPath.Length > 0)
        {
            _journal = UsageJournal.Open(options.Value.JournalPath, log);
            _waiting.AddRange(_journal.ReadAll());
        }

        Meter meter = meters.Create(MeterName);
        _failures = meter.CreateCounter<long>("ocr.ledger.write.failures", "{failure}", "Failed writes of the usage ledger");
        meter.CreateObservableGauge("ocr.ledger.unwritten", CountUnwritten, "{call}", "Answered calls that are not in the usage ledger yet");

        // A counter that was never added to is not there, and an alert could not see its first step.
        _failures.Add(0);
    }

    /// <summary>Whether so much waits for the database that no more calls should be answered.</summary>
    public bool IsFull
    {
        get
        {
            lock (_lock)
                return _gathering.Calls.Count + _waiting.Sum(b => b.Calls.Count) >= MostWaiting;
        }
    }

    /// <summary>Counts an answered call. Takes microseconds and never waits for the database.</summary>
    /// <param name="call">The call.</param>
    /// <param name="reservation">The place it held, from <see cref="CallAdmission"/>.</param>
    public void Record(AnsweredCall call, Guid? reservation)
    {
        DateTimeOffset now = _time.GetUtcNow();
        var counted = new CountedCall(call, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)));
        lock (_lock)
        {
            _gathering.Calls[counted] = _gathering.Calls.GetValueOrDefault(counted) + 1;
            if (reservation is { } id)
                _gathering.Settled.Add(id);
        }
    }

    /// <summary>Writes everything recorded so far. Throws what the database throws, or <see cref="DatabaseAwayException"/>; nothing is lost by that.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (!await _ledger.IsWritableAsync(cancellationToken))
            throw new DatabaseAwayException();

        await _writing.WaitAsync(cancellationToken);
        try
        {
            // What could not be written goes first and unchanged: its id makes it count once, even if it had arrived.
            await WriteWaitingAsync(cancellationToken);
            Take();
            await WriteWaitingAsync(cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (await TryAsync(FlushAsync, cancellationToken))
            return;

        bool isKept = Journal();
        if (CountUnwritten() is var count and > 0)
        {
            if (isKept)
                Kept(_log, count);
            else
                Lost(_log, count);
        }
    }

    public override void Dispose()
    {
        _writing.Dispose();
        _journal?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateTimeOffset prunedAt = DateTimeOffset.MinValue;
        long pruned = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            bool written = await TryAsync(FlushAsync, stoppingToken);
            if (!written)
                Journal();

            TimeSpan passed = pruned == 0 ? TimeSpan.MaxValue : _time.GetElapsedTime(pruned);
            if (written && passed > PruneInterval)
            {
                // A clock that was set forward would make ids of batches look old that somebody is about to write again: he goes first.
                DateTimeOffset now = _time.GetUtcNow();
                if (pruned == 0 || (now - prunedAt - passed).Duration() < ClockJump)
                    await TryAsync(_ledger.PruneAsync, stoppingToken);
                (pruned, prunedAt) = (_time.GetTimestamp(), now);
            }

            await Task.Delay(written ? _interval : RetryDelay, _time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> TryAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _failures.Add(1);

            // That the database is away is told once, by its gate.
            if (!DatabaseFailures.IsAway(e))
                NotWritten(_log, e);
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task WriteWaitingAsync(CancellationToken cancellationToken)
    {
        while (_waiting.Count > 0)
        {
            Batch batch = _waiting[0];
            await _ledger.WriteAsync(batch, cancellationToken);
            lock (_lock)
                _waiting.RemoveAt(0);
            if (batch.IsJournaled)
                _journal?.Remove(batch.Id);
        }
    }

    private long CountUnwritten()
    {
        lock (_lock)
            return _gathering.Calls.Values.Sum() + _waiting.Sum(b => b.Count);
    }

    /// <summary>Makes a batch of what was gathered. Its file, if it has one, gets what came since.</summary>
    private void Take()
    {
        Batch batch;
        lock (_lock)
        {
            if (_gathering.IsEmpty)
                return;

            batch = _gathering.ToBatch();
            _waiting.Add(batch);
            _gathering = new Gathering();
        }

        if (batch.IsJournaled)
            _journal?.Save(batch);
    }

    /// <summary>Puts what waits into the journal; false when there is none or it cannot be written.</summary>
    private bool Journal()
    {
        if (_journal is null)
            return false;

        bool isSaved = true;
        for (int i = 0; i < _waiting.Count; i++)
        {
            if (_waiting[i].IsJournaled)
                continue;

            Batch batch = _waiting[i] with { IsJournaled = true };
            isSaved &= _journal.Save(batch);
            lock (_lock)
                _waiting[i] = batch;
        }

        Batch gathered;
        lock (_lock)
        {
            if (_gathering.IsEmpty)
                return isSaved;

            _gathering.IsJournaled = true;
            gathered = _gathering.ToBatch();
        }

        return _journal.Save(gathered) && isSaved;
    }

    [LoggerMessage(3, LogLevel.Error, "The usage ledger could not be written; calls are kept and written later")]
    private static partial void NotWritten(ILogger logger, Exception exception);

    [LoggerMessage(8, LogLevel.Warning, "The service stops while the accounts' database is away; {Calls} answered calls are in the journal")]
    private static partial void Kept(ILogger logger, long calls);

    [LoggerMessage(9, LogLevel.Critical, "The service stops while the accounts' database is away, without a journal; {Calls} answered calls are lost")]
    private static partial void Lost(ILogger logger, long calls);

    /// <summary>Calls since the last batch, under the id that theirs will have.</summary>
    private sealed class Gathering
    {
        private readonly Guid _id = Guid.NewGuid();

        public Dictionary<CountedCall, long> Calls { get; } = [];

        public List<Guid> Settled { get; } = [];

        public bool IsJournaled { get; set; }

        public bool IsEmpty => Calls.Count == 0 && Settled.Count == 0;

        /// <summary>A copy.</summary>
        public Batch ToBatch() => new(_id, new Dictionary<CountedCall, long>(Calls), [.. Settled]) { IsJournaled = IsJournaled };
    }
}
