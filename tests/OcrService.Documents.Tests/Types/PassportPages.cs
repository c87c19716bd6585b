using OcrService.Documents.Mrz;
using OcrService.Documents.Pages;
using OcrService.Documents.Tests.Mrz;

namespace OcrService.Documents.Tests.Types;

/// <summary>Pages as recognition would hand them over: a passport of a given size and turn on a picture, with or without its text.</summary>
internal sealed class PassportPages
{
    /// <summary>The specimen 样本测试 as lines of its data page: text, left edge and middle of the height as fractions, height.</summary>
    public static readonly (string Text, float X, float Y)[] Chinese =
    [
        ("中华人民共和国", 0.32f, 0.04f), ("PEOPLE'S REPUBLIC OF CHINA", 0.55f, 0.04f),
        ("类型/Type", 0.32f, 0.115f), ("国家码/Country Code", 0.46f, 0.115f), ("护照号码/Passport No.", 0.63f, 0.12f),
        ("P", 0.325f, 0.16f), ("CHN", 0.47f, 0.16f), ("E00000000", 0.64f, 0.17f),
        ("姓名/Name", 0.32f, 0.165f), ("样本测试", 0.325f, 0.22f), ("YANG, BENCESHI", 0.33f, 0.28f),
        ("性别/Sex", 0.32f, 0.335f), ("国籍/Nationality", 0.44f, 0.335f), ("出生日期/Date of birth", 0.63f, 0.335f),
        ("男/M", 0.325f, 0.38f), ("中国/CHINESE", 0.44f, 0.38f), ("01 1月/JAN 1990", 0.635f, 0.38f),
        ("出生地点/Place of birth", 0.32f, 0.425f), ("签发日期/Date of issue", 0.63f, 0.425f),
        ("北京/BEIJING", 0.325f, 0.47f), ("02 1月/JAN 2025", 0.635f, 0.47f),
        ("签发地点/Place of issue", 0.32f, 0.515f), ("有效期至/Date of expiry", 0.63f, 0.515f),
        ("山东/SHANDONG", 0.33f, 0.56f), ("01 1月/JAN 2035", 0.635f, 0.56f),
        ("签发机关/Authority", 0.32f, 0.615f), ("持照人签名/Bearer's signature", 0.63f, 0.615f),
        ("公安部出入境管理局", 0.32f, 0.655f), ("MPS Exit & Entry Administration", 0.32f, 0.705f),
    ];

    private const float Aspect = 125f / 88;

    public int PictureWidth { get; init; } = 1600;

    public int PictureHeight { get; init; } = 1200;

    /// <summary>Width of the passport page in pixels.</summary>
    public float Width { get; init; } = 1250;

    /// <summary>Turn in degrees, clockwise.</summary>
    public float Angle { get; init; }

    public MrzNoise Noise { get; init; } = new(1) { Readings = 2 };

    public DocumentFrame Frame
    {
        get
        {
            float radians = Angle * MathF.PI / 180;
            PagePoint right = new PagePoint(MathF.Cos(radians), MathF.Sin(radians)) * Width;
            PagePoint down = new PagePoint(-right.Y, right.X) * (1 / Aspect);
            PagePoint origin = new PagePoint(PictureWidth / 2f, PictureHeight / 2f) - ((right + down) * 0.5f);
            return new DocumentFrame(new Quad(origin, origin + right, origin + right + down, origin + down));
        }
    }

    public Page Page(string[] zone, params (string Text, float X, float Y)[] lines) => new(
        PictureWidth,
        PictureHeight,
        Angle,
        [.. lines.Select(l => Line(l.Text, l.X, l.Y))],
        zone.Length == 0 ? [] : [Zone(zone)]);

    private MrzZone Zone(string[] lines)
    {
        MrzZone zone = Noise.Zone(lines);
        return new MrzZone([.. zone.Lines.Select((l, k) => l with { Quad = Part(0.05f, 0.835f + (0.075f * k), 0.9f, 0.04f) })]);
    }

    private TextLine Line(string text, float x, float y)
    {
        float at = x;
        List<Word> words = [];
        foreach (string word in text.Split(' '))
        {
            float width = word.Sum(c => c > 0x3000 ? 0.024f : 0.012f);
            words.Add(new Word(word, Part(at, y - 0.018f, width, 0.036f), 0.96f));
            at += width + 0.012f;
        }

        return new TextLine(text, Part(x, y - 0.018f, at - x - 0.012f, 0.036f), 0.96f, 0.9f, words);
    }

    private Quad Part(float x, float y, float width, float height) =>
        new(Frame.ToPixels(x, y), Frame.ToPixels(x + width, y), Frame.ToPixels(x + width, y + height), Frame.ToPixels(x, y + height));
}
