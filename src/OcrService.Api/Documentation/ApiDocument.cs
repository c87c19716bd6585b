using OcrService.Api.Contract;
using OcrService.Api.Telemetry;

namespace OcrService.Api.Documentation;

/// <summary>The API document at <c>/swagger/v2/swagger.json</c> and its page at <c>/swagger</c>. All of it comes out of this process.</summary>
internal static class ApiDocument
{
    /// <summary>The document of the OCR APIs.</summary>
    public const string OcrName = "v2";

    public static void AddApiDocument(this WebApplicationBuilder builder)
    {
        // Swashbuckle takes its naming from here; answers themselves are written with the same context.
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, OcrJsonContext.Default);
        });
        builder.Services.AddEndpointsApiExplorer();
        builder.Services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(OcrName, new()
            {
                Title = "OCR service",
                Version = "v2",
                Description = "Text recognition for pictures and identity documents. Paths, bodies and errors follow the Huawei Cloud OCR v2 API.",
            });
            options.SwaggerDoc(AccountsDocument.Name, AccountsDocument.Info);
            AccountsDocument.AddSecurity(options);
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.SchemaFilter<DescriptionFilter>();
            options.OperationFilter<RequestBodyType.Filter>();
            options.DocumentFilter<OcrOperations>();
        });
    }

    /// <summary>Serves document and page, save the bare <c>/swagger</c>: the page's middleware would redirect it (<see cref="MapDoors"/>).</summary>
    public static void UseApiDocument(this WebApplication app) => app.UseWhen(
        context => context.Request.Path.Value?.TrimEnd('/') != "/swagger",
        branch =>
        {
            branch.UseSwagger();
            branch.UseSwaggerUI(options =>
            {
                options.SwaggerEndpoint($"{OcrName}/swagger.json", "OCR service v2");
                options.SwaggerEndpoint($"{AccountsDocument.Name}/swagger.json", "Accounts");
                options.DocumentTitle = "OCR service";
            });
        });

    /// <summary>The doors for people: <c>/</c> and <c>/swagger</c>, answered with a page, since this service never redirects.</summary>
    public static void MapDoors(this WebApplication app)
    {
        RouteGroupBuilder group = app.MapGroup("").WithMetadata(QuietMetadata.Instance).ExcludeFromDescription();
        group.MapGet("/", () => Html("<h1>OCR service</h1><p><a href=\"console\">Console</a></p><p><a href=\"swagger/index.html\">API document</a></p>"));
        group.MapGet("/swagger", (HttpContext context) =>
        {
            string page = context.Request.Path.Value!.EndsWith('/') ? "index.html" : "swagger/index.html";
            return Html($"<meta http-equiv=\"refresh\" content=\"0; url={page}\"><p><a href=\"{page}\">API document</a></p>");
        });

        static IResult Html(string body) => Results.Content(
            $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>OCR service</title>{body}</html>",
            "text/html; charset=utf-8");
    }
}
