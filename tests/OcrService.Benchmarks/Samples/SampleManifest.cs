using System.Text.Json;

namespace OcrService.Benchmarks.Samples;

/// <summary>A folder of pictures with their truth: a manifest file beside them.</summary>
/// <param name="Items">One entry per picture.</param>
internal sealed record SampleManifest(IReadOnlyList<Sample> Items)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Reads the entries of one group, or of all.</summary>
    /// <param name="path">The manifest; pictures are named relative to its folder.</param>
    /// <param name="group">web, mrz, cards or all.</param>
    /// <exception cref="FileNotFoundException">There is no such manifest.</exception>
    public static IReadOnlyList<Sample> Load(string path, string group)
    {
        using FileStream stream = File.OpenRead(path);
        SampleManifest manifest = JsonSerializer.Deserialize<SampleManifest>(stream, Json) ?? throw new InvalidDataException($"{path} is empty.");
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return [.. manifest.Items.Where(i => group == "all" || i.Group == group).Select(i => i with { FullPath = Path.Combine(folder, i.File) })];
    }
}

/// <summary>One picture of the manifest.</summary>
internal sealed record Sample(string File, string Group, string? ReadingOrder, SampleTruth Truth)
{
    public string FullPath { get; init; } = "";

    /// <summary>Its score is that of the zone, not of the text around it.</summary>
    public bool HasZone => Truth.Mrz is { Count: > 0 };
}

/// <summary>What the picture shows.</summary>
internal sealed record SampleTruth(IReadOnlyList<string>? Lines, IReadOnlyList<string>? Ignore, IReadOnlyList<string>? Mrz);
