namespace OcrService.Api.Telemetry;

/// <summary>One line for every request when it is over: what it was, how it ended, how large, how long.</summary>
internal static partial class CompletionLog
{
    public static void UseCompletionLog(this WebApplication app)
    {
        ILogger log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("OcrService.Requests");
        TimeProvider time = app.Services.GetRequiredService<TimeProvider>();
        app.Use(async (HttpContext context, RequestDelegate next) =>
        {
            long start = time.GetTimestamp();
            await next(context);
            RequestNotes notes = RequestNotes.Of(context);
            long intake = (long)notes.Intake.TotalMilliseconds;
            long recognition = (long)notes.Recognition.TotalMilliseconds;
            long total = (long)time.GetElapsedTime(start).TotalMilliseconds;
            bool quiet = context.GetEndpoint()?.Metadata.GetMetadata<QuietMetadata>() is not null;
            LogLevel level = quiet ? LogLevel.Debug : LogLevel.Information;
            Completed(
                log,
                level,
                context.TraceIdentifier,
                notes.Api,
                notes.Project,
                notes.User,
                context.Response.StatusCode,
                notes.ErrorCode,
                notes.Fault,
                context.Request.ContentLength,
                notes.Image?.Format,
                notes.Image?.Width,
                notes.Image?.Height,
                intake,
                recognition,
                total);
        });
    }

    [LoggerMessage(
        EventId = 2,
        Message = "Request {RequestId} api {Api} project {Project} user {User} status {Status} error {ErrorCode} fault {Fault} bytes {Bytes} "
            + "image {Format} {Width}x{Height} intake {IntakeMs} ms recognition {RecognitionMs} ms total {TotalMs} ms")]
    private static partial void Completed(
        ILogger logger,
        LogLevel level,
        string requestId,
        string? api,
        string? project,
        string? user,
        int status,
        string? errorCode,
        string? fault,
        long? bytes,
        Recognition.Imaging.ImageFormat? format,
        int? width,
        int? height,
        long intakeMs,
        long recognitionMs,
        long totalMs);
}

/// <summary>Marks endpoints that are asked all the time and say little, such as health: their completion line is a debug one.</summary>
internal sealed class QuietMetadata
{
    public static readonly QuietMetadata Instance = new();
}
