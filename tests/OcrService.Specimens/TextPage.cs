using OcrService.Specimens.Drawing;
using OcrService.Specimens.Pages;
using OcrService.Specimens.People;
using OcrService.Specimens.Texts;
using SkiaSharp;

namespace OcrService.Specimens;

/// <summary>
/// Draws pages like those of the web: a title, paragraphs in Chinese and English, columns, a price list and a postal contact of an
/// invented person. Truth fields are those of <c>contact_info</c>; they are absent when the page has no contact.
/// </summary>
public static class TextPage
{
    private static readonly (SKColor Ground, SKColor Ink, SKColor Accent)[] Palettes =
    [
        (new(255, 255, 255), new(34, 34, 38), new(192, 40, 44)),
        (new(250, 246, 236), new(58, 46, 38), new(140, 84, 30)),
        (new(232, 242, 250), new(24, 44, 72), new(16, 92, 160)),
        (new(24, 28, 40), new(232, 234, 240), new(255, 196, 70)),
        (new(198, 40, 46), new(255, 244, 226), new(255, 222, 120)),
        (new(236, 246, 236), new(30, 60, 40), new(28, 120, 70)),
    ];

    private static readonly string[][] Families =
    [
        ["Liberation Sans", "Noto Sans CJK SC"],
        ["Noto Sans CJK SC"],
        ["Liberation Serif", "Noto Serif CJK SC"],
        ["DejaVu Sans", "Noto Sans CJK SC"],
    ];

    /// <summary>Draws one page, 720 to 1280 pixels wide, as tall as its text.</summary>
    /// <param name="seed">Decides text, layout, sizes and colours.</param>
    public static Specimen Render(int seed)
    {
        var dice = new Dice(seed);
        int width = dice.Between(720, 1280);
        (SKColor ground, SKColor ink, SKColor accent) = dice.Pick(Palettes);
        string[] families = dice.Pick(Families);
        float body = width / (float)dice.Between(30, 46);
        var style = new TextStyle(families, body, ink.Near(dice, 8));
        var lines = new List<TruthLine>();
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);

        // Drawn on a long sheet first, then cut to the length that was needed.
        using var sheet = new SKBitmap(new SKImageInfo(width, width * 3, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(sheet);
        canvas.Clear(ground.Near(dice, 4));
        float edge = width * dice.Between(0.04f, 0.08f);
        var flow = new PageFlow(canvas, lines, edge, edge * 0.6f, width - (2 * edge));
        Title(flow, dice, style, accent);
        Action[] blocks =
        [
            () => Paragraphs(flow, dice, style),
            () => Columns(canvas, lines, flow, dice, style),
            () => Prices(flow, dice, style, accent),
            () => Contact(flow, dice, style, fields),
        ];
        int first = dice.Between(0, blocks.Length - 1);
        for (int i = 0; i < dice.Between(2, blocks.Length); i++)
        {
            flow.Skip(body * dice.Between(0.5f, 1.2f));
            blocks[(first + i) % blocks.Length]();
        }

        int height = Math.Min(sheet.Height, (int)(flow.Bottom + edge));
        var page = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var cut = new SKCanvas(page)) cut.DrawBitmap(sheet, 0, 0);
        return new Specimen(page, new SpecimenTruth(lines, [], fields, [], null));
    }

    private static void Title(PageFlow flow, Dice dice, TextStyle style, SKColor accent)
    {
        var large = style with { Size = style.Size * dice.Between(1.8f, 2.6f), Colour = accent, Bold = true };
        int at = dice.Between(0, PageTexts.All.HanTitles.Count - 1);
        bool hanFirst = dice.Chance(0.6);
        flow.Line(hanFirst ? PageTexts.All.HanTitles[at] : PageTexts.All.LatinTitles[at], large);
        if (dice.Chance(0.6)) flow.Line(hanFirst ? PageTexts.All.LatinTitles[at] : PageTexts.All.HanTitles[at], style with { Size = style.Size * 1.25f });
    }

    private static void Paragraphs(PageFlow flow, Dice dice, TextStyle style)
    {
        for (int i = dice.Between(1, 3); i > 0; i--)
        {
            flow.Paragraph(Sentences(dice, dice.Chance(0.6), dice.Between(1, 3)), style);
            flow.Skip(style.Size * 0.5f);
        }
    }

    private static void Columns(SKCanvas canvas, List<TruthLine> lines, PageFlow flow, Dice dice, TextStyle style)
    {
        float gap = style.Size * 2;
        float half = (flow.Width - gap) / 2;
        var small = style with { Size = style.Size * 0.9f };
        var left = new PageFlow(canvas, lines, flow.Left, flow.Bottom, half);
        left.Paragraph(Sentences(dice, han: true, 2), small);
        var right = new PageFlow(canvas, lines, flow.Left + half + gap, flow.Bottom, half);
        right.Paragraph(Sentences(dice, han: false, 2), small);
        flow.Skip(Math.Max(left.Bottom, right.Bottom) - flow.Bottom);
    }

    private static void Prices(PageFlow flow, Dice dice, TextStyle style, SKColor accent)
    {
        flow.Row([("商品", 0), ("规格", 0.4f), ("价格", 0.8f)], style with { Bold = true, Colour = accent });
        for (int i = dice.Between(3, 6); i > 0; i--)
        {
            PageTexts.Good good = dice.Pick(PageTexts.All.Goods);
            flow.Row([(good.Han, 0), (good.Latin, 0.4f), ($"¥{dice.Between(5, 899)}.{dice.Digits(2)}", 0.8f)], style);
        }
    }

    private static void Contact(PageFlow flow, Dice dice, TextStyle style, Dictionary<string, string> fields)
    {
        PageTexts.Place place = dice.Pick(PageTexts.All.Places);
        fields["name"] = Crowd.Chinese(dice).Han;
        // The range 138 0000 is the one that documentation uses.
        fields["phone"] = "1380000" + dice.Digits(4);
        fields["province"] = place.Province;
        fields["city"] = place.City;
        fields["district"] = place.District;
        fields["detail_address"] = $"{dice.Pick(PageTexts.All.Streets)}{dice.Between(1, 300)}号{dice.Between(1, 20)}栋{dice.Between(101, 2804)}室";
        string address = place.Province + place.City + place.District + fields["detail_address"];
        if (dice.Chance(0.5))
        {
            flow.Line($"收件人：{fields["name"]}", style);
            flow.Line($"电话：{fields["phone"]}", style);
            flow.Line($"地址：{address}", style);
        }
        else
        {
            flow.Line($"{fields["name"]} {fields["phone"]}", style);
            flow.Line(address, style);
        }
    }

    private static string Sentences(Dice dice, bool han, int count) => string.Join(
        han ? "" : " ", Enumerable.Range(0, count).Select(_ => dice.Pick(han ? PageTexts.All.HanSentences : PageTexts.All.LatinSentences)));
}
