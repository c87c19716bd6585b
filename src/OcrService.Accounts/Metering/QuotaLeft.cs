using OcrService.Accounts.Billing;

namespace OcrService.Accounts.Metering;

/// <summary>What free allowance and packages of a project still hold, and whether another call finds a place in it.</summary>
/// <param name="packages">Packages with something left, in the ledger's order.</param>
/// <param name="freeLeft">What is left of an API's free allowance.</param>
internal sealed class QuotaLeft(IReadOnlyList<Package> packages, Func<string, long> freeLeft)
{
    private readonly long _common = packages.Where(p => p.Api == Package.AnyApi).Sum(p => p.Left);

    /// <summary>
    /// Whether a call of the API finds a place beside those in flight, and leaves them theirs, in whatever order they are answered. The
    /// ledger takes the package that ends first: a call may take a common one although its API has another of its own.
    /// </summary>
    public bool HasRoomFor(string api, IReadOnlyDictionary<string, long> inFlight)
    {
        var all = new Dictionary<string, long>(inFlight, StringComparer.Ordinal);
        all[api] = all.GetValueOrDefault(api) + 1;
        return all[api] <= Room(api, all)
            && inFlight.Where(f => f.Key != api).All(f => f.Value <= Room(f.Key, all) || Room(f.Key, all) == Room(f.Key, inFlight));
    }

    /// <summary>Places that an API's calls find for certain.</summary>
    private long Room(string api, IReadOnlyDictionary<string, long> calls)
    {
        long own = freeLeft(api) + packages.Where(p => p.Api == api).Sum(p => p.Left);
        return own + Math.Max(0, _common - calls.Where(c => c.Key != api).Sum(c => CommonPlaces(c.Key, c.Value)));
    }

    /// <summary>Most places of common packages that an API's calls take.</summary>
    private long CommonPlaces(string api, long calls)
    {
        long common = 0;
        calls -= Math.Min(calls, freeLeft(api));
        foreach (Package package in packages.Where(p => p.IsGoodFor(api)))
        {
            long taken = Math.Min(calls, package.Left);
            calls -= taken;
            if (package.Api == Package.AnyApi)
                common += taken;
        }

        return common;
    }
}
