using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OcrService.Api.Contract;
using OcrService.Api.Endpoints;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace OcrService.Api.Documentation;

/// <summary>Describes every <see cref="OcrApi"/> from the same data that serves it.</summary>
internal sealed class OcrOperations(IEnumerable<OcrApi> apis) : IDocumentFilter
{
    private const string Tag = "OCR";
    private const string Json = "application/json";

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        if (context.DocumentName != ApiDocument.OcrName)
            return;

        IOpenApiSchema error = context.SchemaGenerator.GenerateSchema(typeof(ErrorResponse), context.SchemaRepository);
        foreach (OcrApi api in apis)
        {
            IOpenApiSchema response = api is CardApi card
                ? CardSchema.Of(card.Contract)
                : context.SchemaGenerator.GenerateSchema(typeof(WebImageResponse), context.SchemaRepository);
            swaggerDoc.Paths[$"/v2/{{project_id}}/ocr/{api.Name}"] = new OpenApiPathItem
            {
                Operations = new() { [HttpMethod.Post] = Operation(api, response, error, swaggerDoc) },
            };
        }

        swaggerDoc.Tags = new HashSet<OpenApiTag> { new() { Name = Tag, Description = "Reading pictures" } };
    }

    private static OpenApiOperation Operation(OcrApi api, IOpenApiSchema response, IOpenApiSchema error, OpenApiDocument document) => new()
    {
        Tags = new HashSet<OpenApiTagReference> { new(Tag, document) },
        OperationId = api.Operation,
        Summary = api.Summary,
        Description = api.Description,
        Parameters =
        [
            new OpenApiParameter
            {
                Name = "project_id",
                In = ParameterLocation.Path,
                Required = true,
                Description = "Id of the project.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Default = JsonValue.Create("0123456789abcdef0123456789abcdef") },
            },
        ],
        RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = Content(RequestSchema.Of(api), RequestSchema.Example(api)),
        },
        Responses = Responses(response, ResponseExamples.Of(api), error),
    };

    private static OpenApiResponses Responses(IOpenApiSchema response, JsonNode example, IOpenApiSchema error)
    {
        var responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse { Description = "What was read.", Content = Content(response, example) },
        };
        foreach (IGrouping<int, ErrorEntry> status in ErrorCatalogue.Entries.GroupBy(e => e.Status).OrderBy(g => g.Key))
        {
            IEnumerable<string> lines = status.Select(e => $"- `{e.Code}` {e.Message} {e.When}.").Distinct();
            responses[$"{status.Key}"] = new OpenApiResponse
            {
                Description = string.Join('\n', lines),
                Content = Content(error, ResponseExamples.Of(status.First())),
            };
        }

        return responses;
    }

    private static Dictionary<string, IOpenApiMediaType> Content(IOpenApiSchema schema, JsonNode example) =>
        new() { [Json] = new OpenApiMediaType { Schema = schema, Example = example } };
}
