using OcrService.Accounts;
using OcrService.Accounts.Identity;
using OcrService.Accounts.Metering;
using OcrService.Api.Contract;
using OcrService.Api.Contract.Accounts;
using OcrService.Api.Documentation;
using OcrService.Documents;

namespace OcrService.Api.Endpoints.Management;

/// <summary>Projects of the domain, and which APIs the project of the path has enabled.</summary>
internal static class ProjectEndpoints
{
    private const string Tag = "Projects";

    public static void MapProjects(this RouteGroupBuilder group)
    {
        group.MapGet("projects", ListAsync).For(AccessLevel.Look, Tag, "Projects of the domain").Produces<ProjectListResponse>();
        group.MapPost("projects", CreateAsync).For(AccessLevel.Manage, Tag, "Make a project")
            .Takes<ProjectRequest>().Produces<ProjectEntry>(StatusCodes.Status201Created);
        group.MapPatch("projects/{id}", ChangeAsync).For(AccessLevel.Manage, Tag, "Change a project of the domain")
            .Takes<ProjectChangeRequest>().Produces<ProjectEntry>();
        group.MapGet("subscriptions", ListSubscriptionsAsync).For(AccessLevel.Look, Tag, "APIs of the project").Produces<SubscriptionListResponse>();
        group.MapPut("subscriptions/{api}", SubscribeAsync).For(AccessLevel.Manage, Tag, "Enable or disable an API for the project")
            .Takes<SubscriptionRequest>().Produces<SubscriptionEntry>();
    }

    private static async Task ListAsync(string project_id, HttpContext context, IdentityDirectory directory)
    {
        IReadOnlyList<Project> projects = await directory.ProjectsAsync(context.Project().DomainId, null, context.RequestAborted);
        string? only = context.Caller().User.ProjectId;
        ProjectEntry[] seen = [.. projects.Where(p => only is null || p.Id == only).Select(ProjectEntry.Of)];
        await context.WriteJsonAsync(StatusCodes.Status200OK, new ProjectListResponse(seen), OcrJsonContext.Default.ProjectListResponse);
    }

    private static Task CreateAsync(string project_id, HttpContext context, IdentityDirectory directory) => context.AnswerAsync(
        OcrJsonContext.Default.ProjectRequest,
        body => directory.CreateProjectAsync(context.Project().DomainId, body.Name ?? "", context.Actor(), context.RequestAborted),
        ProjectEntry.Of,
        OcrJsonContext.Default.ProjectEntry,
        StatusCodes.Status201Created);

    private static Task ChangeAsync(string project_id, string id, HttpContext context, IdentityDirectory directory) => context.AnswerAsync(
        OcrJsonContext.Default.ProjectChangeRequest,
        body => directory.ChangeProjectAsync(
            context.Project().DomainId, id, new ProjectChange(body.Enabled, body.PayPerUse), context.Actor(), context.RequestAborted),
        ProjectEntry.Of,
        OcrJsonContext.Default.ProjectEntry);

    private static async Task ListSubscriptionsAsync(string project_id, HttpContext context, Subscriptions subscriptions, IEnumerable<OcrApi> apis)
    {
        IReadOnlyDictionary<string, bool> states = await subscriptions.ReadAsync(context.Project().Id, apis.Select(a => a.Name), context.RequestAborted);
        SubscriptionEntry[] entries = [.. states.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new SubscriptionEntry(s.Key, s.Value))];
        await context.WriteJsonAsync(StatusCodes.Status200OK, new SubscriptionListResponse(entries), OcrJsonContext.Default.SubscriptionListResponse);
    }

    private static Task SubscribeAsync(string project_id, string api, HttpContext context, Subscriptions subscriptions, IEnumerable<OcrApi> apis) => context.AnswerAsync(
        OcrJsonContext.Default.SubscriptionRequest,
        async body =>
        {
            if (apis.All(a => a.Name != api))
                return AccountFaults.NotFound;
            if (body.Enabled is not { } isEnabled)
                return AccountFaults.Invalid;

            await subscriptions.SetAsync(context.Project().Id, api, isEnabled, context.Actor(), context.RequestAborted);
            return (Outcome<SubscriptionEntry>)new SubscriptionEntry(api, isEnabled);
        },
        entry => entry,
        OcrJsonContext.Default.SubscriptionEntry);
}
