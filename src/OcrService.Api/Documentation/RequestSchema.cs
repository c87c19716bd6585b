using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OcrService.Api.Contract;
using OcrService.Api.Endpoints;

namespace OcrService.Api.Documentation;

/// <summary>Schema and example of a request body, from the endpoint's parameters.</summary>
internal static class RequestSchema
{
    public static OpenApiSchema Of(OcrApi api)
    {
        var members = new Dictionary<string, IOpenApiSchema>
        {
            ["image"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = $"Base64 text of the whole file, without a `data:` prefix and without line breaks; at most 10 MB. {Limits(api)}",
            },
            ["url"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = "Address the server downloads the file from, http or https; instead of `image`. Same limits. "
                    + "Non-ASCII characters must be percent-encoded UTF-8.",
            },
        };
        foreach (Parameter parameter in api.Parameters)
            members[parameter.Name] = SchemaOf(parameter);

        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "Exactly one of `image` and `url` must be given.",
            Properties = members,
        };
    }

    /// <summary>A request that can be sent as it stands.</summary>
    public static JsonObject Example(OcrApi api)
    {
        var example = new JsonObject { ["image"] = Convert.ToBase64String(ExamplePicture(api)) };
        foreach (Parameter parameter in api.Parameters)
        {
            switch (parameter)
            {
                case SwitchParameter p:
                    example[p.Name] = p.Absent;
                    break;
                case ChoicesParameter p:
                    example[p.Name] = new JsonArray([.. p.Allowed.Select(a => JsonValue.Create(a))]);
                    break;
            }
        }

        return example;
    }

    private static string Limits(OcrApi api)
    {
        IEnumerable<string> formats = api.Limits.Formats.Order().Select(f => f.ToString().ToUpperInvariant());
        return $"Formats: {string.Join(", ", formats)}. Every side {api.Limits.MinSide} to {api.Limits.MaxSide} pixels.";
    }

    private static OpenApiSchema SchemaOf(Parameter parameter) => parameter switch
    {
        SwitchParameter p => new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = p.Absent, Description = p.Description },
        ChoiceParameter p => new OpenApiSchema { Type = JsonSchemaType.String, Enum = Nodes(p.Allowed), Description = p.Description },
        ChoicesParameter p => new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = Nodes(p.Allowed) },
            Description = p.Description,
        },
        _ => throw new InvalidOperationException($"Parameter '{parameter.Name}' has no schema."),
    };

    private static List<JsonNode> Nodes(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode)JsonValue.Create(t))];

    private static byte[] ExamplePicture(OcrApi api)
    {
        System.Reflection.Assembly assembly = typeof(RequestSchema).Assembly;
        using Stream stream = assembly.GetManifestResourceStream($"{api.Name}.png") ?? assembly.GetManifestResourceStream($"{api.Name}.jpg")
            ?? throw new InvalidOperationException($"The example picture of '{api.Name}' is missing: Documentation/Examples/{api.Name}.png or .jpg.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
