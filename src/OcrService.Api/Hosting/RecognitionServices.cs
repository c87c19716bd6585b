using Microsoft.Extensions.Options;
using OcrService.Api.Contract;
using OcrService.Api.Endpoints;
using OcrService.Documents;
using OcrService.Documents.Contacts;
using OcrService.Recognition;

namespace OcrService.Api.Hosting;

/// <summary>Binds recognition and extraction to the endpoints.</summary>
internal static partial class RecognitionServices
{
    public static void AddRecognition(this WebApplicationBuilder builder)
    {
        builder.AddOptionsSection<RecognitionOptions>(RecognitionOptions.Section);
        builder.Services.AddSingleton<IRecognizer>(services =>
        {
            ILogger log = services.GetRequiredService<ILoggerFactory>().CreateLogger("OcrService.Recognition");
            return Recognizer.Open(services.GetRequiredService<IOptions<RecognitionOptions>>().Value, e => LogFailure(log, e));
        });
        builder.Services.AddSingleton<StartFailure>();
        builder.Services.AddHostedService<WarmUp>();
    }

    public static void AddDocuments(this WebApplicationBuilder builder)
    {
        builder.AddOptionsSection<DocumentSettingsOptions>(DocumentSettingsOptions.Section);
        builder.Services.AddSingleton<ContactFinder>(services =>
        {
            using MemoryStream divisions = new(ModelFiles.Load(services.GetRequiredService<IOptions<RecognitionOptions>>().Value, "data.china_divisions"));
            ContactBlock block = new(DivisionTable.Load(divisions));
            return lines => ToContactInfo(block.Find(lines));
        });
        builder.Services.AddSingleton<CardExtractor>(services =>
        {
            TimeProvider time = services.GetRequiredService<TimeProvider>();
            DocumentOptions settings = services.GetRequiredService<IOptions<DocumentSettingsOptions>>().Value.ToDocumentOptions();
            return (type, page, picture, options) =>
                type.Extract(page, picture, new DocumentRequest(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)) { Options = options }, settings);
        });
        foreach (DocumentType type in DocumentTypes.Discover().All)
            builder.Services.AddSingleton<OcrApi>(services => new CardApi(type, services.GetRequiredService<CardExtractor>()));
    }

    private static ContactInfo ToContactInfo(Contact contact) => new()
    {
        Name = contact.Name,
        Phone = contact.Phone,
        Province = contact.Province,
        City = contact.City,
        District = contact.District,
        DetailAddress = contact.DetailAddress,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Recognition failed")]
    private static partial void LogFailure(ILogger logger, Exception exception);

    /// <summary>Loads the models when the server starts and reads one page, while <c>/health/ready</c> says "starting". A broken model stops the start.</summary>
    private sealed class WarmUp(IServiceProvider services, StartFailure failure, IHostApplicationLifetime lifetime) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            try
            {
                await Task.Run(() => (services.GetRequiredService<IRecognizer>() as Recognizer)?.WarmUp(), stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                failure.Report(e);
                lifetime.StopApplication();
            }
        }
    }
}
