using OcrService.Recognition;

namespace OcrService.Api.Contract;

/// <summary>What the contract says of one card endpoint.</summary>
internal sealed record CardContract
{
    /// <summary>Last part of the path.</summary>
    public required string Name { get; init; }

    public required string Summary { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<Parameter> Parameters { get; init; }

    /// <summary>What to look for on a picture of this card.</summary>
    public required ReadingPlan Plan { get; init; }

    /// <summary>The fields of <c>result</c> in documented order; <c>confidence</c> is not among them.</summary>
    public required IReadOnlyList<CardFieldContract> Fields { get; init; }
}

/// <summary>One documented field.</summary>
/// <param name="Name">Wire name.</param>
/// <param name="Description">Meaning and format.</param>
/// <param name="Example">Documented example; null for an object.</param>
/// <param name="Always">True when every successful answer has it.</param>
/// <param name="Fields">The members when the field is an object.</param>
internal sealed record CardFieldContract(
    string Name,
    string Description,
    string? Example,
    bool Always = false,
    IReadOnlyList<CardFieldContract>? Fields = null);
