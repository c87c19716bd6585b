using Serilog;
using Serilog.Formatting.Json;

namespace OcrService.Api.Telemetry;

internal static class JsonLogs
{
    /// <summary>One JSON object a line on the console; levels from the section <c>Serilog:MinimumLevel</c>.</summary>
    public static void AddJsonLogs(this WebApplicationBuilder builder)
    {
        Serilog.Core.Logger logger = new LoggerConfiguration()
            .ReadFrom.Configuration(builder.Configuration)
            .WriteTo.Console(new JsonFormatter(renderMessage: true))
            .CreateLogger();
        builder.Logging.ClearProviders().AddSerilog(logger, dispose: true);
    }
}
