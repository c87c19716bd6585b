using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OcrService.Accounts.Metering;

/// <summary>
/// Counts answered calls. <see cref="Record"/> only adds to numbers in memory; a background writer hands them to the ledger a few times
/// a second. While the database is away they wait here, added up, and are written when it is back; a stopping service writes them last.
/// </summary>
public sealed partial class UsageMeter : BackgroundService
{
    /// <summary>Name of the meter under which this class tells whether calls reach the ledger.</summary>
    public const string MeterName = "OcrService.Accounts";

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1), PruneInterval = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly UsageLedger _ledger;
    private readonly TimeProvider _time;
    private readonly ILogger<UsageMeter> _log;
    private readonly TimeSpan _interval;
    private readonly Counter<long> _failures;

    private Dictionary<CountedCall, long> _calls = [];
    private List<Guid> _settled = [];
    private Batch? _unwritten;

    internal UsageMeter(UsageLedger ledger, TimeProvider time, IOptions<MeteringOptions> options, IMeterFactory meters, ILogger<UsageMeter> log)
    {
        _ledger = ledger;
        _time = time;
        _log = log;
        _interval = options.Value.FlushInterval;
        Meter meter = meters.Create(MeterName);
        _failures = meter.CreateCounter<long>("ocr.ledger.write.failures", "{failure}", "Failed writes of the usage ledger");
        meter.CreateObservableGauge("ocr.ledger.unwritten", CountUnwritten, "{call}", "Answered calls that are not in the usage ledger yet");

        // A counter that was never added to is not there, and an alert could not see its first step.
        _failures.Add(0);
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
            _calls[counted] = _calls.GetValueOrDefault(counted) + 1;
            if (reservation is { } id)
                _settled.Add(id);
        }
    }

    /// <summary>Writes everything recorded so far. Throws what the database throws; nothing is lost by that.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            // What could not be written goes first and unchanged: its id makes it count once, even if it had arrived.
            await WriteAsync(cancellationToken);
            _unwritten = Take();
            await WriteAsync(cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(FlushAsync, cancellationToken);
    }

    public override void Dispose()
    {
        _writing.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateTimeOffset pruned = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            bool written = await TryAsync(FlushAsync, stoppingToken);
            if (written && _time.GetUtcNow() - pruned > PruneInterval)
            {
                await TryAsync(_ledger.PruneAsync, stoppingToken);
                pruned = _time.GetUtcNow();
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
            NotWritten(_log, e);
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (_unwritten is { } batch)
            await _ledger.WriteAsync(batch, cancellationToken);
        _unwritten = null;
    }

    private long CountUnwritten()
    {
        lock (_lock)
            return _calls.Values.Sum() + (_unwritten?.Calls.Values.Sum() ?? 0);
    }

    private Batch? Take()
    {
        lock (_lock)
        {
            if (_calls.Count == 0 && _settled.Count == 0)
                return null;

            var batch = new Batch(Guid.NewGuid(), _calls, _settled);
            (_calls, _settled) = ([], []);
            return batch;
        }
    }

    [LoggerMessage(3, LogLevel.Error, "The usage ledger could not be written; calls are kept and written later")]
    private static partial void NotWritten(ILogger logger, Exception exception);
}
