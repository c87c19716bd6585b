using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OcrService.Benchmarks.Readers;

/// <summary>What was read, as a file that other scorers take: name to a list of lines, or to lines and zone.</summary>
internal sealed class Predictions
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, JsonNode> _byFile = new(StringComparer.Ordinal);

    public void AddText(string file, PictureReading reading) => _byFile[file] = Texts(reading.Lines);

    public void AddDocument(string file, PictureReading reading) =>
        _byFile[file] = new JsonObject { ["lines"] = Texts(reading.Lines), ["mrz"] = Texts(reading.Mrz) };

    public async Task SaveAsync(string path, CancellationToken cancellationToken)
    {
        await using FileStream stream = File.Create(path);
        await JsonSerializer.SerializeAsync(stream, _byFile, Json, cancellationToken);
    }

    private static JsonArray Texts(IEnumerable<string> lines) => [.. lines.Select(l => JsonValue.Create(l))];
}
