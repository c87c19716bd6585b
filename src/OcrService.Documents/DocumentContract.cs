namespace OcrService.Documents;

/// <summary>What callers see of a document type: the words of its API page, what they may ask for, and the fields of the answer.</summary>
public sealed record DocumentContract
{
    public required string Summary { get; init; }

    public required string Description { get; init; }

    /// <summary>Members of the request beside the picture.</summary>
    public IReadOnlyList<RequestOption> Options { get; init; } = [];

    /// <summary>The fields of <c>result</c> in documented order; <c>confidence</c> is not among them.</summary>
    public required IReadOnlyList<WireField> Fields { get; init; }

    /// <summary>Wire keys of the fields that hold a value, members of objects with dots.</summary>
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
public sealed record ChoiceOption(string Name, string Description, IReadOnlyList<string> Allowed) : RequestOption(Name, Description);

/// <summary>One documented field of the answer.</summary>
/// <param name="Name">Wire name.</param>
/// <param name="Description">Meaning and format.</param>
/// <param name="Example">Documented example, of an invented person; null for an object.</param>
/// <param name="Always">True when every successful answer has it.</param>
/// <param name="Members">The members when the field is an object.</param>
public sealed record WireField(string Name, string Description, string? Example, bool Always = false, IReadOnlyList<WireField>? Members = null);
