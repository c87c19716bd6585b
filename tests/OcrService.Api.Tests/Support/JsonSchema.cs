using System.Text.Json;

namespace OcrService.Api.Tests.Support;

/// <summary>Checks a value against a schema of an OpenAPI 3.0 document; knows the keywords our document uses and refuses others.</summary>
internal static class JsonSchema
{
    private static readonly string[] Known =
    [
        "$ref", "type", "properties", "required", "items", "enum", "additionalProperties", "nullable", "description", "default", "format", "allOf",
    ];

    public static IEnumerable<string> Violations(JsonElement document, JsonElement schema, JsonElement value, string at = "$")
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
            schema = Resolve(document, reference.GetString()!);

        foreach (JsonProperty keyword in schema.EnumerateObject().Where(k => !Known.Contains(k.Name)))
            yield return $"{at}: the schema uses '{keyword.Name}', which this check does not know";

        if (schema.TryGetProperty("allOf", out JsonElement parts))
        {
            foreach (string violation in parts.EnumerateArray().SelectMany(part => Violations(document, part, value, at)))
                yield return violation;
        }

        if (schema.TryGetProperty("type", out JsonElement type) && !HasType(value, type.GetString()!))
        {
            yield return $"{at}: {value.ValueKind} is no {type}";
            yield break;
        }

        if (schema.TryGetProperty("enum", out JsonElement allowed) && !allowed.EnumerateArray().Any(a => JsonElement.DeepEquals(a, value)))
            yield return $"{at}: {value} is not among {allowed}";

        IEnumerable<string> inner = value.ValueKind switch
        {
            JsonValueKind.Object => Members(document, schema, value, at),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => Violations(document, schema.GetProperty("items"), item, $"{at}[{i}]")),
            _ => [],
        };
        foreach (string violation in inner)
            yield return violation;
    }

    private static IEnumerable<string> Members(JsonElement document, JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("required", out JsonElement required))
        {
            foreach (JsonElement name in required.EnumerateArray().Where(n => !value.TryGetProperty(n.GetString()!, out _)))
                yield return $"{at}: '{name}' is missing";
        }

        foreach (JsonProperty member in value.EnumerateObject())
        {
            IEnumerable<string> violations = Declaration(schema, member.Name) is { } declared
                ? Violations(document, declared, member.Value, $"{at}.{member.Name}")
                : [$"{at}: '{member.Name}' is not declared"];
            foreach (string violation in violations)
                yield return violation;
        }
    }

    private static JsonElement? Declaration(JsonElement schema, string name)
    {
        if (schema.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty(name, out JsonElement own))
            return own;

        return schema.TryGetProperty("additionalProperties", out JsonElement any) && any.ValueKind == JsonValueKind.Object ? any : null;
    }

    private static bool HasType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => false,
    };

    private static JsonElement Resolve(JsonElement document, string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(document, (node, name) => node.GetProperty(name));
}
