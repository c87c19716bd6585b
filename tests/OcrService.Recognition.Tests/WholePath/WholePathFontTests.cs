using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Specimens.Drawing;
using SkiaSharp;

namespace OcrService.Recognition.Tests.WholePath;

/// <summary>Drawn lines through the whole path: found, read, and their typeface named.</summary>
[Collection(WholePathRuns.SharedModels)]
public sealed class WholePathFontTests(WholePathModels models)
{
    [KnownFontTheory("Liberation Sans", "Liberation Serif", "Liberation Mono", "DejaVu Sans", "OCR B", "Noto Sans CJK SC", "AR PL Mingti2L Big5", "AR PL KaitiM Big5")]
    [InlineData("Liberation Sans", "Arial", "Every morning at seven")]
    [InlineData("Liberation Serif", "Times New Roman", "Every morning at seven")]
    [InlineData("Liberation Mono", "Consolas", "Every morning at seven")]
    [InlineData("DejaVu Sans", "Verdana", "Every morning at seven")]
    [InlineData("OCR B", "OCR-B", "Every morning at seven")]
    [InlineData("Noto Sans CJK SC", "思源黑体|黑体", "清晨的市场里有新鲜水果")]
    [InlineData("Noto Serif CJK SC", "思源宋体|明朝体", "清晨的市场里有新鲜水果")]
    [InlineData("AR PL Mingti2L Big5", "宋体", "清晨的市場裡有新鮮水果")]
    [InlineData("AR PL KaitiM Big5", "楷体", "清晨的市場裡有新鮮水果")]
    public void The_typeface_of_a_line_or_its_like_comes_first(string family, string names, string text)
    {
        string[] alike = names.Split('|');
        foreach (int size in (int[])[18, 24, 36])
        {
            using PixelImage picture = Draw(family, text, size);
            Page page = models.Pipeline.Read(picture, new ReadingPlan(), CancellationToken.None);

            IReadOnlyList<FontLikeness> fonts = models.LookAgain(picture).FindFonts(page.Lines.ShouldHaveSingleItem().Quad);

            fonts.Count.ShouldBe(5);
            fonts[0].Name.ShouldBeOneOf(alike);
        }
    }

    [KnownFontTheory("Liberation Serif", "Liberation Sans")]
    [InlineData("Liberation Serif", "Times New Roman")]
    [InlineData("Liberation Sans", "Arial")]
    public void Light_print_on_dark_ground_has_its_typeface_too(string family, string name)
    {
        using PixelImage picture = Draw(family, "Every morning at seven", 36, inverted: true);

        models.LookAgain(picture).FindFonts(Quad.FromBox(18, 18, picture.Width - 18, picture.Height - 18))[0].Name.ShouldBe(name);
    }

    private static PixelImage Draw(string family, string text, int size, bool inverted = false)
    {
        using SKFont font = new(SpecimenFonts.Typeface(family), size) { Subpixel = true, Hinting = SKFontHinting.None };
        int width = (int)font.MeasureText(text) + (2 * size), height = 3 * size;
        using SKBitmap bitmap = new(width, height);
        using SKCanvas canvas = new(bitmap);
        using SKPaint paint = new() { Color = inverted ? SKColors.White : new SKColor(30, 30, 36), IsAntialias = true };
        canvas.Clear(inverted ? new SKColor(24, 40, 90) : SKColors.White);
        canvas.DrawText(text, size, 1.9f * size, font, paint);
        using SKData png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return WholePathModels.Decode(png.ToArray());
    }
}
