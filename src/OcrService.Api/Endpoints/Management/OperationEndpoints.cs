using OcrService.Accounts;
using OcrService.Accounts.Audit;
using OcrService.Accounts.Identity;
using OcrService.Api.Contract;
using OcrService.Api.Contract.Accounts;
using OcrService.Api.Documentation;

namespace OcrService.Api.Endpoints.Management;

/// <summary>For who runs the service: domains, and who changed what.</summary>
internal static class OperationEndpoints
{
    private const string Tag = "Operation";
    private const int MostEntries = 1000;

    public static void MapOperation(this RouteGroupBuilder group)
    {
        group.MapGet("domains", ListDomainsAsync).For(AccessLevel.Operate, Tag, "All domains").Produces<DomainListResponse>();
        group.MapPost("domains", CreateDomainAsync).For(AccessLevel.Operate, Tag, "Open a domain with its first project and user")
            .Takes<DomainRequest>().Produces<NewDomainResponse>(StatusCodes.Status201Created);
        group.MapGet("audit", ReadAuditAsync).For(AccessLevel.Operate, Tag, "Who changed what, newest first").Produces<AuditListResponse>()
            .WithDescription("`before` is the id of the last entry seen, `count` 1 to 1000 (default 100).");
    }

    private static async Task ListDomainsAsync(string project_id, HttpContext context, IdentityDirectory directory)
    {
        IReadOnlyList<Domain> domains = await directory.DomainsAsync(context.RequestAborted);
        await context.WriteJsonAsync(StatusCodes.Status200OK, new DomainListResponse([.. domains.Select(EntryOf)]), OcrJsonContext.Default.DomainListResponse);
    }

    private static Task CreateDomainAsync(string project_id, HttpContext context, IdentityDirectory directory) => context.AnswerAsync(
        OcrJsonContext.Default.DomainRequest,
        body => directory.CreateDomainAsync(
            new DomainSpec(body.Domain ?? "", body.Project ?? "", null, body.User ?? "", body.Password ?? ""), context.Actor(), context.RequestAborted),
        created => new NewDomainResponse(EntryOf(created.Domain), ProjectEntry.Of(created.Project), UserEntry.Of(created.User)),
        OcrJsonContext.Default.NewDomainResponse,
        StatusCodes.Status201Created);

    private static async Task ReadAuditAsync(string project_id, HttpContext context, AuditTrail trail, long? before, int? count)
    {
        if (count is < 1 or > MostEntries)
        {
            await context.WriteFaultAsync(AccountFaults.Invalid);
            return;
        }

        IReadOnlyList<AuditEntry> entries = await trail.ReadAsync(before, count ?? 100, context.RequestAborted);
        await context.WriteJsonAsync(StatusCodes.Status200OK, new AuditListResponse([.. entries.Select(AuditLine.Of)]), OcrJsonContext.Default.AuditListResponse);
    }

    private static DomainEntry EntryOf(Domain domain) => new(domain.Id, domain.Name, domain.CreatedAt);
}
