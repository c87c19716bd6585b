using Microsoft.AspNetCore.Http.Features;
using OcrService.Accounts;
using OcrService.Accounts.Identity;
using OcrService.Api.Authentication.Signing;
using OcrService.Api.Hosting;
using OcrService.Documents;

namespace OcrService.Api.Authentication;

/// <summary>Requests signed with access key and secret key (contract section 6). What is cheap is refused first: the body is read last.</summary>
internal sealed class SignatureAuthenticator(SigningKeys keys, TimeProvider time)
{
    private const string SecurityTokenHeader = "X-Security-Token";

    public async Task<Outcome<Caller>> AuthenticateAsync(HttpContext context)
    {
        CancellationToken aborted = context.RequestAborted;
        IHeaderDictionary headers = context.Request.Headers;
        if (AuthorizationHeader.Parse(headers.Authorization) is not { } authorization)
            return AccountFaults.SignatureInvalid;

        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var head = new SignedRequest(context.Request.Method, target, name => headers[name]);
        DateTimeOffset now = time.GetUtcNow();
        if (!SignatureVerifier.IsFresh(head, authorization, now))
            return AccountFaults.SignatureInvalid;

        string? securityToken = headers[SecurityTokenHeader] is [{ Length: > 0 } text] ? text : null;
        if (!(await keys.FindAsync(authorization.AccessKey, securityToken, ClientAddress.Of(context), aborted)).Succeeded(out SigningKey? key, out Fault? fault))
            return fault;

        RequestBody body = context.Features.GetRequiredFeature<RequestBody>();
        if (await body.ReadAsync(aborted) is { } tooLarge)
            return tooLarge;

        context.Request.Body = body.AsStream();
        if (!SignatureVerifier.Verify(head, body.Bytes.Span, authorization, key.SecretKey, now, out string fingerprint))
        {
            await keys.RefuseAsync(key, aborted);
            return AccountFaults.SignatureInvalid;
        }

        // A date of the near future stays fresh for twice the tolerance.
        return await keys.AcceptAsync(key, fingerprint, now + (2 * SignatureVerifier.Tolerance), aborted);
    }
}
