using OcrService.Documents;
using OcrService.Documents.Fields;
using OcrService.Documents.Pages;
using OcrService.Recognition;
using OcrService.Recognition.Imaging;

namespace OcrService.Api.Tests.Support;

/// <summary>Answers what a test tells it to, and remembers what it was asked.</summary>
internal sealed class FakeRecognizer : IRecognizer
{
    public bool IsReady { get; set; } = true;

    public Func<AdmittedImage, CancellationToken, Task<Outcome<Page>>> Read { get; set; } = (image, _) => Pages.Empty(image);

    /// <summary>The typefaces of a line.</summary>
    public Func<Quad, IReadOnlyList<FontLikeness>> Fonts { get; set; } = _ => [];

    public ReadingPlan? LastPlan { get; private set; }

    public AdmittedImage? LastImage { get; private set; }

    public async Task<Outcome<T>> RecognizeAsync<T>(
        AdmittedImage image, ReadingPlan plan, Func<Page, IPicture, Outcome<T>> work, CancellationToken cancellationToken)
        where T : notnull
    {
        LastPlan = plan;
        LastImage = image;
        return (await Read(image, cancellationToken)).Succeeded(out Page? page, out Fault? fault) ? work(page, new BlankPicture(Fonts)) : fault;
    }

    private sealed class BlankPicture(Func<Quad, IReadOnlyList<FontLikeness>> fonts) : IPicture
    {
        public IReadOnlyList<TextLine> Read(Quad part, FieldScript script) => [];

        public TextLine? ReadLine(Quad line, FieldScript script) => null;

        public IReadOnlyList<FontLikeness> FindFonts(Quad line) => fonts(line);

        public byte[] Cut(Quad part) => [];

        public Quad? FindBorder(Quad rough, bool isVague) => null;

        public Quad? FindPortrait(Quad region) => null;

        public CardInspection Inspect(Quad card, Quad? portrait, CardChecks checks) => CardInspection.Clear;
    }
}
