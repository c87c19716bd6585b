using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace OcrService.Api.Documentation;

/// <summary>
/// Type of an endpoint's JSON body, for the document alone. The framework's own metadata would also refuse other content types, and
/// clients are not that careful.
/// </summary>
internal sealed record RequestBodyType(Type Type)
{
    internal sealed class Filter : IOperationFilter
    {
        public void Apply(OpenApiOperation operation, OperationFilterContext context)
        {
            if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<RequestBodyType>().FirstOrDefault() is not { } body)
                return;

            IOpenApiSchema schema = context.SchemaGenerator.GenerateSchema(body.Type, context.SchemaRepository);
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, IOpenApiMediaType> { ["application/json"] = new OpenApiMediaType { Schema = schema } },
            };
        }
    }
}

internal static class RequestBodyTypes
{
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new RequestBodyType(typeof(T)));
}
