using System.Text.RegularExpressions;
using OcrService.Documents.Finding;
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

    /// <summary>Latin with the accents of Spanish.</summary>
    Spanish,
    Digits,
    SimplifiedChinese,
    TraditionalChinese,

    /// <summary>Names that may be in simplified or in traditional characters.</summary>
    ChineseName,
    ChineseAndLatin,
    Thai,
    Khmer,
    Burmese,
}

/// <summary>The JSON type of a field's value.</summary>
public enum FieldKind
{
    Text,

    /// <summary>A boolean; the value is <c>true</c> or <c>false</c>, and false when it could not be read.</summary>
    Flag,

    /// <summary>A list of texts; the value has one on each line.</summary>
    List,
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

    /// <summary>Whether the value may go on over more lines than one; lines are separated by <c>\n</c> for the parser.</summary>
    public bool IsMultiLine { get; init; }

    /// <summary>Judge and normaliser of what was read in the region.</summary>
    public FieldParser? Parser { get; init; }

    public FieldScript Script { get; init; }

    public FieldKind Kind { get; init; }

    /// <summary>Whether a value is legal beyond its form: check digit, vocabulary. An illegal one is read again, and kept only for want of a better.</summary>
    public Func<string, bool>? IsValid { get; init; }

    /// <summary>The value's form, where nothing else on the document has it: a landmark like a label. Matched against a line without spaces.</summary>
    public Regex? Form { get; init; }

    /// <summary>Whether a value of the <see cref="Form"/> shows that this is the document.</summary>
    public bool Proves { get; init; }

    /// <summary>The value whatever is printed, such as the side's name.</summary>
    public string? Constant { get; init; }

    /// <summary>Landmarks whose presence is the value, such as a title that names the kind of card; the one read best decides.</summary>
    public IReadOnlyList<(Landmark Landmark, string Value)> Tells { get; init; } = [];

    /// <summary>Key of the field from whose value this one is made by <see cref="Parser"/>.</summary>
    public string? From { get; init; }

    /// <summary>The switch that asks for the field; null when it is always given.</summary>
    public SwitchOption? When { get; init; }

    /// <summary>Whether the key is left out when the field is empty.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The field's source in the machine readable zone, if it has one.</summary>
    public MrzSource? Mrz { get; init; }

    /// <summary>Whether the two sources say the same; plain equality unless given.</summary>
    public Func<string, string, bool> SourcesAgree { get; init; } = string.Equals;

    /// <summary>Whether the wire gives this field a confidence.</summary>
    public bool IsJudged { get; init; } = true;

    /// <summary>The field with a label: where its left edge and the middle of its height stand, and its wordings.</summary>
    public FieldDefinition Labelled(float x, float y, params IReadOnlyList<string> wordings) => this with { Anchor = new Anchor(wordings), AnchorAt = (x, y) };

    /// <summary>The label as a landmark.</summary>
    internal Landmark? Label => field ??= Anchor is null ? null : new Landmark(Anchor.Labels) { At = AnchorAt };

    /// <summary>The form as a landmark: its value begins where the region does.</summary>
    internal Landmark? FormMark => field ??= Form is null || Region is not { } r ? null : new Landmark { Pattern = Form, At = (r.X, r.Y + (r.Height / 2)), Proves = Proves };
}

/// <summary>Two fields that say the same in two forms, such as a date in two calendars: what is right of both, or null when they contradict.</summary>
/// <param name="First">Key of one field.</param>
/// <param name="Second">Key of the other.</param>
/// <param name="Settle">The two values as they should be; either may come in empty.</param>
public sealed record FieldPair(string First, string Second, Func<string, string, (string First, string Second)?> Settle);

/// <summary>Two fields that must fit together, such as an issue and an expiry date.</summary>
/// <param name="First">Key of one field.</param>
/// <param name="Second">Key of the other.</param>
/// <param name="Agrees">Judge of their two values.</param>
public sealed record CrossCheck(string First, string Second, Func<string, string, bool> Agrees);
