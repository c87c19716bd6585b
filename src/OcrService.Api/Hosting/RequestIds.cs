namespace OcrService.Api.Hosting;

/// <summary>Gives every request an id in the documented form <c>{uuid}-{unix milliseconds}-{hostname}</c> and sends it with every answer.</summary>
internal static class RequestIds
{
    private const string Header = "X-Request-Id";

    private static readonly string Host = HeaderSafe(Environment.MachineName);

    public static void UseRequestIds(this WebApplication app)
    {
        TimeProvider time = app.Services.GetRequiredService<TimeProvider>();
        app.Use((HttpContext context, RequestDelegate next) =>
        {
            string id = $"{Guid.NewGuid():D}-{time.GetUtcNow().ToUnixTimeMilliseconds()}-{Host}";
            context.TraceIdentifier = id;

            // When the answer starts, not now: whoever clears a half-built response would clear the header too.
            context.Response.OnStarting(
                static state =>
                {
                    var c = (HttpContext)state;
                    c.Response.Headers[Header] = c.TraceIdentifier;
                    return Task.CompletedTask;
                },
                context);
            return next(context);
        });
    }

    private static string HeaderSafe(string host) => string.Concat(host.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '_'));
}
