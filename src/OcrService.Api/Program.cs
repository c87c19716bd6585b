using OcrService.Api.Authentication;
using OcrService.Api.Documentation;
using OcrService.Api.Endpoints;
using OcrService.Api.Endpoints.Iam;
using OcrService.Api.Endpoints.Management;
using OcrService.Api.Hosting;
using OcrService.Api.Intake;
using OcrService.Api.Metering;
using OcrService.Api.Telemetry;

return await ServiceRun.RunAsync(() => Build(args));

static WebApplication Build(string[] args)
{
    WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
    builder.AddServer();
    builder.AddJsonLogs();
    builder.AddOcrMetrics();
    builder.AddAccounts();
    builder.AddImageIntake();
    builder.AddRecognition();
    builder.AddOcrApis();
    builder.AddDocuments();
    builder.AddApiDocument();

    WebApplication app = builder.Build();
    app.UseTrustedProxies();
    app.UseRequestIds();
    app.UseHardenedHeaders();
    app.UseCompletionLog();
    app.UseOcrMetrics();
    app.UseFaultResponses();
    app.UseApiDocument();
    app.UseConsole();

    // The order of checks is the contract's (section 4.3): path and sizes, who calls, how often, whether he may. Then the body is parsed.
    app.UseRouting();
    app.UseMiddleware<RequestGate>();
    app.UseMiddleware<CallerGate>();
    app.UseMiddleware<CallGate>();

    app.MapOcr();
    app.MapIam();
    app.MapManagement();
    app.MapCloudEye();
    app.MapConsole();
    app.MapHealth();
    app.MapMetrics();
    app.MapDoors();
    return app;
}
