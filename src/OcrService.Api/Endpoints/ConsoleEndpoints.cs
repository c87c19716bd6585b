using Microsoft.Extensions.FileProviders;
using OcrService.Api.Telemetry;

namespace OcrService.Api.Endpoints;

/// <summary>The console at <c>/console</c>: static files beside the program, under a policy that lets nothing else into the page.</summary>
internal static class ConsoleEndpoints
{
    /// <summary>Scripts and styles from here alone, pictures from memory, calls to this service.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

    private const string Prefix = "/console";

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "wwwroot", "console");

    /// <summary>Serves the console's files, save the page itself (<see cref="MapConsole"/>).</summary>
    public static void UseConsole(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        FileProvider = new PhysicalFileProvider(Folder),
        RequestPath = Prefix,
        OnPrepareResponse = context =>
        {
            context.Context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
            context.Context.Response.Headers.CacheControl = "no-cache";
        },
    });

    /// <summary>The page, under its name with and without a slash, since this service never redirects: its base says where the files are.</summary>
    public static void MapConsole(this WebApplication app)
    {
        string page = File.ReadAllText(Folder + ".html");
        app.MapGet(Prefix, (HttpContext context) =>
        {
            context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
            string address = context.Request.Path.Value!.EndsWith('/') ? "./" : "console/";
            return Results.Content(page.Replace("{{base}}", address, StringComparison.Ordinal), "text/html; charset=utf-8");
        }).WithMetadata(QuietMetadata.Instance).ExcludeFromDescription();
    }
}
