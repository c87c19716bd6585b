using OcrService.Documents;
using OcrService.Documents.Mrz;
using OcrService.Documents.Pages;
using OcrService.Recognition;
using OcrService.Recognition.Imaging;

namespace OcrService.Benchmarks.Readers;

/// <summary>Reads with the recognition itself, without HTTP. Knows no fields of cards; the zone is what the MRZ reader makes of it.</summary>
internal sealed class InProcessReader(IRecognizer recognizer) : IPictureReader
{
    private static readonly ImageLimits Limits = new(Enum.GetValues<ImageFormat>().ToHashSet(), MinSide: 15, MaxSide: 30_000);

    public Task<PictureReading> ReadTextAsync(byte[] file, bool detectDirection, CancellationToken cancellationToken) =>
        ReadAsync(file, new ReadingPlan { DetectDirection = detectDirection }, cancellationToken);

    public Task<PictureReading> ReadDocumentAsync(byte[] file, CancellationToken cancellationToken) =>
        ReadAsync(file, new ReadingPlan { DetectDirection = true, FindMrz = true }, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (recognizer is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync();
        else (recognizer as IDisposable)?.Dispose();
    }

    private async Task<PictureReading> ReadAsync(byte[] file, ReadingPlan plan, CancellationToken cancellationToken)
    {
        if (!ImageGate.Admit(file, Limits).Succeeded(out AdmittedImage? image, out Fault? fault)) return new PictureReading { Fault = fault.Name };
        if (!(await recognizer.RecognizeAsync(image, plan, cancellationToken)).Succeeded(out Page? page, out fault)) return new PictureReading { Fault = fault.Name };
        return new PictureReading
        {
            Lines = [.. page.Lines.Select(l => l.Text)],
            Mrz = BestZone(page)?.Lines ?? [],
        };
    }

    private static MrzDocument? BestZone(Page page)
    {
        DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        return page.MrzZones.Select(zone => MrzReader.Read(zone, today)).Where(d => d is not null).MaxBy(d => d!.Plausibility);
    }
}
