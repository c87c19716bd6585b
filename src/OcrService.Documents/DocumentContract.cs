namespace OcrService.Documents;

/// <summary>What callers see of a document type: the words of its API page, what they may ask for, and the fields of the answer.</summary>
public sealed record DocumentContract
{
    /// <summary>The operation's name in the SDKs, from which they make the names of classes and methods.</summary>
    public required string Operation { get; init; }

    public required string Summary { get; init; }

    public required string Description { get; init; }

    /// <summary>Members of the request beside the picture, without those of the <see cref="Extras"/>.</summary>
    public IReadOnlyList<RequestOption> Options { get; init; } = [];

    /// <summary>The printed fields of <c>result</c> in documented order; <c>confidence</c> is not among them.</summary>
    public required IReadOnlyList<WireField> Fields { get; init; }

    /// <summary>Parts of the answer that are made from the picture when a switch asks for them.</summary>
    public IReadOnlyList<ResultExtra> Extras { get; init; } = [];

    /// <summary>The switch that asks for <c>confidence</c>; null when it is always given.</summary>
    public SwitchOption? ConfidenceWhen { get; init; }

    /// <summary>Every member of the request beside the picture.</summary>
    public IEnumerable<RequestOption> AllOptions =>
        [.. Options, .. Extras.Select(e => e.Option).Distinct(), .. ConfidenceWhen is null || Options.Contains(ConfidenceWhen) ? (RequestOption[])[] : [ConfidenceWhen]];

    /// <summary>Every field of <c>result</c>.</summary>
    public IEnumerable<WireField> AllFields =>
    [
        .. Fields,
        .. Extras.Select(e => e.Field).GroupBy(f => f.Name, StringComparer.Ordinal)
            .Select(same => same.First().Members is null ? same.First() : same.First() with { Members = [.. same.SelectMany(f => f.Members!)] }),
    ];

    /// <summary>Wire keys of the printed fields that hold a value, members of objects with dots.</summary>
    internal IEnumerable<string> Keys => Leaves(Fields, "");

    private static IEnumerable<string> Leaves(IReadOnlyList<WireField> fields, string prefix) => fields.SelectMany(f =>
        f.Members is null ? [prefix + f.Name] : Leaves(f.Members, $"{prefix}{f.Name}."));
}

/// <summary>A member of the request beside the picture.</summary>
/// <param name="Name">Wire name.</param>
/// <param name="Description">What it does.</param>
public abstract record RequestOption(string Name, string Description);

/// <summary>A JSON boolean, false when absent.</summary>
public sealed record SwitchOption(string Name, string Description) : RequestOption(Name, Description);

/// <summary>One of a few texts, letter case included; absent by default.</summary>
public sealed record ChoiceOption(string Name, string Description, IReadOnlyList<string> Allowed) : RequestOption(Name, Description)
{
    /// <summary>Whether an empty text means the same as none.</summary>
    public bool MayBeEmpty { get; init; }
}

/// <summary>The JSON type of a field.</summary>
public enum WireKind
{
    Text,
    Flag,
    WholeNumber,

    /// <summary>An array of texts.</summary>
    List,

    /// <summary>Four corners [x, y] in pixels of the uploaded picture.</summary>
    Location,

    /// <summary>Base64 of a JPEG file.</summary>
    Image,

    /// <summary>An object from field name to four corners.</summary>
    Locations,
}

/// <summary>One documented field of the answer.</summary>
/// <param name="Name">Wire name.</param>
/// <param name="Description">Meaning and format.</param>
/// <param name="Example">Documented example, of an invented person, a list's items on lines of their own; null for an object, a picture or places.</param>
/// <param name="Always">True when every successful answer has it.</param>
/// <param name="Members">The members when the field is an object.</param>
public sealed record WireField(string Name, string Description, string? Example, bool Always = false, IReadOnlyList<WireField>? Members = null)
{
    public WireKind Kind { get; init; }
}
