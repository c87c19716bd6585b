using System.Globalization;
using OcrService.Accounts;
using OcrService.Accounts.Billing;
using OcrService.Accounts.Identity;
using OcrService.Api.Contract;
using OcrService.Api.Contract.Accounts;
using OcrService.Api.Documentation;

namespace OcrService.Api.Endpoints.Management;

/// <summary>What it costs: packages, price list, calculator, statement.</summary>
internal static class BillingEndpoints
{
    private const string Tag = "Billing";
    private const long MostCalls = 1_000_000_000_000;

    public static void MapBilling(this RouteGroupBuilder group)
    {
        group.MapGet("packages", ListPackagesAsync).For(AccessLevel.Look, Tag, "Packages of the project").Produces<PackageListResponse>();
        group.MapPost("packages", CreatePackageAsync).For(AccessLevel.Operate, Tag, "Give the project a package")
            .Takes<PackageRequest>().Produces<PackageEntry>(StatusCodes.Status201Created);
        group.MapGet("prices", ListPrices).For(AccessLevel.Look, Tag, "The price list").Produces<PriceResponse>();
        group.MapGet("price-calculation", Calculate).For(AccessLevel.Look, Tag, "What calls would cost").Produces<CalculationResponse>()
            .WithDescription("`api` and `calls` of a month, of which `package` are covered by packages (default 0). Free calls go first.");
        group.MapGet("statements/{month}", ReadStatementAsync).For(AccessLevel.Look, Tag, "Statement of a month").Produces<StatementResponse>()
            .WithDescription("`month` as `2026-11`, in UTC; with `format=csv` a table of the lines.");
    }

    private static async Task ListPackagesAsync(string project_id, HttpContext context, Packages packages, TimeProvider time)
    {
        IReadOnlyList<Package> list = await packages.ListAsync(context.Project().Id, context.RequestAborted);
        DateTimeOffset now = time.GetUtcNow();
        await context.WriteJsonAsync(StatusCodes.Status200OK, new PackageListResponse([.. list.Select(p => PackageEntry.Of(p, now))]), OcrJsonContext.Default.PackageListResponse);
    }

    private static Task CreatePackageAsync(string project_id, HttpContext context, Packages packages, IEnumerable<OcrApi> apis, TimeProvider time) => context.AnswerAsync(
        OcrJsonContext.Default.PackageRequest,
        async body =>
        {
            int? months = body.Period switch
            {
                "month" => body.Periods ?? 1,
                "year" when body.Periods is null or (>= 1 and <= 10) => 12 * (body.Periods ?? 1),
                _ => null,
            };
            bool isKnown = body.Api == Package.AnyApi || apis.Any(a => a.Name == body.Api);
            if (months is not { } length || !isKnown || MicrosOf(body.Price ?? 0) is not { } price)
                return AccountFaults.Invalid;

            var spec = new PackageSpec(body.Api!, body.Quota, length, body.StartsAt, price);
            return await packages.CreateAsync(context.Project().Id, spec, context.Actor(), context.RequestAborted);
        },
        package => PackageEntry.Of(package, time.GetUtcNow()),
        OcrJsonContext.Default.PackageEntry,
        StatusCodes.Status201Created);

    private static long? MicrosOf(decimal price) => price is >= 0 and <= 1_000_000_000 ? (long)decimal.Round(price * PriceList.Micros) : null;

    private static Task ListPrices(string project_id, HttpContext context, PriceList prices, IEnumerable<OcrApi> apis)
    {
        ApiPriceEntry[] entries =
        [
            .. apis.Select(a => a.Name).Order(StringComparer.Ordinal).Select(name => new ApiPriceEntry(
                name,
                prices.FreeCallsPerMonth(name),
                [.. prices.TiersOf(name).Select(t => new PriceStep(t.UpTo, t.PricePerThousand))])),
        ];
        return context.WriteJsonAsync(StatusCodes.Status200OK, new PriceResponse(prices.Currency, entries), OcrJsonContext.Default.PriceResponse);
    }

    private static Task Calculate(string project_id, HttpContext context, PriceList prices, IEnumerable<OcrApi> apis, string? api, long? calls, long? package)
    {
        if (api is null || apis.All(a => a.Name != api) || calls is not (>= 0 and <= MostCalls) || package < 0)
            return context.WriteFaultAsync(AccountFaults.Invalid);

        long free = Math.Min(calls.Value, prices.FreeCallsPerMonth(api));
        long packaged = Math.Min(calls.Value - free, package ?? 0);
        long paid = calls.Value - free - packaged;
        var answer = new CalculationResponse(
            api, calls.Value, packaged, free, paid, prices.Currency, PriceList.ToAmount(prices.ChargeMicros(api, 0, paid)));
        return context.WriteJsonAsync(StatusCodes.Status200OK, answer, OcrJsonContext.Default.CalculationResponse);
    }

    private static async Task ReadStatementAsync(string project_id, string month, HttpContext context, Statements statements, TimeProvider time, string? format)
    {
        if (!DateTime.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date) || format is not (null or "json" or "csv"))
        {
            await context.WriteFaultAsync(AccountFaults.Invalid);
            return;
        }

        Statement statement = await statements.ReadAsync(context.Project().Id, date.Year, date.Month, context.RequestAborted);
        if (format == "csv")
        {
            context.Response.ContentType = "text/csv; charset=utf-8";
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"statement-{month}.csv\"";
            await context.Response.WriteAsync(StatementCsv.Of(statement), context.RequestAborted);
            return;
        }

        DateTimeOffset now = time.GetUtcNow();
        var answer = new StatementResponse(
            statement.ProjectId,
            month,
            statement.Currency,
            [.. statement.Lines.Select(StatementRow.Of)],
            [.. statement.Packages.Select(p => PackageEntry.Of(p, now))],
            PriceList.ToAmount(statement.PackagesMicros),
            PriceList.ToAmount(statement.TotalMicros));
        await context.WriteJsonAsync(StatusCodes.Status200OK, answer, OcrJsonContext.Default.StatementResponse);
    }
}
