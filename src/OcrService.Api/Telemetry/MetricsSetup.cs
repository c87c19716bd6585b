using Microsoft.Extensions.Options;
using OcrService.Api.Contract;
using OcrService.Api.Hosting;
using OcrService.Recognition;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace OcrService.Api.Telemetry;

/// <summary>The service's figures: counted, shown at <c>/metrics</c>, and sent to a collector where there is one.</summary>
internal static class MetricsSetup
{
    private const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static void AddOcrMetrics(this WebApplicationBuilder builder)
    {
        builder.AddOptionsSection<MetricsOptions>(MetricsOptions.Section);
        builder.Services.AddSingleton<OcrMetrics>();
        builder.Services.AddSingleton<MetricsRecorder>();

        // By factory: the container disposes what it has made, and the last spans are sent then.
        builder.Services.AddSingleton(services => TracesOf(services.GetRequiredService<IOptions<MetricsOptions>>().Value));
        builder.Services.AddSingleton(services => MetricsOf(services.GetRequiredService<IOptions<MetricsOptions>>().Value));
    }

    /// <summary>Begins to count and to send; counts each request when it is over.</summary>
    public static void UseOcrMetrics(this WebApplication app)
    {
        MetricsOptions options = app.Services.GetRequiredService<IOptions<MetricsOptions>>().Value;
        if (options.Enabled)
            app.Services.GetRequiredService<MetricsRecorder>();
        if (options.OtlpEndpoint.Length > 0)
        {
            app.Services.GetRequiredService<TracerProvider>();
            app.Services.GetRequiredService<MeterProvider>();
        }

        OcrMetrics metrics = app.Services.GetRequiredService<OcrMetrics>();
        TimeProvider time = app.Services.GetRequiredService<TimeProvider>();
        app.Use(async (HttpContext context, RequestDelegate next) =>
        {
            long start = time.GetTimestamp();
            try
            {
                await next(context);
            }
            finally
            {
                metrics.Answered(context, time.GetElapsedTime(start));
            }
        });
    }

    public static void MapMetrics(this WebApplication app)
    {
        MetricsOptions options = app.Services.GetRequiredService<IOptions<MetricsOptions>>().Value;
        if (!options.Enabled)
            return;
        var rules = new ScrapeRules(options.AllowedNetworks);
        app.MapGet("/metrics", (HttpContext context, MetricsRecorder recorder) =>
        {
            if (!rules.Permit(context))
                return context.WriteFaultAsync(RequestFaults.UnknownApi);
            context.Response.ContentType = ContentType;
            return context.Response.WriteAsync(recorder.Write(), context.RequestAborted);
        }).WithMetadata(QuietMetadata.Instance).ExcludeFromDescription();
    }

    private static TracerProvider TracesOf(MetricsOptions options)
    {
        // A stranger's header may switch the tracing of his call off, not on.
        var share = new TraceIdRatioBasedSampler(options.TraceShare);
        return Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(Resource())
            .SetSampler(new ParentBasedSampler(share, remoteParentSampled: share))
            .AddSource("Microsoft.AspNetCore", RecognitionTelemetry.Name)
            .AddProcessor(new SpanTidier())
            .AddOtlpExporter(exporter => Send(exporter, options, "traces"))
            .Build();
    }

    private static MeterProvider MetricsOf(MetricsOptions options) => Sdk.CreateMeterProviderBuilder()
        .SetResourceBuilder(Resource())
        .AddMeter([.. MetricsRecorder.MeterNames])
        .AddOtlpExporter((exporter, reader) =>
        {
            Send(exporter, options, "metrics");
            reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)options.OtlpInterval.TotalMilliseconds;
        })
        .Build();

    private static void Send(OtlpExporterOptions exporter, MetricsOptions options, string what)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri($"{options.OtlpEndpoint.TrimEnd('/')}/v1/{what}");
    }

    private static ResourceBuilder Resource() => ResourceBuilder.CreateDefault().AddService("ocr-service");
}
