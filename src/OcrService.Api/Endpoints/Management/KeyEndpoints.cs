using OcrService.Accounts;
using OcrService.Accounts.Identity;
using OcrService.Api.Contract;
using OcrService.Api.Contract.Accounts;
using OcrService.Api.Documentation;
using OcrService.Documents;

namespace OcrService.Api.Endpoints.Management;

/// <summary>Access keys: the caller's own, or, for who manages the domain, those of its users (query <c>user_id</c>).</summary>
internal static class KeyEndpoints
{
    private const string Tag = "Access keys";

    public static void MapKeys(this RouteGroupBuilder group)
    {
        group.MapGet("keys", ListAsync).For(AccessLevel.Call, Tag, "Keys of a user").Produces<KeyListResponse>();
        group.MapPost("keys", CreateAsync).For(AccessLevel.Call, Tag, "Make a key; its secret is shown this once")
            .Takes<KeyRequest>().Produces<NewKeyResponse>(StatusCodes.Status201Created);
        group.MapPost("keys/{access}/rotate", RotateAsync).For(AccessLevel.Call, Tag, "Replace a key by a new one").Produces<NewKeyResponse>(StatusCodes.Status201Created);
        group.MapPatch("keys/{access}", ChangeAsync).For(AccessLevel.Call, Tag, "Enable or disable a key")
            .Takes<KeyChangeRequest>().Produces<KeyEntry>();
        group.MapDelete("keys/{access}", DeleteAsync).For(AccessLevel.Call, Tag, "Remove a key").Produces<KeyEntry>();
    }

    private static async Task ListAsync(string project_id, HttpContext context, AccessKeys keys, IdentityDirectory directory, string? user_id) => await context.AnswerAsync(
        await ForOwnerAsync<KeyListResponse>(
            context, directory, user_id, async owner => new KeyListResponse([.. (await keys.ListAsync(owner, context.RequestAborted)).Select(KeyEntry.Of)])),
        list => list,
        OcrJsonContext.Default.KeyListResponse);

    private static Task CreateAsync(string project_id, HttpContext context, AccessKeys keys, IdentityDirectory directory) => context.AnswerAsync(
        OcrJsonContext.Default.KeyRequest,
        body => ForOwnerAsync(
            context, directory, body.UserId, owner => keys.CreateAsync(owner, body.Description ?? "", context.Actor(), context.RequestAborted)),
        NewKeyResponse.Of,
        OcrJsonContext.Default.NewKeyResponse,
        StatusCodes.Status201Created);

    private static async Task RotateAsync(string project_id, string access, HttpContext context, AccessKeys keys, IdentityDirectory directory, string? user_id) =>
        await context.AnswerAsync(
            await ForOwnerAsync(context, directory, user_id, owner => keys.RotateAsync(owner, access, context.Actor(), context.RequestAborted)),
            NewKeyResponse.Of,
            OcrJsonContext.Default.NewKeyResponse,
            StatusCodes.Status201Created);

    private static Task ChangeAsync(string project_id, string access, HttpContext context, AccessKeys keys, IdentityDirectory directory, string? user_id) => context.AnswerAsync(
        OcrJsonContext.Default.KeyChangeRequest,
        async body => body.Enabled is { } isEnabled
            ? await ForOwnerAsync(context, directory, user_id, owner => keys.EnableAsync(owner, access, isEnabled, context.Actor(), context.RequestAborted))
            : AccountFaults.Invalid,
        KeyEntry.Of,
        OcrJsonContext.Default.KeyEntry);

    private static async Task DeleteAsync(string project_id, string access, HttpContext context, AccessKeys keys, IdentityDirectory directory, string? user_id) =>
        await context.AnswerAsync(
            await ForOwnerAsync(context, directory, user_id, owner => keys.DeleteAsync(owner, access, context.Actor(), context.RequestAborted)),
            KeyEntry.Of,
            OcrJsonContext.Default.KeyEntry);

    private static async Task<Outcome<T>> ForOwnerAsync<T>(HttpContext context, IdentityDirectory directory, string? userId, Func<string, Task<Outcome<T>>> work)
        where T : notnull =>
        (await OwnerAsync(context, directory, userId)).Succeeded(out string? owner, out Fault? fault) ? await work(owner) : fault;

    /// <summary>Whose keys are meant; another's only for who manages the domain of the project, and there nobody above himself.</summary>
    private static async Task<Outcome<string>> OwnerAsync(HttpContext context, IdentityDirectory directory, string? userId)
    {
        Caller caller = context.Caller();
        if (userId is null || userId == caller.User.Id)
            return caller.User.Id;
        if (caller.RefusalFor(AccessLevel.Manage, context.Project()) is { } refusal)
            return refusal;

        IReadOnlyList<User> users = await directory.UsersAsync(context.Project().DomainId, context.RequestAborted);
        return users.FirstOrDefault(u => u.Id == userId) switch
        {
            null => AccountFaults.NotFound,
            { } user when user.Role > caller.User.Role => AccountFaults.Denied,
            { } user => user.Id,
        };
    }
}
