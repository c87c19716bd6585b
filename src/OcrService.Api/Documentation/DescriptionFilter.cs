using System.ComponentModel;
using System.Reflection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace OcrService.Api.Documentation;

/// <summary>Takes the members' <see cref="DescriptionAttribute"/> into the document.</summary>
internal sealed class DescriptionFilter : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (context.MemberInfo?.GetCustomAttribute<DescriptionAttribute>() is { } attribute)
            schema.Description = attribute.Description;
    }
}
