using OcrService.Accounts;
using OcrService.Accounts.Identity;
using OcrService.Api.Authentication.Signing;
using OcrService.Api.Contract;
using OcrService.Api.Telemetry;
using OcrService.Documents;

namespace OcrService.Api.Authentication;

/// <summary>
/// The contract's third check: who calls, by signature or token, for every endpoint with a <see cref="CallerRequirement"/>. A signature
/// goes before a token: SDKs sign what carries one, too (contract section 1.2). Inner code finds the <see cref="Caller"/> as a feature.
/// </summary>
internal sealed class CallerGate(RequestDelegate next, SignatureAuthenticator signatures, Tokens tokens, IdentityDirectory directory)
{
    private const string TokenHeader = "X-Auth-Token";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<CallerRequirement>() is not { } requirement)
        {
            await next(context);
            return;
        }

        if (!(await AuthenticateAsync(context)).Succeeded(out Caller? caller, out Fault? fault))
        {
            await context.WriteFaultAsync(fault);
            return;
        }

        RequestNotes.Of(context).User = caller.User.Id;
        context.Features.Set(caller);
        if (requirement.Level is { } level)
        {
            Outcome<Project> found = await directory.FindProjectAsync((string)context.GetRouteValue("project_id")!, context.RequestAborted);
            if (!found.Succeeded(out Project? project, out fault) && fault == AccountFaults.DatabaseAway)
            {
                await context.WriteFaultAsync(fault);
                return;
            }

            if (caller.RefusalFor(level, project) is { } refusal)
            {
                await context.WriteFaultAsync(refusal);
                return;
            }

            RequestNotes.Of(context).Project = project!.Id;
            context.Features.Set(project);
        }

        await next(context);
    }

    private async Task<Outcome<Caller>> AuthenticateAsync(HttpContext context)
    {
        IHeaderDictionary headers = context.Request.Headers;
        if (AuthorizationHeader.IsSigned(headers.Authorization))
            return await signatures.AuthenticateAsync(context);

        return headers[TokenHeader] is [{ Length: > 0 } token]
            ? await tokens.ReadAsync(token, context.RequestAborted)
            : AccountFaults.CredentialsMissing;
    }
}
