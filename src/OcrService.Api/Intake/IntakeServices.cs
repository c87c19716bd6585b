using OcrService.Api.Hosting;
using OcrService.Recognition.Imaging;

namespace OcrService.Api.Intake;

internal static class IntakeServices
{
    /// <summary>Everything that brings a picture in: Base64 decoding, download and the gate.</summary>
    public static void AddImageIntake(this WebApplicationBuilder builder)
    {
        builder.AddOptionsSection<ImageIntakeOptions>(ImageIntakeOptions.Section);
        builder.AddOptionsSection<UrlFetchOptions>(UrlFetchOptions.Section);
        builder.Services.AddSingleton<INetwork, SystemNetwork>();
        builder.Services.AddSingleton<UrlFetcher>();
        builder.Services.AddSingleton<ImageAdmission>(ImageGate.Admit);
        builder.Services.AddSingleton<ImageIntake>();
    }
}
