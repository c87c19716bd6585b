using OcrService.Documents.Fields;
using OcrService.Documents.Pages;

namespace OcrService.Documents.Tests;

/// <summary>A picture in which a second look finds nothing.</summary>
internal sealed class NoPicture : IPicture
{
    public static readonly NoPicture Instance = new();

    public IReadOnlyList<TextLine> Read(Quad part, FieldScript script) => [];

    public TextLine? ReadLine(Quad line, FieldScript script) => null;

    public IReadOnlyList<FontLikeness> FindFonts(Quad line) => [];

    public byte[] Cut(Quad part) => [];

    public Quad? FindBorder(Quad rough, bool isVague) => null;

    public Quad? FindPortrait(Quad region) => null;

    public CardInspection Inspect(Quad card, Quad? portrait, CardChecks checks) => CardInspection.Clear;
}
