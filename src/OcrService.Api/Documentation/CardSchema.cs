using Microsoft.OpenApi;
using OcrService.Documents;

namespace OcrService.Api.Documentation;

/// <summary>Schema of a card's answer, from its contract.</summary>
internal static class CardSchema
{
    public static OpenApiSchema Of(DocumentContract card)
    {
        OpenApiSchema result = Object("Recognition result; absent on failure.", card.Fields);
        result.Properties!["confidence"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "Map from field name to confidence, 0 to 1.",
            AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Number },
        };
        result.Required!.Add("confidence");
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema> { ["result"] = result },
            Required = new HashSet<string> { "result" },
        };
    }

    private static OpenApiSchema Object(string description, IReadOnlyList<WireField> fields) => new()
    {
        Type = JsonSchemaType.Object,
        Description = description,
        Properties = fields.ToDictionary(f => f.Name, f => (IOpenApiSchema)Field(f)),
        Required = fields.Where(f => f.Always).Select(f => f.Name).ToHashSet(),
    };

    private static OpenApiSchema Field(WireField field) => field.Members is { } members
        ? Object(field.Description, members)
        : new OpenApiSchema { Type = JsonSchemaType.String, Description = field.Description };
}
