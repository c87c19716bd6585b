namespace OcrService.Api.Hosting;

/// <summary>Headers that keep browsers from guessing, framing, caching and leaking. They go on every answer.</summary>
internal static class HardenedHeaders
{
    private const string StrictTransport = "max-age=31536000; includeSubDomains";

    public static void UseHardenedHeaders(this WebApplication app) => app.Use((HttpContext context, RequestDelegate next) =>
    {
        context.Response.OnStarting(
            static state =>
            {
                var c = (HttpContext)state;
                IHeaderDictionary headers = c.Response.Headers;
                headers.XContentTypeOptions = "nosniff";
                headers.XFrameOptions = "DENY";
                headers["Referrer-Policy"] = "no-referrer";
                if (headers.CacheControl.Count == 0)
                    headers.CacheControl = "no-store";
                if (c.Request.IsHttps)
                    headers.StrictTransportSecurity = StrictTransport;
                return Task.CompletedTask;
            },
            context);
        return next(context);
    });
}
