using OcrService.Recognition.Inference;
using OcrService.Specimens.Drawing;

namespace OcrService.Recognition.Tests.WholePath;

/// <summary>A theory that is skipped, and says so, where a font is missing.</summary>
internal sealed class FontTheoryAttribute : TheoryAttribute
{
    public FontTheoryAttribute(params string[] families) => Skip = WhyNot(families);

    internal static string? WhyNot(string[] families)
    {
        try
        {
            foreach (string family in families)
                SpecimenFonts.Typeface(family);
            return null;
        }
        catch (FileNotFoundException e)
        {
            return e.Message;
        }
    }
}

/// <summary>The same for theories that ask the font classifier.</summary>
internal sealed class KnownFontTheoryAttribute : TheoryAttribute
{
    public KnownFontTheoryAttribute(params string[] families) => Skip = FontTheoryAttribute.WhyNot(families)
        ?? (ModelManifest.Open(ModelFiles.FolderOf(new RecognitionOptions())).Has("font_classifier") ? null : "models.json names no font_classifier.");
}
