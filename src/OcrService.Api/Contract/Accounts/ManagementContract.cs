using System.ComponentModel;
using OcrService.Accounts.Audit;
using OcrService.Accounts.Billing;
using OcrService.Accounts.Identity;
using OcrService.Accounts.Metering;

namespace OcrService.Api.Contract.Accounts;

/// <summary>Bodies of our own API under <c>/v1</c>. Times are ISO 8601 in UTC, amounts decimals in the price list's currency.</summary>
internal sealed record CallerResponse(NamedId Domain, NamedId User, string Role, string? ProjectId);

internal sealed record UsageResponse(string ProjectId, DateTimeOffset From, DateTimeOffset To, string Step, string Currency, IReadOnlyList<UsageEntry> Points);

internal sealed record UsageEntry(
    DateTimeOffset Start, string Api, [property: Description("`200` or the error code.")] string Outcome, long Calls, long Free, long Packaged, long PayPerUse, decimal Amount)
{
    public static UsageEntry Of(UsagePoint p) =>
        new(p.Start, p.Api, p.Outcome, p.Calls, p.Free, p.Packaged, p.PayPerUse, PriceList.ToAmount(p.ChargeMicros));
}

internal sealed record PackageListResponse(IReadOnlyList<PackageEntry> Packages);

internal sealed record PackageEntry(
    string Id, string Api, long Quota, long Used, long Left, DateTimeOffset StartsAt, DateTimeOffset ExpiresAt, decimal Price, string Status)
{
    public static PackageEntry Of(Package p, DateTimeOffset now) => new(
        p.Id,
        p.Api,
        p.Quota,
        p.Used,
        p.Left,
        p.StartsAt,
        p.ExpiresAt,
        PriceList.ToAmount(p.PriceMicros),
        p.ExpiresAt <= now ? "expired" : p.StartsAt > now ? "future" : p.Left == 0 ? "used_up" : "good");
}

internal sealed record PackageRequest(
    [property: Description("Name of an API, or `*` for all.")] string? Api,
    [property: Description("Calls.")] long Quota,
    [property: Description("`month` or `year`.")] string? Period,
    [property: Description("How many periods; default 1.")] int? Periods,
    [property: Description("When it begins; default now.")] DateTimeOffset? StartsAt,
    [property: Description("What it costs; default 0.")] decimal? Price);

internal sealed record StatementResponse(
    string ProjectId, string Month, string Currency, IReadOnlyList<StatementRow> Lines, IReadOnlyList<PackageEntry> Packages, decimal PackagesAmount, decimal Total);

internal sealed record StatementRow(string Api, long Successful, long Failed, long Free, long Packaged, long PayPerUse, decimal Amount)
{
    public static StatementRow Of(StatementLine l) =>
        new(l.Api, l.Successful, l.Failed, l.Free, l.Packaged, l.PayPerUse, PriceList.ToAmount(l.ChargeMicros));
}

internal sealed record PriceResponse(string Currency, IReadOnlyList<ApiPriceEntry> Apis);

internal sealed record ApiPriceEntry(string Api, long FreeCallsPerMonth, IReadOnlyList<PriceStep> Tiers);

internal sealed record PriceStep(long? UpTo, decimal PricePerThousand);

internal sealed record CalculationResponse(string Api, long Calls, long Packaged, long Free, long PayPerUse, string Currency, decimal Amount);

internal sealed record KeyListResponse(IReadOnlyList<KeyEntry> Keys);

internal sealed record KeyEntry(string Access, string UserId, string Description, bool Enabled, DateTimeOffset CreatedAt)
{
    public static KeyEntry Of(AccessKey k) => new(k.Id, k.UserId, k.Description, k.IsEnabled, k.CreatedAt);
}

internal sealed record NewKeyResponse(string Access, [property: Description("Shown this once.")] string Secret, string UserId, string Description, DateTimeOffset CreatedAt)
{
    public static NewKeyResponse Of(NewAccessKey k) => new(k.Key.Id, k.SecretKey, k.Key.UserId, k.Key.Description, k.Key.CreatedAt);
}

internal sealed record KeyRequest(string? Description, [property: Description("Whose key; default the caller's own.")] string? UserId);

internal sealed record KeyChangeRequest(bool? Enabled);

internal sealed record UserListResponse(IReadOnlyList<UserEntry> Users);

internal sealed record UserEntry(string Id, string Name, string Role, string? ProjectId, bool Enabled, int? CallsPerMinute, DateTimeOffset CreatedAt)
{
    public static UserEntry Of(User u) => new(u.Id, u.Name, RoleNames.Of(u.Role), u.ProjectId, u.IsEnabled, u.CallsPerMinute, u.CreatedAt);
}

internal sealed record UserRequest(
    string? Name,
    [property: Description("8 to 128 characters.")] string? Password,
    [property: Description("`read_only`, `full_access` (default) or `operator`.")] string? Role,
    [property: Description("The only project of the user; default all of the domain.")] string? ProjectId,
    [property: Description("Most calls a minute and API; 0: no limit; default the service's setting.")] int? CallsPerMinute);

internal sealed record UserChangeRequest(
    string? Password, bool? Enabled, string? Role, [property: Description("Most calls a minute and API; 0: no limit; -1: the service's setting again.")] int? CallsPerMinute);

internal sealed record ProjectListResponse(IReadOnlyList<ProjectEntry> Projects);

internal sealed record ProjectEntry(string Id, string Name, string DomainId, bool Enabled, bool PayPerUse, DateTimeOffset CreatedAt)
{
    public static ProjectEntry Of(Project p) => new(p.Id, p.Name, p.DomainId, p.IsEnabled, p.IsPayPerUse, p.CreatedAt);
}

internal sealed record ProjectRequest([property: Description("A region's id, unique in the domain.")] string? Name);

internal sealed record ProjectChangeRequest(
    bool? Enabled, [property: Description("Whether calls beyond free allowance and packages are served and charged, or refused.")] bool? PayPerUse);

internal sealed record SubscriptionListResponse(IReadOnlyList<SubscriptionEntry> Subscriptions);

internal sealed record SubscriptionEntry(string Api, bool Enabled);

internal sealed record SubscriptionRequest(bool? Enabled);

internal sealed record DomainListResponse(IReadOnlyList<DomainEntry> Domains);

internal sealed record DomainEntry(string Id, string Name, DateTimeOffset CreatedAt);

internal sealed record DomainRequest(string? Domain, string? Project, string? User, string? Password);

internal sealed record NewDomainResponse(DomainEntry Domain, ProjectEntry Project, UserEntry User);

internal sealed record AuditListResponse(IReadOnlyList<AuditLine> Entries);

internal sealed record AuditLine(long Id, DateTimeOffset At, string Actor, string Credential, string Source, string Action, string Subject, string Detail)
{
    public static AuditLine Of(AuditEntry e) => new(e.Id, e.At, e.Actor, e.Credential, e.Source, e.Action, e.Subject, e.Detail);
}
