using Microsoft.AspNetCore.Http.Features;
using OcrService.Accounts;
using OcrService.Accounts.Identity;
using OcrService.Api.Authentication;
using OcrService.Api.Contract;
using OcrService.Api.Contract.Accounts;
using OcrService.Api.Documentation;
using OcrService.Documents;

namespace OcrService.Api.Endpoints.Iam;

/// <summary>What clients of the cloud ask its identity service: tokens, temporary keys, and the SDKs' look-ups (contract sections 5 and 7).</summary>
internal static class IamEndpoints
{
    private const string SubjectTokenHeader = "X-Subject-Token";
    private const string Tag = "IAM";
    private const int MaxTokenRequestBytes = 64 * 1024;
    private const int DefaultTemporarySeconds = 900;

    public static void MapIam(this WebApplication app)
    {
        RouteGroupBuilder group = app.MapGroup("").WithGroupName(AccountsDocument.Name).WithTags(Tag);
        group.MapPost("/v3/auth/tokens", IssueTokenAsync)
            .WithMetadata(IamEnvelope.Instance)
            .Takes<TokenRequest>().Produces<TokenResponse>(StatusCodes.Status201Created).Produces<IamErrorResponse>(StatusCodes.Status401Unauthorized)
            .WithSummary("Get a token")
            .WithDescription("Answers with the token in the header `X-Subject-Token`; send it as `X-Auth-Token`. OCR needs a project scope. "
                + "The method `token` exchanges a token for the domain for one for a project.");
        group.MapGet("/v3/auth/tokens", DescribeTokenAsync)
            .WithMetadata(IamEnvelope.Instance, CallerRequirement.AnyCaller)
            .Produces<TokenResponse>().Produces<IamErrorResponse>(StatusCodes.Status404NotFound)
            .WithSummary("Check a token")
            .WithDescription("Describes the token of the header `X-Subject-Token`: one's own, or, for the operator, anybody's.");
        foreach (string path in new[] { "/v3/projects", "/v3/auth/projects" })
        {
            group.MapGet(path, FindProjectsAsync)
                .WithMetadata(CallerRequirement.AnyCaller)
                .Produces<IamProjectList>()
                .WithSummary("Look up projects")
                .WithDescription("The caller's projects; with the query `name` the one of that region. SDKs that are told no project id ask this.");
        }

        group.MapGet("/v3/auth/domains", (Delegate)FindDomainsAsync) // As a bare RequestDelegate it would not be described.
            .WithMetadata(CallerRequirement.AnyCaller).Produces<IamDomainList>().WithSummary("Look up the caller's domain");
        group.MapPost("/v3.0/OS-CREDENTIAL/securitytokens", IssueTemporaryKeyAsync)
            .WithMetadata(IamEnvelope.Instance, CallerRequirement.AnyCaller)
            .Takes<TokenRequest>().Produces<CredentialResponse>(StatusCodes.Status201Created)
            .WithSummary("Get temporary keys")
            .WithDescription("Access key, secret key and security token (header `X-Security-Token`, signed) for 15 minutes to 24 hours: "
                + "`{\"auth\":{\"identity\":{\"methods\":[\"token\"],\"token\":{\"duration_seconds\":900}}}}`.");
    }

    private static async Task IssueTokenAsync(HttpContext context, Tokens tokens)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxTokenRequestBytes;
        Outcome<TokenRequest> body = await JsonBody.ReadAsync(context.Request.Body, OcrJsonContext.Default.TokenRequest, context.RequestAborted);
        if (!body.Succeeded(out TokenRequest? request, out Fault? fault)
            || request.Auth is not { Identity: { } identity, Scope: { } scope }
            || ScopeOf(scope) is not { } wanted)
        {
            await context.WriteFaultAsync(AccountFaults.Invalid);
            return;
        }

        Outcome<Token> issued = identity switch
        {
            { Methods: ["password"], Password.User: { Name: { } user, Password: { } password, Domain.Name: { } domain } } =>
                await tokens.IssueAsync(domain, user, password, wanted, ClientAddress.Of(context), context.RequestAborted),
            { Methods: ["token"], Token.Id: { } id } => await tokens.ExchangeAsync(id, wanted, context.RequestAborted),
            _ => AccountFaults.Invalid,
        };
        if (!issued.Succeeded(out Token? token, out fault))
        {
            await context.WriteFaultAsync(fault);
            return;
        }

        context.Response.Headers[SubjectTokenHeader] = token.Text;
        await context.WriteJsonAsync(StatusCodes.Status201Created, TokenResponse.Of(token), OcrJsonContext.Default.TokenResponse);
    }

    /// <summary>A project goes before a domain, an id before a name.</summary>
    private static TokenScope? ScopeOf(TokenRequestScope scope) => scope switch
    {
        { Project: { } p } when p.Id is not null || p.Name is not null => new TokenScope(true, p.Id, p.Name),
        { Project: null, Domain: { } d } when d.Id is not null || d.Name is not null => new TokenScope(false, d.Id, d.Name),
        _ => null,
    };

    private static async Task DescribeTokenAsync(HttpContext context, Tokens tokens)
    {
        Caller caller = context.Features.GetRequiredFeature<Caller>();
        string subject = context.Request.Headers[SubjectTokenHeader].ToString();
        Outcome<Token> described = await tokens.DescribeAsync(subject, context.RequestAborted);
        if (!described.Succeeded(out Token? token, out _) || (token.Caller.Domain.Id != caller.Domain.Id && !caller.IsOperator))
        {
            await context.WriteFaultAsync(AccountFaults.NotFound);
            return;
        }

        context.Response.Headers[SubjectTokenHeader] = subject;
        await context.WriteJsonAsync(StatusCodes.Status200OK, TokenResponse.Of(token), OcrJsonContext.Default.TokenResponse);
    }

    private static async Task FindProjectsAsync(HttpContext context, IdentityDirectory directory, string? name)
    {
        Caller caller = context.Features.GetRequiredFeature<Caller>();
        IReadOnlyList<Project> projects = await directory.ProjectsAsync(caller.Domain.Id, name, context.RequestAborted);
        string address = AddressOf(context.Request);
        IamProject[] own = [.. projects.Where(p => caller.User.ProjectId is null || caller.User.ProjectId == p.Id).Select(p => IamProject.Of(p, address))];
        await context.WriteJsonAsync(StatusCodes.Status200OK, new IamProjectList(own, new IamLinks(address)), OcrJsonContext.Default.IamProjectList);
    }

    private static Task FindDomainsAsync(HttpContext context)
    {
        Domain domain = context.Features.GetRequiredFeature<Caller>().Domain;
        string address = AddressOf(context.Request);
        var list = new IamDomainList([new IamDomain(domain.Id, domain.Name, "", true, new IamLinks($"{address}/{domain.Id}"))], new IamLinks(address));
        return context.WriteJsonAsync(StatusCodes.Status200OK, list, OcrJsonContext.Default.IamDomainList);
    }

    private static async Task IssueTemporaryKeyAsync(HttpContext context, SigningKeys keys, Tokens tokens)
    {
        Caller caller = context.Features.GetRequiredFeature<Caller>();
        Outcome<TokenRequest> body = await JsonBody.ReadAsync(context.Request.Body, OcrJsonContext.Default.TokenRequest, context.RequestAborted);
        if (!body.Succeeded(out TokenRequest? request, out Fault? fault) || request.Auth?.Identity is not { Methods: ["token"] } identity)
        {
            await context.WriteFaultAsync(AccountFaults.Invalid);
            return;
        }

        // A token in the body stands for the one in the header and must be the caller's own.
        if (identity.Token?.Id is { } id)
        {
            if (!(await tokens.ReadAsync(id, context.RequestAborted)).Succeeded(out Caller? owner, out fault))
            {
                await context.WriteFaultAsync(fault);
                return;
            }

            if (owner.User.Id != caller.User.Id)
            {
                await context.WriteFaultAsync(AccountFaults.Denied);
                return;
            }

            caller = owner;
        }

        var lifetime = TimeSpan.FromSeconds(identity.Token?.DurationSeconds ?? DefaultTemporarySeconds);
        if (!keys.IssueTemporary(caller, lifetime).Succeeded(out TemporaryKey? key, out fault))
        {
            await context.WriteFaultAsync(fault);
            return;
        }

        var credential = new TemporaryCredential(key.AccessKey, key.SecretKey, key.SecurityToken, IamTime.Of(key.ExpiresAt));
        await context.WriteJsonAsync(StatusCodes.Status201Created, new CredentialResponse(credential), OcrJsonContext.Default.CredentialResponse);
    }

    private static string AddressOf(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.Path}";
}
