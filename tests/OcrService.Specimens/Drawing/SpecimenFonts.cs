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
        new("DejaVu Sans", "DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "fonts-dejavu-core"),
        new("OCR B", "OCRB.otf", "OCRB.otf", "fonts-ocr-b"),
        new("Noto Sans CJK SC", "NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", "fonts-noto-cjk"),
        new("Noto Sans CJK TC", "NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", "fonts-noto-cjk"),
        new("Noto Sans CJK HK", "NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", "fonts-noto-cjk"),
        new("Noto Serif CJK SC", "NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc", "fonts-noto-cjk"),
        new("Noto Serif CJK TC", "NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc", "fonts-noto-cjk"),
        new("Noto Sans Thai", "NotoSansThai-Regular.ttf", "NotoSansThai-Bold.ttf", "fonts-noto-core"),
        new("Noto Sans Khmer", "NotoSansKhmer-Regular.ttf", "NotoSansKhmer-Bold.ttf", "fonts-noto-core"),
        new("Noto Sans Myanmar", "NotoSansMyanmar-Regular.ttf", "NotoSansMyanmar-Bold.ttf", "fonts-noto-core"),
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
