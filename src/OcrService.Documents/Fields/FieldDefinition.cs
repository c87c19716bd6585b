using OcrService.Documents.Mrz;

namespace OcrService.Documents.Fields;

/// <summary>A printed label, in all the wordings in which it may be read. Longer wordings are trusted more.</summary>
/// <param name="Labels">The wordings; white space and case do not matter.</param>
public sealed record Anchor(params IReadOnlyList<string> Labels);

/// <summary>A rectangle of the upright document in fractions of its width and height, origin top left.</summary>
public readonly record struct Region(float X, float Y, float Width, float Height);

/// <summary>The script a field is printed in; recognition chooses its reader by it.</summary>
public enum FieldScript
{
    Latin,
    Digits,
    SimplifiedChinese,
    ChineseAndLatin,
}

/// <summary>Takes the value out of text read in a field's region; null when the text holds none.</summary>
public delegate string? FieldParser(string text);

/// <summary>A field's value in a machine readable zone: the wire text and the zone's field that it came from; null when there is none.</summary>
public delegate (string Value, MrzField Origin)? MrzSource(MrzDocument zone, DateOnly today);

/// <summary>One field of a document as data.</summary>
/// <param name="Key">Wire key; dots nest it (<c>extra_info.local_language.name</c>).</param>
public sealed record FieldDefinition(string Key)
{
    /// <summary>The label; null when the field has none or is not read from the visual zone.</summary>
    public Anchor? Anchor { get; init; }

    /// <summary>Where the label begins, as fractions: left edge and middle of its height.</summary>
    public (float X, float Y) AnchorAt { get; init; }

    /// <summary>Where the value stands; null when the field is not read from the visual zone.</summary>
    public Region? Region { get; init; }

    /// <summary>Judge and normaliser of what was read in the region.</summary>
    public FieldParser? Parser { get; init; }

    public FieldScript Script { get; init; }

    /// <summary>The field's source in the machine readable zone, if it has one.</summary>
    public MrzSource? Mrz { get; init; }

    /// <summary>Whether the two sources say the same; plain equality unless given.</summary>
    public Func<string, string, bool> SourcesAgree { get; init; } = string.Equals;

    /// <summary>Whether the wire gives this field a confidence.</summary>
    public bool IsJudged { get; init; } = true;
}

/// <summary>Two fields that must fit together, such as an issue and an expiry date.</summary>
/// <param name="First">Key of one field.</param>
/// <param name="Second">Key of the other.</param>
/// <param name="Agrees">Judge of their two values.</param>
public sealed record CrossCheck(string First, string Second, Func<string, string, bool> Agrees);
