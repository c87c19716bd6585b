using System.Text.Json;
using System.Text.Json.Nodes;

namespace OcrService.Benchmarks.Readers;

/// <summary>
/// A result of the wire in the form of a specimen's truth: names inside objects joined by dots, items of a list by line feeds, booleans
/// as true and false. Confidences, positions and pictures have no place in it.
/// </summary>
internal static class WireFields
{
    private static readonly string[] NoFields = ["confidence", "text_location", "portrait_location"];

    public static IReadOnlyDictionary<string, string> Of(JsonObject result)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(fields, "", result);
        return fields;
    }

    private static void Add(Dictionary<string, string> fields, string prefix, JsonObject members)
    {
        foreach ((string name, JsonNode? value) in members.Where(m => !NoFields.Contains(m.Key, StringComparer.Ordinal)))
        {
            if (value is JsonObject inner) Add(fields, $"{prefix}{name}.", inner);
            else if (value is not null) fields[prefix + name] = Text(value);
        }
    }

    private static string Text(JsonNode value) => value switch
    {
        JsonArray items => string.Join('\n', items.Select(i => i is null ? "" : Text(i))),
        _ when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => value.ToJsonString(),
    };
}
