using Microsoft.AspNetCore.Connections;
using OcrService.Accounts;
using OcrService.Accounts.Storage;
using OcrService.Api.Contract;
using OcrService.Documents;

namespace OcrService.Api.Hosting;

/// <summary>The one exception handler. What arrives here is a broken HTTP message, a client that left, or a bug.</summary>
internal static partial class FaultHandling
{
    /// <summary>The de facto status of a request whose client left; nobody receives it, but the completion line shows it.</summary>
    private const int ClientClosedRequest = 499;

    public static void UseFaultResponses(this WebApplication app)
    {
        ILogger log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(FaultHandling).FullName!);
        app.Use(async (HttpContext context, RequestDelegate next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception e) when (IsClientGone(context, e))
            {
                if (!context.Response.HasStarted)
                    context.Response.StatusCode = ClientClosedRequest;
            }
            catch (Exception e) when (!context.Response.HasStarted)
            {
                Fault fault = FaultOf(e);
                if (fault == ServiceFaults.Internal)
                    UnhandledException(log, e, context.TraceIdentifier);

                context.Response.Clear();
                await context.WriteFaultAsync(fault);
            }
        });
    }

    private static bool IsClientGone(HttpContext context, Exception e) =>
        (e is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        || e is ConnectionResetException or ConnectionAbortedException;

    private static Fault FaultOf(Exception e) => e switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => RequestFaults.BodyTooLarge,
        BadHttpRequestException => RequestFaults.Malformed,
        // What Kestrel makes of a chunk whose length is beyond its numbers.
        IOException { InnerException: OverflowException } => RequestFaults.Malformed,
        _ when DatabaseFailures.IsAway(e) => AccountFaults.DatabaseAway,
        _ => ServiceFaults.Internal,
    };

    [LoggerMessage(1, LogLevel.Error, "Request {RequestId} failed unexpectedly")]
    private static partial void UnhandledException(ILogger logger, Exception exception, string requestId);
}
