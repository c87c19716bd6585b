using System.Collections.Concurrent;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace OcrService.Specimens.Drawing;

/// <summary>The typefaces that specimens are drawn with, found among the fonts that Debian packages install.</summary>
public static class SpecimenFonts
{
    private static readonly string[] Roots = ["/usr/share/fonts", "/usr/local/share/fonts"];

    private static readonly FontFile[] Catalogue =
    [
        new("Liberation Sans", "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "fonts-liberation"),
        new("Liberation Sans Narrow", "LiberationSansNarrow-Regular.ttf", "LiberationSansNarrow-Bold.ttf", "fonts-liberation"),
        new("Liberation Serif", "LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf", "fonts-liberation"),
        new("Liberation Mono", "LiberationMono-Regular.ttf", "LiberationMono-Bold.ttf", "fonts-liberation"),
        new("Nimbus Sans", "NimbusSans-Regular.otf", "NimbusSans-Bold.otf", "fonts-urw-base35"),
        new("Nimbus Sans Narrow", "NimbusSansNarrow-Regular.otf", "NimbusSansNarrow-Bold.otf", "fonts-urw-base35"),
        new("Open Sans", "OpenSans-Regular.ttf", "OpenSans-Bold.ttf", "fonts-open-sans"),
        new("Roboto", "Roboto-Regular.ttf", "Roboto-Bold.ttf", "fonts-roboto-unhinted"),
        new("Roboto Condensed", "RobotoCondensed-Regular.ttf", "RobotoCondensed-Bold.ttf", "fonts-roboto-unhinted"),
        new("DejaVu Sans", "DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "fonts-dejavu-core"),
        new("OCR B", "OCRB.otf", "OCRB.otf", "fonts-ocr-b"),
        new("Noto Serif CJK HK", "NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc", "fonts-noto-cjk"),
        new("AR PL Mingti2L Big5", "bsmi00lp.ttf", "bsmi00lp.ttf", "fonts-arphic-bsmi00lp"),
        new("AR PL KaitiM Big5", "bkai00mp.ttf", "bkai00mp.ttf", "fonts-arphic-bkai00mp"),
        new("TW-Sung", "TW-Sung-98_1.ttf", "TW-Sung-98_1.ttf", "fonts-cns11643-sung"),
        new("Norasi", "Norasi.ttf", "Norasi-Bold.ttf", "fonts-tlwg-norasi-ttf"),
        new("Kinnari", "Kinnari.ttf", "Kinnari-Bold.ttf", "fonts-tlwg-kinnari-ttf"),
        new("Laksaman", "Laksaman.ttf", "Laksaman-Bold.ttf", "fonts-tlwg-laksaman-ttf"),
        new("Umpush", "Umpush.ttf", "Umpush-Bold.ttf", "fonts-tlwg-umpush-ttf"),
        new("Waree", "Waree.ttf", "Waree-Bold.ttf", "fonts-tlwg-waree-ttf"),
        new("Noto Sans CJK SC", "NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", "fonts-noto-cjk"),
        new("Noto Sans CJK TC", "NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", "fonts-noto-cjk"),
        new("Noto Sans CJK HK", "NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", "fonts-noto-cjk"),
        new("Noto Serif CJK SC", "NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc", "fonts-noto-cjk"),
        new("Noto Serif CJK TC", "NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc", "fonts-noto-cjk"),
        new("WenQuanYi Zen Hei", "wqy-zenhei.ttc", "wqy-zenhei.ttc", "fonts-wqy-zenhei"),
        new("Noto Sans Thai", "NotoSansThai-Regular.ttf", "NotoSansThai-Bold.ttf", "fonts-noto-core"),
        new("Noto Sans Khmer", "NotoSansKhmer-Regular.ttf", "NotoSansKhmer-Bold.ttf", "fonts-noto-core"),
        new("Noto Serif Khmer", "NotoSerifKhmer-Regular.ttf", "NotoSerifKhmer-Bold.ttf", "fonts-noto-core"),
        new("Khmer OS", "KhmerOS.ttf", "KhmerOS.ttf", "fonts-khmeros"),
        new("Khmer OS Battambang", "KhmerOSbattambang.ttf", "KhmerOSbattambang.ttf", "fonts-khmeros"),
        new("Khmer OS Content", "KhmerOScontent.ttf", "KhmerOScontent.ttf", "fonts-khmeros"),
        new("Khmer OS Siemreap", "KhmerOSsiemreap.ttf", "KhmerOSsiemreap.ttf", "fonts-khmeros"),
        new("Khmer OS Muol Light", "KhmerOSmuollight.ttf", "KhmerOSmuollight.ttf", "fonts-khmeros"),
        new("Noto Sans Myanmar", "NotoSansMyanmar-Regular.ttf", "NotoSansMyanmar-Bold.ttf", "fonts-noto-core"),
        new("Noto Serif Myanmar", "NotoSerifMyanmar-Regular.ttf", "NotoSerifMyanmar-Bold.ttf", "fonts-noto-core"),
        new("Padauk", "Padauk-Regular.ttf", "Padauk-Bold.ttf", "fonts-sil-padauk"),
        new("Padauk Book", "PadaukBook-Regular.ttf", "PadaukBook-Bold.ttf", "fonts-sil-padauk"),
        new("Myanmar3", "mm3-multi-os_16-08-2011.ttf", "mm3-multi-os_16-08-2011.ttf", "fonts-myanmar"),
        new("Myanmar Sans Pro", "MyanmarSansPro-Regular.ttf", "MyanmarSansPro-Regular.ttf", "fonts-myanmar"),
    ];

    private static readonly ConcurrentDictionary<(string Family, bool Bold), Lazy<ShapedFace>> Loaded = new();

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Installed = new(FindInstalled);

    /// <summary>The Debian packages that carry all families.</summary>
    public static IReadOnlyList<string> Packages { get; } = [.. Catalogue.Select(f => f.Package).Distinct(StringComparer.Ordinal)];

    /// <summary>Family names that can be asked for.</summary>
    public static IReadOnlyList<string> Families { get; } = [.. Catalogue.Select(f => f.Family)];

    /// <summary>Gives a typeface of the family.</summary>
    /// <exception cref="ArgumentException">The family is not in the catalogue.</exception>
    /// <exception cref="FileNotFoundException">It is not installed; the message names the Debian package.</exception>
    public static SKTypeface Typeface(string family, bool bold = false) => Face(family, bold).Typeface;

    internal static ShapedFace Face(string family, bool bold) =>
        Loaded.GetOrAdd((family, bold), static key => new Lazy<ShapedFace>(() => Load(key.Family, key.Bold))).Value;

    private static ShapedFace Load(string family, bool bold)
    {
        FontFile entry = Catalogue.FirstOrDefault(f => f.Family == family)
            ?? throw new ArgumentException($"Unknown font family '{family}'; known are: {string.Join(", ", Families)}.", nameof(family));
        string file = bold ? entry.Bold : entry.Regular;
        if (!Installed.Value.TryGetValue(file, out string? path))
        {
            throw new FileNotFoundException($"The font '{family}' ({file}) is not installed. Install the Debian package {entry.Package}.", file);
        }

        // A collection holds one face per region; a plain file has only face 0.
        for (int index = 0; SKTypeface.FromFile(path, index) is { } typeface; index++)
        {
            if (string.Equals(typeface.FamilyName, family, StringComparison.Ordinal)) return new ShapedFace(typeface);
            typeface.Dispose();
            if (!path.EndsWith(".ttc", StringComparison.Ordinal)) break;
        }

        throw new InvalidDataException($"The file {file} of {entry.Package} holds no family '{family}'.");
    }

    private static Dictionary<string, string> FindInstalled()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string root in Roots.Where(Directory.Exists))
        {
            foreach (string path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)) found.TryAdd(Path.GetFileName(path), path);
        }

        return found;
    }

    private sealed record FontFile(string Family, string Regular, string Bold, string Package);
}

/// <summary>A typeface with its shaper. Those of the catalogue live as long as the process.</summary>
internal sealed class ShapedFace(SKTypeface typeface) : IDisposable
{
    private readonly SKShaper _shaper = new(typeface);
    private readonly Lock _gate = new();

    public SKTypeface Typeface { get; } = typeface;

    public void Dispose()
    {
        _shaper.Dispose();
        Typeface.Dispose();
    }

    /// <summary>Advance width, and the smallest box around the ink of the shaped glyphs; both from the start of the baseline.</summary>
    public (float Width, SKRect Ink) Measure(string text, SKFont font)
    {
        SKShaper.Result shaped;
        lock (_gate) shaped = _shaper.Shape(text, font);
        font.GetGlyphWidths([.. shaped.Codepoints.Select(c => (ushort)c)], out SKRect[] boxes);
        SKRect ink = SKRect.Empty;
        foreach ((SKRect box, SKPoint at) in boxes.Zip(shaped.Points))
        {
            if (box.IsEmpty) continue;
            SKRect placed = SKRect.Create(box.Left + at.X, box.Top + at.Y, box.Width, box.Height);
            ink = ink.IsEmpty ? placed : SKRect.Union(ink, placed);
        }

        return (shaped.Width, ink);
    }

    public void Draw(SKCanvas canvas, string text, float x, float y, SKFont font, SKPaint paint)
    {
        lock (_gate) canvas.DrawShapedText(_shaper, text, x, y, SKTextAlign.Left, font, paint);
    }
}
