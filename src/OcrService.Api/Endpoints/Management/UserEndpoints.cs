using OcrService.Accounts;
using OcrService.Accounts.Identity;
using OcrService.Api.Contract;
using OcrService.Api.Contract.Accounts;
using OcrService.Api.Documentation;

namespace OcrService.Api.Endpoints.Management;

/// <summary>Users of the project's domain. Nobody gives a role above his own, or changes who has one.</summary>
internal static class UserEndpoints
{
    private const string Tag = "Users";

    public static void MapUsers(this RouteGroupBuilder group)
    {
        group.MapGet("users", ListAsync).For(AccessLevel.Manage, Tag, "Users of the domain").Produces<UserListResponse>();
        group.MapPost("users", CreateAsync).For(AccessLevel.Manage, Tag, "Make a user")
            .Takes<UserRequest>().Produces<UserEntry>(StatusCodes.Status201Created);
        group.MapPatch("users/{user_id}", ChangeAsync).For(AccessLevel.Manage, Tag, "Change a user: password, state, role, limit")
            .Takes<UserChangeRequest>().Produces<UserEntry>();
    }

    private static async Task ListAsync(string project_id, HttpContext context, IdentityDirectory directory)
    {
        IReadOnlyList<User> users = await directory.UsersAsync(context.Project().DomainId, context.RequestAborted);
        await context.WriteJsonAsync(StatusCodes.Status200OK, new UserListResponse([.. users.Select(UserEntry.Of)]), OcrJsonContext.Default.UserListResponse);
    }

    private static Task CreateAsync(string project_id, HttpContext context, IdentityDirectory directory) => context.AnswerAsync(
        OcrJsonContext.Default.UserRequest,
        async body =>
        {
            if (RoleNames.Parse(body.Role ?? RoleNames.Of(Role.FullAccess)) is not { } role || body.Name is null || body.Password is null)
                return AccountFaults.Invalid;
            if (role > context.Caller().User.Role)
                return AccountFaults.Denied;

            var spec = new UserSpec(body.Name, body.Password, role, body.ProjectId, body.CallsPerMinute);
            return await directory.CreateUserAsync(context.Project().DomainId, spec, context.Actor(), context.RequestAborted);
        },
        UserEntry.Of,
        OcrJsonContext.Default.UserEntry,
        StatusCodes.Status201Created);

    private static Task ChangeAsync(string project_id, string user_id, HttpContext context, IdentityDirectory directory) => context.AnswerAsync(
        OcrJsonContext.Default.UserChangeRequest,
        async body =>
        {
            Role? role = RoleNames.Parse(body.Role);
            if (role is null && body.Role is not null)
                return AccountFaults.Invalid;

            IReadOnlyList<User> users = await directory.UsersAsync(context.Project().DomainId, context.RequestAborted);
            if (users.FirstOrDefault(u => u.Id == user_id) is not { } user)
                return AccountFaults.NotFound;

            Role own = context.Caller().User.Role;
            if (user.Role > own || role > own)
                return AccountFaults.Denied;

            var change = new UserChange(body.Password, body.Enabled, role, body.CallsPerMinute);
            return await directory.ChangeUserAsync(context.Project().DomainId, user_id, change, context.Actor(), context.RequestAborted);
        },
        UserEntry.Of,
        OcrJsonContext.Default.UserEntry);
}
