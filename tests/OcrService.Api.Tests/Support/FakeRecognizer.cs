using OcrService.Documents;
using OcrService.Documents.Pages;
using OcrService.Recognition;
using OcrService.Recognition.Imaging;

namespace OcrService.Api.Tests.Support;

/// <summary>Answers what a test tells it to, and remembers what it was asked.</summary>
internal sealed class FakeRecognizer : IRecognizer
{
    public bool IsReady { get; set; } = true;

    public Func<AdmittedImage, CancellationToken, Task<Outcome<Page>>> Read { get; set; } = (image, _) => Pages.Empty(image);

    public ReadingPlan? LastPlan { get; private set; }

    public AdmittedImage? LastImage { get; private set; }

    public Task<Outcome<Page>> RecognizeAsync(AdmittedImage image, ReadingPlan plan, CancellationToken cancellationToken)
    {
        LastPlan = plan;
        LastImage = image;
        return Read(image, cancellationToken);
    }
}
