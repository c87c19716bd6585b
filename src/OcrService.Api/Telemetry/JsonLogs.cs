using Serilog;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Json;

namespace OcrService.Api.Telemetry;

internal static class JsonLogs
{
    /// <summary>One JSON object a line on the console; levels from the usual section <c>Logging:LogLevel</c>.</summary>
    public static void AddJsonLogs(this WebApplicationBuilder builder)
    {
        Serilog.Core.Logger logger = new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .WriteTo.Console(new JsonFormatter(renderMessage: true))
            .CreateLogger();

        // Not AddSerilog: that one also adds a filter that lets everything through, whatever the configuration says.
        builder.Logging.ClearProviders().AddProvider(new SerilogLoggerProvider(logger, dispose: true));

        // These lines hold the address with its query, so no setting may bring them back.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);

        // Why a start fails is told once, in one line (ServiceRun); a background service that breaks later is a critical line.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);

        // Every statement of the accounts, twice the processor time of a call, where no configuration file quiets it.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Warning);
    }
}
