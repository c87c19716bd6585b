using Microsoft.OpenApi;
using OcrService.Documents;

namespace OcrService.Api.Documentation;

/// <summary>Schema of a card's answer, from its contract.</summary>
internal static class CardSchema
{
    public static OpenApiSchema Of(DocumentContract card)
    {
        OpenApiSchema result = Object("Recognition result; absent on failure.", [.. card.AllFields]);
        result.Properties!["confidence"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "Map from field name to confidence, 0 to 1.",
            AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Number },
        };
        if (card.ConfidenceWhen is null)
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

    private static OpenApiSchema Field(WireField field) => field switch
    {
        { Members: { } members } => Object(field.Description, members),
        { Kind: WireKind.Flag } => Of(JsonSchemaType.Boolean, field.Description),
        { Kind: WireKind.WholeNumber } => Of(JsonSchemaType.Integer, field.Description),
        { Kind: WireKind.List } => List(Of(JsonSchemaType.String, null), field.Description),
        { Kind: WireKind.Location } => Corners(field.Description),
        { Kind: WireKind.Locations } => new OpenApiSchema { Type = JsonSchemaType.Object, Description = field.Description, AdditionalProperties = Corners(null) },
        _ => Of(JsonSchemaType.String, field.Description),
    };

    private static OpenApiSchema Corners(string? description) => List(List(Of(JsonSchemaType.Integer, null), null), description);

    private static OpenApiSchema List(OpenApiSchema items, string? description) => new() { Type = JsonSchemaType.Array, Items = items, Description = description };

    private static OpenApiSchema Of(JsonSchemaType type, string? description) => new() { Type = type, Description = description };
}
