using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OcrService.Api.Contract;
using OcrService.Api.Endpoints;
using OcrService.Api.Tests.Support;
using OcrService.Documents;

namespace OcrService.Api.Tests.Documentation;

public sealed partial class ApiDocumentTests : IDisposable
{
    private readonly Service _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Every_endpoint_is_described_and_nothing_else()
    {
        JsonElement document = await DocumentAsync();

        string[] expected = [.. _service.Services.GetServices<OcrApi>().Select(a => $"/v2/{{project_id}}/ocr/{a.Name}")];
        expected.Length.ShouldBe(DocumentTypes.Discover().All.Count + 1);
        document.GetProperty("paths").EnumerateObject().Select(p => p.Name).Order().ShouldBe(expected.Order());
    }

    [Fact]
    public async Task Every_example_obeys_the_schema_beside_it()
    {
        JsonElement document = await DocumentAsync();
        int examples = 0;
        foreach (JsonElement operation in Operations(document))
        {
            IEnumerable<JsonElement> bodies = operation.GetProperty("responses").EnumerateObject().Select(r => r.Value).Append(operation.GetProperty("requestBody"));
            foreach (JsonElement media in bodies.Select(b => b.GetProperty("content").GetProperty("application/json")))
            {
                JsonSchema.Violations(document, media.GetProperty("schema"), media.GetProperty("example")).ShouldBeEmpty();
                examples++;
            }
        }

        examples.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Every_example_request_can_be_executed_as_it_stands()
    {
        JsonElement document = await DocumentAsync();
        foreach (JsonProperty path in document.GetProperty("paths").EnumerateObject())
        {
            JsonElement operation = path.Value.GetProperty("post");
            string project = operation.GetProperty("parameters")[0].GetProperty("schema").GetProperty("default").GetString()!;
            string body = operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example").GetRawText();

            Answer answer = await _service.PostAsync(path.Name.Replace("{project_id}", project, StringComparison.Ordinal), body);

            answer.Status.ShouldBe(200, path.Name + answer.Body);
        }
    }

    [Fact]
    public async Task Real_answers_obey_the_schema()
    {
        JsonElement document = await DocumentAsync();
        _service.ExtractCard = (type, _, _, _) => CardResults.Of(
            [.. type.Contract.Fields.Where(f => f.Members is null).Select(f => new ResultText(f.Name, f.Example!)), new ResultGroup("extra_info", [])],
            [new("surname", 0.5f)]);
        _service.Recognizer.Read = (image, _) => Support.Pages.Of(image, Support.Pages.Line("x", 0.5f, default));
        foreach ((string path, string body) in new[]
        {
            (Service.WebImage, $$"""{"image":"{{Pictures.PngText()}}","extract_type":["contact_info","image_size"]}"""),
            (Service.Passport, $$"""{"image":"{{Pictures.PngText()}}"}"""),
        })
        {
            Answer answer = await _service.PostAsync(path, body);

            JsonElement schema = document.GetProperty("paths").GetProperty("/v2/{project_id}/ocr/" + path.Split('/')[^1])
                .GetProperty("post").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema");
            JsonSchema.Violations(document, schema, JsonDocument.Parse(answer.Body).RootElement).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Every_code_of_the_catalogue_is_listed()
    {
        JsonElement document = await DocumentAsync();
        foreach (JsonElement operation in Operations(document))
        {
            string responses = operation.GetProperty("responses").GetRawText();
            foreach (ErrorEntry entry in ErrorCatalogue.Entries)
            {
                operation.GetProperty("responses").TryGetProperty($"{entry.Status}", out _).ShouldBeTrue();
                responses.ShouldContain(entry.Code);
            }
        }
    }

    [Fact]
    public async Task Members_are_described()
    {
        JsonElement document = await DocumentAsync();
        JsonElement request = document.GetProperty("paths").GetProperty("/v2/{project_id}/ocr/web-image").GetProperty("post")
            .GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("properties");

        request.EnumerateObject().Select(p => p.Name)
            .ShouldBe(["image", "url", "detect_direction", "extract_type", "detect_font", "detect_text_direction"], ignoreOrder: true);
        request.EnumerateObject().ShouldAllBe(p => p.Value.GetProperty("description").GetString()!.Length > 20);
        request.GetProperty("detect_text_direction").GetProperty("default").GetBoolean().ShouldBeTrue();
        request.GetProperty("image").GetProperty("description").GetString()!.ShouldContain("PNG, JPEG, BMP, TIFF, GIF, WEBP. Every side 15 to 8192 pixels");
        JsonElement block = document.GetProperty("components").GetProperty("schemas").GetProperty("WordsBlock");
        block.GetProperty("properties").GetProperty("confidence").GetProperty("description").GetString()!.ShouldContain("four decimals");
        block.GetProperty("properties").GetProperty("font_list").GetProperty("description").GetString()!.ShouldContain("best first");
        block.GetProperty("properties").GetProperty("font_scores").GetProperty("description").GetString()!.ShouldContain("same order");
        block.GetProperty("required").EnumerateArray().Select(m => m.GetString()).ShouldBe(["words", "confidence", "location"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_page_loads_nothing_from_elsewhere()
    {
        Answer page = await _service.SendAsync(HttpMethod.Get, "/swagger/index.html");

        page.Status.ShouldBe(200);
        string[] resources = [.. ResourceForm().Matches(page.Body).Select(m => m.Groups["link"].Value)];
        resources.Length.ShouldBeGreaterThan(2);
        foreach (string resource in resources)
        {
            resource.ShouldNotContain("//");
            (await _service.SendAsync(HttpMethod.Get, "/swagger/" + resource)).Status.ShouldBe(200, resource);
        }
    }

    private static IEnumerable<JsonElement> Operations(JsonElement document) =>
        document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value);

    private async Task<JsonElement> DocumentAsync()
    {
        Answer answer = await _service.SendAsync(HttpMethod.Get, "/swagger/v2/swagger.json");
        answer.Status.ShouldBe(200);
        return JsonDocument.Parse(answer.Body).RootElement;
    }

    [GeneratedRegex("(?:src|href)=\"(?<link>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex ResourceForm();
}
