using System.Diagnostics.CodeAnalysis;

namespace OcrService.Documents;

/// <summary>A result or a <see cref="Fault"/>, for paths where failure is ordinary. Exceptions stay for bugs and broken machines.</summary>
/// <typeparam name="T">Type of the result.</typeparam>
public readonly struct Outcome<T>
    where T : notnull
{
    private readonly T? _value;

    private Outcome(T? value, Fault? fault)
    {
        _value = value;
        Fault = fault;
    }

    /// <summary>Why there is no result; null when there is one.</summary>
    public Fault? Fault { get; }

    /// <summary>The result. Reading it of a failed outcome is a bug and throws.</summary>
    public T Value => Fault is null ? _value! : throw new InvalidOperationException($"The outcome is the fault '{Fault.Name}'.");

    /// <summary>Splits the outcome: true with the result, or false with the fault.</summary>
    public bool Succeeded([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Fault? fault)
    {
        value = _value;
        fault = Fault;
        return fault is null;
    }

#pragma warning disable CA2225 // The named alternates would only repeat the conversions.
    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Fault fault) => new(default, fault ?? throw new ArgumentNullException(nameof(fault)));
#pragma warning restore CA2225
}
