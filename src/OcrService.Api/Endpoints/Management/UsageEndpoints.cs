using OcrService.Accounts;
using OcrService.Accounts.Billing;
using OcrService.Accounts.Identity;
using OcrService.Accounts.Metering;
using OcrService.Api.Contract;
using OcrService.Api.Contract.Accounts;

namespace OcrService.Api.Endpoints.Management;

/// <summary>How much was called.</summary>
internal static class UsageEndpoints
{
    private const string Tag = "Usage";
    private const int MostSteps = 50_000;

    private static readonly Dictionary<string, TimeSpan> Steps = new(StringComparer.Ordinal)
    {
        ["minute"] = TimeSpan.FromMinutes(1),
        ["hour"] = TimeSpan.FromHours(1),
        ["day"] = TimeSpan.FromDays(1),
    };

    public static void MapUsage(this RouteGroupBuilder group)
    {
        group.MapGet("me", Me).For(AccessLevel.Look, Tag, "Who am I").Produces<CallerResponse>();
        group.MapGet("usage", ReadAsync).For(AccessLevel.Look, Tag, "Calls by time, API and outcome").Produces<UsageResponse>()
            .WithDescription("`from` (default 24 hours before `to`) and `to` (default now) are ISO 8601 times, `step` is `minute`, `hour` (default) "
                + "or `day` in UTC. Calls appear within a second.");
    }

    private static Task Me(string project_id, HttpContext context)
    {
        Caller caller = context.Caller();
        var me = new CallerResponse(
            new NamedId(caller.Domain.Id, caller.Domain.Name),
            new NamedId(caller.User.Id, caller.User.Name),
            RoleNames.Of(caller.User.Role),
            caller.User.ProjectId);
        return context.WriteJsonAsync(StatusCodes.Status200OK, me, OcrJsonContext.Default.CallerResponse);
    }

    private static async Task ReadAsync(
        string project_id, HttpContext context, UsageReport report, PriceList prices, TimeProvider time,
        DateTimeOffset? from, DateTimeOffset? to, string? step, string? api)
    {
        DateTimeOffset end = (to ?? time.GetUtcNow()).ToUniversalTime();
        DateTimeOffset start = (from ?? end.AddDays(-1)).ToUniversalTime();
        step ??= "hour";
        if (!Steps.TryGetValue(step, out TimeSpan length) || start >= end || (end - start) / length > MostSteps)
        {
            await context.WriteFaultAsync(AccountFaults.Invalid);
            return;
        }

        IReadOnlyList<UsagePoint> points = await report.ReadAsync(context.Project().Id, start, end, length, api, context.RequestAborted);
        var answer = new UsageResponse(context.Project().Id, start, end, step, prices.Currency, [.. points.Select(UsageEntry.Of)]);
        await context.WriteJsonAsync(StatusCodes.Status200OK, answer, OcrJsonContext.Default.UsageResponse);
    }
}
