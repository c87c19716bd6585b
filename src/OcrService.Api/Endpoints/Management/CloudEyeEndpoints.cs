using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OcrService.Accounts;
using OcrService.Accounts.Identity;
using OcrService.Accounts.Metering;
using OcrService.Api.Contract;
using OcrService.Api.Contract.Accounts;
using OcrService.Api.Documentation;

namespace OcrService.Api.Endpoints.Management;

/// <summary>
/// The metric query of the cloud's monitoring service, Cloud Eye, for the two metrics that its OCR reports. Namespace, names and dimension
/// are those of the cloud's user guide, the query that of Cloud Eye's API reference. The figures come from the usage ledger, so they
/// hold for all replicas.
/// </summary>
internal static class CloudEyeEndpoints
{
    public const string Namespace = "SYS.OCR";
    public const string Successful = "successful_call_times_of_service";
    public const string Failed = "failed_call_times_of_service";

    private const string Dimension = "call_of_interface,";
    private const string Unit = "Count/min";
    private const int MostPoints = 5000;

    /// <summary>Raw figures are those of a minute; so is 60, which Cloud Eye names for its finest roll-up.</summary>
    private static readonly Dictionary<string, int> PeriodMinutes = new(StringComparer.Ordinal)
    {
        ["1"] = 1, ["60"] = 1, ["300"] = 5, ["1200"] = 20, ["3600"] = 60, ["14400"] = 240, ["86400"] = 1440,
    };

    private static readonly Dictionary<string, Func<IReadOnlyList<long>, MetricPoint, MetricPoint>> Filters = new(StringComparer.Ordinal)
    {
        ["average"] = (calls, point) => point with { Average = calls.Average() },
        ["max"] = (calls, point) => point with { Max = calls.Max() },
        ["min"] = (calls, point) => point with { Min = calls.Min() },
        ["sum"] = (calls, point) => point with { Sum = calls.Sum() },
        ["variance"] = (calls, point) => point with { Variance = calls.Average(c => Math.Pow(c - calls.Average(), 2)) },
    };

    public static void MapCloudEye(this WebApplication app) => app.MapGet("/V1.0/{project_id}/metric-data", ReadAsync)
        .WithGroupName(AccountsDocument.Name)
        .For(AccessLevel.Look, "Usage", "Calls by minute, as Cloud Eye tells them")
        .Produces<MetricDataResponse>()
        .WithDescription($"`namespace` is `{Namespace}`; `metric_name` is `{Successful}` or `{Failed}`; `dim.0` is `call_of_interface,` and the name of an "
            + "API, without it all are added up; `from` and `to` are milliseconds since 1970; `period` is 1 or 60 (a minute), 300, 1200, 3600, 14400 or "
            + "86400 seconds; `filter` is `average`, `max`, `min`, `sum` or `variance` over the minutes of a period in which there were calls. "
            + "Periods without calls are left out. Calls whose client left before the answer are neither successful nor failed.");

    private static async Task ReadAsync(
        string project_id,
        HttpContext context,
        UsageReport report,
        [FromQuery(Name = "namespace")] string? space,
        [FromQuery(Name = "metric_name")] string? metric,
        [FromQuery(Name = "dim.0")] string? dimension,
        string? from,
        string? to,
        string? period,
        string? filter)
    {
        if (space != Namespace
            || metric is not (Successful or Failed)
            || dimension?.StartsWith(Dimension, StringComparison.Ordinal) == false
            || !TryReadTime(from, out DateTimeOffset start)
            || !TryReadTime(to, out DateTimeOffset end)
            || start >= end
            || !PeriodMinutes.TryGetValue(period ?? "", out int minutes)
            || !Filters.TryGetValue(filter ?? "", out Func<IReadOnlyList<long>, MetricPoint, MetricPoint>? rollUp)
            || (end - start).TotalMinutes / minutes > MostPoints)
        {
            await context.WriteFaultAsync(AccountFaults.Invalid);
            return;
        }

        // Whole periods, as Cloud Eye has them: the first begins before `from`.
        TimeSpan length = TimeSpan.FromMinutes(minutes);
        IReadOnlyList<UsagePoint> points = await report.ReadAsync(
            context.Project().Id, Floor(start, length), end, TimeSpan.FromMinutes(1), dimension?[Dimension.Length..], context.RequestAborted);
        MetricPoint[] data =
        [
            .. points.Where(p => p.Outcome != AnsweredCall.Unanswered)
                .GroupBy(p => p.Start, (minute, all) => (Minute: minute, Calls: all.Where(IsAsked).Sum(p => p.Calls)))
                .GroupBy(m => Floor(m.Minute, length), m => m.Calls)
                .OrderBy(p => p.Key)
                .Select(p => rollUp([.. p], new MetricPoint { Timestamp = p.Key.ToUnixTimeMilliseconds(), Unit = Unit })),
        ];
        await context.WriteJsonAsync(StatusCodes.Status200OK, new MetricDataResponse(data, metric), OcrJsonContext.Default.MetricDataResponse);

        bool IsAsked(UsagePoint point) => (point.Outcome == AnsweredCall.Success) == (metric == Successful);
    }

    private static bool TryReadTime(string? text, out DateTimeOffset time)
    {
        bool isTime = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long milliseconds) && milliseconds < 253_402_300_800_000;
        time = isTime ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : default;
        return isTime;
    }

    private static DateTimeOffset Floor(DateTimeOffset time, TimeSpan step) => new(time.UtcTicks - (time.UtcTicks % step.Ticks), TimeSpan.Zero);
}
