using Microsoft.Extensions.Options;
using OcrService.Accounts.Billing;
using OcrService.Accounts.Storage;

namespace OcrService.Accounts.Metering;

/// <summary>
/// What the database last said about projects, limits and quotas, for <see cref="DatabaseOptions.MaxStaleness"/> at most. While it is away
/// every replica goes by that alone: limits by the minute count the replica's own calls, and of a quota without pay-per-use it gives what
/// was left when it looked last. A call takes its place there whether it succeeds or not.
/// </summary>
internal sealed class AdmissionMemory(TimeProvider time, IOptions<DatabaseOptions> options)
{
    /// <summary>Of each kind; some hundred bytes each.</summary>
    private const int Most = 10_000;

    private readonly Recent<(string ProjectId, string Api), ProjectState> _states = new(Most, options.Value.MaxStaleness, time);
    private readonly Recent<string, QuotaMemory> _quotas = new(Most, options.Value.MaxStaleness, time);
    private readonly Recent<(string UserId, string Api), MinuteCount> _minutes = new(Most, TimeSpan.FromMinutes(1), time);

    public void RememberState(string projectId, string api, ProjectState? state)
    {
        if (state is null)
            _states.Remove((projectId, api));
        else
            _states.Put((projectId, api), state);
    }

    /// <summary>Null: the project's state for the API was not seen lately.</summary>
    public ProjectState? RecallState(string projectId, string api) => _states.TryGet((projectId, api), out ProjectState? state) ? state : null;

    /// <summary>What a look at the quota found.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="packages">Its packages with something left, in the ledger's order.</param>
    /// <param name="freeLeft">What is left of an API's free allowance.</param>
    /// <param name="inFlight">Places that are held, the one just given included.</param>
    public void RememberQuota(
        string projectId, IReadOnlyList<Package> packages, Func<string, long> freeLeft, IReadOnlyDictionary<string, long> inFlight) =>
        _quotas.Put(projectId, new QuotaMemory(packages, freeLeft, inFlight));

    /// <summary>Takes a place of what was left; false when there is none, null when nobody looked lately.</summary>
    public bool? TakePlace(string projectId, string api) => _quotas.TryGet(projectId, out QuotaMemory? quota) ? quota.TryTake(api, time.GetUtcNow()) : null;

    public void RememberMinute(string userId, string api, long minute, long calls) => _minutes.Put((userId, api), new MinuteCount(minute, calls));

    /// <summary>Counts a call and gives the calls of the minute.</summary>
    public long CountMinute(string userId, string api, long minute) => _minutes.Change(
        (userId, api),
        new MinuteCount(minute, 0),
        count => new MinuteCount(minute, count.Minute == minute ? count.Calls + 1 : 1)).Calls;

    private readonly record struct MinuteCount(long Minute, long Calls);

    private sealed class QuotaMemory(IReadOnlyList<Package> packages, Func<string, long> freeLeft, IReadOnlyDictionary<string, long> inFlight)
    {
        private readonly Dictionary<string, long> _taken = new(inFlight, StringComparer.Ordinal);

        public bool TryTake(string api, DateTimeOffset now)
        {
            lock (_taken)
            {
                if (!new QuotaLeft([.. packages.Where(p => p.ExpiresAt > now)], freeLeft).HasRoomFor(api, _taken))
                    return false;

                _taken[api] = _taken.GetValueOrDefault(api) + 1;
                return true;
            }
        }
    }
}
