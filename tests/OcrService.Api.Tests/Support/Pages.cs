using OcrService.Documents;
using OcrService.Documents.Pages;
using OcrService.Recognition.Imaging;

namespace OcrService.Api.Tests.Support;

internal static class Pages
{
    public static Task<Outcome<Page>> Empty(AdmittedImage image) => Of(image);

    public static Task<Outcome<Page>> Of(AdmittedImage image, params TextLine[] lines) =>
        Task.FromResult<Outcome<Page>>(new Page(image.Width, image.Height, 0, lines, []));

    public static Task<Outcome<Page>> Of(Fault fault) => Task.FromResult<Outcome<Page>>(fault);

    public static TextLine Line(string text, float confidence, Quad quad) => new(text, quad, confidence, 0.9f, [new Word(text, quad, confidence)]);
}
