using OcrService.Battery.Fuzzing.Targets;

namespace OcrService.Battery.Fuzzing;

/// <summary>The targets by name.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<string> Names { get; } = ["gate", "json", "mrz", "signature", "decode"];

    public static FuzzTarget Named(string name) => name switch
    {
        "gate" => new GateTarget(),
        "json" => new JsonTarget(),
        "mrz" => new MrzTarget(),
        "signature" => new SignatureTarget(),
        "decode" => new DecodeTarget(),
        _ => throw new ArgumentException($"There is no target '{name}'; there are: {string.Join(", ", Names)}.", nameof(name)),
    };
}
