using System.Text.Json;
using System.Text.Json.Serialization;

namespace OcrService.Specimens;

/// <summary>Reads the JSON files embedded in this library.</summary>
internal static class Resources
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static T Read<T>(string name)
    {
        using Stream stream = typeof(Resources).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"There is no embedded file '{name}'; there are: {string.Join(", ", Names(""))}.", nameof(name));
        return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new InvalidDataException($"The embedded file '{name}' is empty.");
    }

    public static IReadOnlyList<string> Names(string prefix) =>
        [.. typeof(Resources).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
