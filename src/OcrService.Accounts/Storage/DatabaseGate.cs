using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OcrService.Documents;

namespace OcrService.Accounts.Storage;

/// <summary>
/// The circuit breaker before the database. Who asks waits <see cref="DatabaseOptions.Timeout"/> at most; one failure of the database, and
/// everybody is refused at once until it has been written again, which only the writer of the ledger tries.
/// </summary>
internal sealed partial class DatabaseGate : IDbContextFactory<AccountsContext>, IDisposable
{
    private readonly Lock _lock = new();
    private readonly IDbContextFactory<AccountsContext> _contexts;
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly ILogger<DatabaseGate> _log;

    /// <summary>Cancelled while the database is away: who waits for it gives up when another one has found out.</summary>
    private CancellationTokenSource _away = new();
    private long _lostAt;

    public DatabaseGate(
        IDbContextFactory<AccountsContext> contexts, TimeProvider time, IOptions<DatabaseOptions> options, IMeterFactory meters, ILogger<DatabaseGate> log)
    {
        _contexts = contexts;
        _time = time;
        _timeout = options.Value.Timeout;
        _log = log;
        meters.Create(Metering.UsageMeter.MeterName)
            .CreateObservableGauge("ocr.database.away", () => IsAway ? 1 : 0, null, "1 while the accounts' database is away, else 0");
    }

    public bool IsAway => Volatile.Read(ref _away).IsCancellationRequested;

    /// <summary>For work that cannot be done without the database and takes the time it needs: throws <see cref="DatabaseAwayException"/> at once.</summary>
    public AccountsContext CreateDbContext() => IsAway ? throw new DatabaseAwayException() : _contexts.CreateDbContext();

    /// <summary>What the work finds, or <see cref="AccountFaults.DatabaseAway"/>. Work that is given up may still go through.</summary>
    public Task<Outcome<T>> AskAsync<T>(Func<AccountsContext, CancellationToken, Task<Outcome<T>>> work, CancellationToken cancellationToken)
        where T : notnull
    {
        CancellationToken away = Volatile.Read(ref _away).Token;
        return away.IsCancellationRequested
            ? Task.FromResult<Outcome<T>>(AccountFaults.DatabaseAway)
            : BoundedAsync(work, away, cancellationToken);
    }

    /// <summary>Whether the database can be written. It counts as back then.</summary>
    public async Task<bool> ProbeAsync(Func<AccountsContext, CancellationToken, Task<Outcome<bool>>> write, CancellationToken cancellationToken)
    {
        if (!(await BoundedAsync(write, CancellationToken.None, cancellationToken)).Succeeded(out bool _, out _))
            return false;

        Found();
        return true;
    }

    /// <summary>
    /// Waits for long work as long as the database can be written meanwhile. Else throws <see cref="DatabaseAwayException"/>, and the work may
    /// still go through.
    /// </summary>
    public async Task WaitAsync(Task work, Func<AccountsContext, CancellationToken, Task<Outcome<bool>>> write, CancellationToken cancellationToken)
    {
        CancellationToken away = Volatile.Read(ref _away).Token;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, away);
        while (true)
        {
            try
            {
                await work.WaitAsync(_timeout, _time, either.Token);
                return;
            }
            catch (TimeoutException) when (!work.IsCompleted)
            {
                if (!await ProbeAsync(write, cancellationToken))
                    throw new DatabaseAwayException();
            }
            catch (OperationCanceledException) when (away.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw new DatabaseAwayException();
            }
        }
    }

    /// <summary>Reports a failure of the database.</summary>
    public void Lost(Exception e)
    {
        lock (_lock)
        {
            if (_away.IsCancellationRequested)
                return;

            _lostAt = _time.GetTimestamp();
            _away.Cancel();
        }

        Away(_log, DatabaseFailures.ReasonOf(e));
    }

    public void Dispose() => _away.Dispose();

    private void Found()
    {
        lock (_lock)
        {
            if (!_away.IsCancellationRequested)
                return;

            // The old one is not disposed: callers may hold its token.
            Volatile.Write(ref _away, new CancellationTokenSource());
        }

        Back(_log, (long)_time.GetElapsedTime(_lostAt).TotalSeconds);
    }

    private async Task<Outcome<T>> BoundedAsync<T>(
        Func<AccountsContext, CancellationToken, Task<Outcome<T>>> work, CancellationToken away, CancellationToken cancellationToken)
        where T : notnull
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, away);
        try
        {
            // The work has a limit of its own, since a provider that is told to stop may first talk to a server that hangs.
            return await RunAsync(work, cancellationToken).WaitAsync(_timeout, _time, patience.Token);
        }
        catch (OperationCanceledException) when (away.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return AccountFaults.DatabaseAway;
        }
        catch (Exception e) when (e is TimeoutException || DatabaseFailures.IsAway(e))
        {
            Lost(e);
            return AccountFaults.DatabaseAway;
        }
    }

    private async Task<Outcome<T>> RunAsync<T>(Func<AccountsContext, CancellationToken, Task<Outcome<T>>> work, CancellationToken cancellationToken)
        where T : notnull
    {
        using var limit = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await using AccountsContext db = await _contexts.CreateDbContextAsync(either.Token);
            return await work(db, either.Token);
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("No answer in time.", e);
        }
    }

    [LoggerMessage(4, LogLevel.Error, "The accounts' database is away: {Reason}. Known callers are served from memory, calls are kept and written later")]
    private static partial void Away(ILogger logger, string reason);

    [LoggerMessage(5, LogLevel.Warning, "The accounts' database is back after {Seconds} s")]
    private static partial void Back(ILogger logger, long seconds);
}
