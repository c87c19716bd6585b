using OcrService.Api.Documentation;
using OcrService.Api.Endpoints;
using OcrService.Api.Hosting;
using OcrService.Api.Intake;
using OcrService.Api.Telemetry;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.AddServer();
builder.AddJsonLogs();
builder.AddImageIntake();
builder.AddRecognition();
builder.AddOcrApis();
builder.AddDocuments();
builder.AddApiDocument();

WebApplication app = builder.Build();
app.UseRequestIds();
app.UseCompletionLog();
app.UseFaultResponses();
app.UseApiDocument();
app.UseRouting();
app.UseMiddleware<RequestGate>();

// The place of authentication, then throttling, then permission: the path exists, sizes are fine and the body is in memory, but
// not a byte of it has been parsed (contract section 4.3).
app.MapOcr();
app.MapHealth();
app.MapDoors();
await app.RunAsync();
