using OcrService.Accounts.Identity;
using OcrService.Documents;

namespace OcrService.Accounts.Tests.Identity;

public sealed class CallerTests
{
    private const string Own = "own", Second = "second", Foreign = "foreign", Disabled = "disabled", Missing = "missing";

    private static readonly Domain Domain = new() { Id = "d1", Name = "domain", CreatedAt = default };

    /// <summary>What a user of the whole domain may do with an access key: role, project, then the levels he has.</summary>
    public static TheoryData<Role, string, AccessLevel[]> Rights => new()
    {
        { Role.ReadOnly, Own, [AccessLevel.Look] },
        { Role.ReadOnly, Second, [AccessLevel.Look] },
        { Role.ReadOnly, Foreign, [] },
        { Role.FullAccess, Own, [AccessLevel.Look, AccessLevel.Call, AccessLevel.Manage] },
        { Role.FullAccess, Second, [AccessLevel.Look, AccessLevel.Call, AccessLevel.Manage] },
        { Role.FullAccess, Foreign, [] },
        { Role.Operator, Own, [AccessLevel.Look, AccessLevel.Call, AccessLevel.Manage, AccessLevel.Operate] },
        { Role.Operator, Second, [AccessLevel.Look, AccessLevel.Call, AccessLevel.Manage, AccessLevel.Operate] },
        { Role.Operator, Foreign, [AccessLevel.Look, AccessLevel.Manage, AccessLevel.Operate] },
        { Role.ReadOnly, Disabled, [] },
        { Role.FullAccess, Disabled, [] },
        { Role.Operator, Disabled, [] },
        { Role.ReadOnly, Missing, [] },
        { Role.FullAccess, Missing, [] },
        { Role.Operator, Missing, [] },
    };

    [Theory]
    [MemberData(nameof(Rights))]
    public void A_user_of_the_domain(Role role, string project, AccessLevel[] allowed) =>
        Allowed(role, null, CallerScope.All, project).ShouldBe(allowed);

    [Theory]
    [MemberData(nameof(Rights))]
    public void A_token_for_the_project_allows_what_a_key_does(Role role, string project, AccessLevel[] allowed) =>
        Allowed(role, null, CallerScope.Project(project), project).ShouldBe(allowed);

    [Theory]
    [MemberData(nameof(Rights))]
    public void A_token_for_one_project_opens_no_other(Role role, string project, AccessLevel[] allowed) =>
        Allowed(role, null, CallerScope.Project("another"), project)
            .ShouldBe(role == Role.Operator ? allowed.Where(l => l != AccessLevel.Call) : []);

    [Theory]
    [MemberData(nameof(Rights))]
    public void A_user_of_one_project_does_there_all_but_manage(Role role, string project, AccessLevel[] allowed) =>
        Allowed(role, project, CallerScope.All, project)
            .ShouldBe(role == Role.Operator ? allowed : allowed.Where(l => l != AccessLevel.Manage));

    [Theory]
    [MemberData(nameof(Rights))]
    public void A_user_of_one_project_does_nothing_in_another(Role role, string project, AccessLevel[] allowed) =>
        Allowed(role, "another", CallerScope.All, project)
            .ShouldBe(role == Role.Operator ? allowed.Where(l => l != AccessLevel.Call) : []);

    [Theory]
    [MemberData(nameof(Rights))]
    public void A_token_for_the_domain_opens_no_project(Role role, string project, AccessLevel[] allowed)
    {
        foreach (AccessLevel level in Enum.GetValues<AccessLevel>())
            CallerOf(role, null, CallerScope.DomainOnly).RefusalFor(level, ProjectOf(project)).ShouldBe(AccountFaults.TokenWithoutProject, $"{allowed.Length}");
    }

    private static AccessLevel[] Allowed(Role role, string? onlyProject, CallerScope scope, string project)
    {
        Caller caller = CallerOf(role, onlyProject, scope);
        Dictionary<AccessLevel, Fault?> refusals = Enum.GetValues<AccessLevel>().ToDictionary(l => l, l => caller.RefusalFor(l, ProjectOf(project)));
        refusals.Values.ShouldAllBe(f => f == null || f == AccountFaults.Denied);
        return [.. refusals.Where(r => r.Value is null).Select(r => r.Key)];
    }

    private static Caller CallerOf(Role role, string? onlyProject, CallerScope scope)
    {
        var user = new User { Id = "u1", DomainId = Domain.Id, Name = "user", CreatedAt = default, Role = role, ProjectId = onlyProject };
        return new Caller(user, Domain, scope, "token");
    }

    private static Project? ProjectOf(string id) => id == Missing ? null : new Project
    {
        Id = id,
        DomainId = id == Foreign ? "d2" : Domain.Id,
        Name = "region-1",
        CreatedAt = default,
        IsEnabled = id != Disabled,
    };
}
