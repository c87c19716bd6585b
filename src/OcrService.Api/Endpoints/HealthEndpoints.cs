using OcrService.Api.Contract;
using OcrService.Api.Telemetry;
using OcrService.Recognition;

namespace OcrService.Api.Endpoints;

/// <summary>For the orchestrator: is the process alive, and may it be given work.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        CancellationToken stopping = app.Lifetime.ApplicationStopping;
        RouteGroupBuilder group = app.MapGroup("/health").WithMetadata(QuietMetadata.Instance).ExcludeFromDescription();
        group.MapGet("live", (HttpContext context) => WriteAsync(context, StatusCodes.Status200OK, "alive"));
        group.MapGet("ready", (HttpContext context, IRecognizer recognizer) =>
        {
            if (stopping.IsCancellationRequested)
                return WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "stopping");

            return recognizer.IsReady
                ? WriteAsync(context, StatusCodes.Status200OK, "ready")
                : WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "starting");
        });
    }

    private static Task WriteAsync(HttpContext context, int status, string text) =>
        context.WriteJsonAsync(status, new HealthResponse { Status = text }, OcrJsonContext.Default.HealthResponse);
}
