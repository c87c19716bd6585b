using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using OcrService.Api.Authentication;
using OcrService.Api.Contract;
using OcrService.Api.Endpoints;
using OcrService.Api.Telemetry;
using OcrService.Documents;

namespace OcrService.Api.Hosting;

/// <summary>
/// The contract's first two checks, path and sizes, for every endpoint that needs a caller. Inner middleware finds the body as
/// <see cref="RequestBody"/>.
/// </summary>
internal sealed class RequestGate(RequestDelegate next, IOptions<ServerOptions> options)
{
    public const int MaxUriBytes = 32 * 1024;
    public const int MaxHeadersBytes = 128 * 1024;

    private const int MaxHeaderBytes = 32 * 1024;

    private readonly int _maxBodyBytes = options.Value.MaxBodyBytes;

    public async Task InvokeAsync(HttpContext context)
    {
        EndpointMetadataCollection? metadata = context.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<CallerRequirement>() is null)
        {
            await next(context);
            return;
        }

        RequestNotes.Of(context).Api = metadata.GetMetadata<OcrApi>()?.Name;

        if (Refuse(context) is { } fault)
        {
            await context.WriteFaultAsync(fault);
            return;
        }

        using var body = new RequestBody(context.Request, _maxBodyBytes);
        context.Features.Set(body);
        await next(context);
    }

    private Fault? Refuse(HttpContext context)
    {
        // SDKs without a project id send the placeholder itself.
        if (context.GetRouteValue("project_id") is "{project_id}")
            return RequestFaults.UnknownApi;
        if (context.Features.Get<IHttpRequestFeature>()!.RawTarget.Length > MaxUriBytes)
            return RequestFaults.UriTooLong;
        if (AreTooLarge(context.Request.Headers))
            return RequestFaults.HeadersTooLarge;

        // From here this class counts. Kestrel, left to throw, would break the connection under a client that is still sending;
        // without its limit it reads on for some seconds after the answer, so that the client lives to see it.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } kestrel)
            kestrel.MaxRequestBodySize = null;

        return context.Request.ContentLength > _maxBodyBytes ? RequestFaults.BodyTooLarge : null;
    }

    private static bool AreTooLarge(IHeaderDictionary headers)
    {
        long all = 0;
        foreach ((string name, StringValues values) in headers)
        {
            foreach (string? value in values)
            {
                int size = name.Length + (value?.Length ?? 0);
                if (size > MaxHeaderBytes)
                    return true;

                all += size;
            }
        }

        return all > MaxHeadersBytes;
    }
}
