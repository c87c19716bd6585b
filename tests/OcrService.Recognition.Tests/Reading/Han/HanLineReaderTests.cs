using OcrService.Documents.Fields;
using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Tests.WholePath;
using OcrService.Specimens.Drawing;
using SkiaSharp;

namespace OcrService.Recognition.Tests.Reading.Han;

/// <summary>Drawn names through the real model, as the fields of a card ask for them.</summary>
[Collection(WholePathRuns.SharedModels)]
public sealed class HanLineReaderTests(WholePathModels models)
{
    /// <summary>Characters that the general reader or Tesseract drops or takes for others, alone and in names.</summary>
    private static readonly string[] Names = ["畢", "區焜暉", "雷靜", "錢鈞", "司徒潔", "陳大文", "鄧煒傑", "梁嫻", "吳琤", "蕭林"];

    [FontTheory("Noto Sans CJK TC", "Noto Serif CJK HK", "AR PL Mingti2L Big5", "AR PL KaitiM Big5", "TW-Sung")]
    [InlineData("Noto Sans CJK TC", 44)]
    [InlineData("Noto Serif CJK HK", 44)]
    [InlineData("AR PL Mingti2L Big5", 44)]
    [InlineData("AR PL KaitiM Big5", 44)]
    [InlineData("TW-Sung", 44)]
    [InlineData("Noto Sans CJK HK", 22)]
    public void Names_are_read_in_every_typeface(string family, int size)
    {
        foreach (string name in Names)
            Read(family, name, size).ShouldBe(name);
    }

    [FontTheory("Liberation Sans")]
    [InlineData("CHAN, TAI MAN")]
    [InlineData("01-01-1990")]
    [InlineData("A123456(7)")]
    public void Latin_letters_and_figures_are_no_characters(string text) => Read("Liberation Sans", text, 40).ShouldBeEmpty();

    [FontTheory("Liberation Sans")]
    [InlineData(" ")]
    public void Empty_ground_is_no_line(string text) => Read("Liberation Sans", text, 40).ShouldBeEmpty();

    /// <summary>Draws a line, size pixels an em square with a quarter of it around, and reads it.</summary>
    private string Read(string family, string text, int size)
    {
        using SKFont font = new(SpecimenFonts.Typeface(family), size);
        int margin = size / 4, width = (int)font.MeasureText(text) + (2 * margin), height = size + (2 * margin);
        using SKBitmap bitmap = new(width, height);
        using SKCanvas canvas = new(bitmap);
        using SKPaint paint = new() { Color = new SKColor(30, 30, 36), IsAntialias = true };
        canvas.Clear(new SKColor(226, 232, 226));
        canvas.DrawText(text, margin, margin + (0.87f * size), font, paint);
        using SKData png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        using PixelImage picture = WholePathModels.Decode(png.ToArray());
        return models.LookAgain(picture).ReadLine(Quad.FromBox(0, 0, width, height), FieldScript.TraditionalChinese)?.Text ?? "";
    }
}
