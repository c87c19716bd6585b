using Serilog;
using Serilog.Formatting.Json;

namespace OcrService.Api.Telemetry;

internal static class JsonLogs
{
    /// <summary>
    /// One JSON object a line on the console. Levels are judged before Serilog sees a line, by the usual section <c>Logging:LogLevel</c>.
    /// </summary>
    public static void AddJsonLogs(this WebApplicationBuilder builder)
    {
        Serilog.Core.Logger logger = new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .WriteTo.Console(new JsonFormatter(renderMessage: true))
            .CreateLogger();
        builder.Logging.ClearProviders().AddSerilog(logger, dispose: true);
    }
}
