using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OcrService.Api.Authentication;
using OcrService.Api.Tests.Support;

namespace OcrService.Api.Tests.Documentation;

public sealed class AccountsDocumentTests : IDisposable
{
    private readonly Service _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Every_path_beside_the_ocr_ones_is_described()
    {
        JsonElement document = await DocumentAsync();
        IEnumerable<string> mapped = _service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(p => p.StartsWith("/v1", StringComparison.OrdinalIgnoreCase) || p.StartsWith("/v3", StringComparison.Ordinal)).Distinct();

        document.GetProperty("paths").EnumerateObject().Select(p => p.Name).Order().ShouldBe(mapped.Order());
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_and_answers()
    {
        foreach (JsonProperty path in (await DocumentAsync()).GetProperty("paths").EnumerateObject())
        {
            foreach (JsonProperty operation in path.Value.EnumerateObject())
            {
                string name = $"{operation.Name} {path.Name}";
                operation.Value.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty(name);
                operation.Value.GetProperty("tags").GetArrayLength().ShouldBe(1, name);
                operation.Value.GetProperty("responses").EnumerateObject().Count(r => r.Name is "200" or "201").ShouldBe(1, name);
                bool takesBody = operation.Name is "patch" or "put" || (operation.Name == "post" && !path.Name.EndsWith("/rotate", StringComparison.Ordinal));
                operation.Value.TryGetProperty("requestBody", out _).ShouldBe(takesBody, name);
            }
        }
    }

    [Fact]
    public async Task Both_ways_to_sign_in_are_told_in_both_documents()
    {
        foreach (string name in new[] { "v2", "accounts" })
        {
            JsonElement schemes = (await DocumentAsync(name)).GetProperty("components").GetProperty("securitySchemes");
            schemes.EnumerateObject().Select(s => s.Value.GetProperty("name").GetString()).Order().ShouldBe(["Authorization", "X-Auth-Token"]);
        }
    }

    /// <summary>All that needs no caller, so that nothing is left open by mistake.</summary>
    [Fact]
    public void What_is_open_to_strangers_is_listed()
    {
        IEnumerable<string> open = _service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<CallerRequirement>() is null)
            .Select(e => $"{string.Join(',', e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"])} /{e.RoutePattern.RawText!.TrimStart('/')}");

        open.Order(StringComparer.Ordinal).ShouldBe(
            ["* /{**path}", "GET /", "GET /console", "GET /health/live", "GET /health/ready", "GET /metrics", "GET /swagger", "POST /v3/auth/tokens"]);
    }

    private async Task<JsonElement> DocumentAsync(string name = "accounts") =>
        JsonDocument.Parse((await _service.SendAsync(HttpMethod.Get, $"/swagger/{name}/swagger.json")).Body).RootElement;
}
