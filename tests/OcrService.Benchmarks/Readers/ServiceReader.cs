using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OcrService.Benchmarks.Running;
using OcrService.Specimens.Documents;

namespace OcrService.Benchmarks.Readers;

/// <summary>Where the service is and who asks.</summary>
/// <param name="Url">Address without path.</param>
/// <param name="ProjectId">Project of the path.</param>
/// <param name="Token">A token to send; null to fetch one when there is a user, else to send none.</param>
/// <param name="User">User name.</param>
/// <param name="Password">Password.</param>
/// <param name="Domain">Account name; the user's name when null.</param>
internal sealed record ServiceAddress(Uri Url, string ProjectId, string? Token, string? User, string? Password, string? Domain);

/// <summary>An answer as it came.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON.</param>
internal sealed record WireAnswer(int Status, byte[] Body)
{
    /// <summary>The error code, or null of a result.</summary>
    public string? ErrorCode => JsonNode.Parse(Body)?["error_code"]?.GetValue<string>();
}

/// <summary>Reads by calling a running service.</summary>
internal sealed class ServiceReader : IPictureReader
{
    private const string Passport = "passport";

    private readonly HttpClient _http;
    private readonly string _root;

    private ServiceReader(HttpClient http, string root)
    {
        _http = http;
        _root = root;
    }

    /// <summary>Connects, and fetches a token when the address names a user.</summary>
    /// <exception cref="HttpRequestException">The service is not there or refuses the user.</exception>
    public static async Task<ServiceReader> ConnectAsync(ServiceAddress address, CancellationToken cancellationToken)
    {
        var http = new HttpClient { BaseAddress = address.Url, Timeout = TimeSpan.FromMinutes(5) };
        string? token = address.Token ?? (address.User is null ? null : await FetchTokenAsync(http, address, cancellationToken));
        if (token is not null) http.DefaultRequestHeaders.Add("X-Auth-Token", token);
        return new ServiceReader(http, $"/v2/{Uri.EscapeDataString(address.ProjectId)}/ocr/");
    }

    /// <summary>The service's figures now.</summary>
    public async Task<MetricsScrape> ScrapeAsync(CancellationToken cancellationToken) =>
        MetricsScrape.Parse(await _http.GetStringAsync(new Uri("/metrics", UriKind.Relative), cancellationToken));

    public async Task<PictureReading> ReadTextAsync(byte[] file, bool detectDirection, CancellationToken cancellationToken) =>
        TextOf(await PostAsync("web-image", TextRequest(file, detectDirection), cancellationToken));

    /// <summary>
    /// Asks for a passport. The answer for a Chinese one holds fields only, so its zone is asked for once more; other documents with
    /// a zone are no passports at all, and of them the plain text is asked for.
    /// </summary>
    public async Task<PictureReading> ReadDocumentAsync(byte[] file, CancellationToken cancellationToken)
    {
        PictureReading passport = FieldsOf(await PostAsync(Passport, Body(file, new JsonObject()), cancellationToken));
        if (passport.Mrz.Count > 0) return passport;
        if (passport.Fault is null)
        {
            JsonObject answer = await PostAsync(Passport, Body(file, new JsonObject { ["country_code"] = "GENERAL" }), cancellationToken);
            if (FieldsOf(answer) is { Mrz.Count: > 0 } general) return passport with { Mrz = general.Mrz };
        }

        PictureReading text = await ReadTextAsync(file, detectDirection: true, cancellationToken);
        return passport with { Lines = text.Lines };
    }

    /// <summary>Asks the document's own endpoint for all its fields.</summary>
    public async Task<PictureReading> ReadFieldsAsync(DocumentSpecimen document, byte[] file, CancellationToken cancellationToken)
    {
        PictureReading reading = FieldsOf(await PostAsync(document.Api, FieldsRequest(document, file), cancellationToken));
        if (document.Api != Passport || reading.Fault is not null || reading.Mrz.Count > 0) return reading;
        // The answer for a Chinese passport holds fields only.
        PictureReading zone = FieldsOf(await PostAsync(Passport, Body(file, new JsonObject { ["country_code"] = "GENERAL" }), cancellationToken));
        return reading with { Mrz = zone.Mrz };
    }

    /// <summary>Body of a web-image call, for callers that time the call alone.</summary>
    public static byte[] TextRequest(byte[] file, bool detectDirection) => Body(file, new JsonObject { ["detect_direction"] = detectDirection });

    /// <summary>Body of a call of the document's own endpoint with the options that make it tell all fields.</summary>
    public static byte[] FieldsRequest(DocumentSpecimen document, byte[] file) =>
        Body(file, new JsonObject(document.Request.Select(m => KeyValuePair.Create(m.Key, JsonSerializer.SerializeToNode(m.Value)))));

    /// <summary>Sends a prepared body and gives the answer, whatever its status.</summary>
    public async Task<JsonObject> PostAsync(string endpoint, byte[] body, CancellationToken cancellationToken)
    {
        WireAnswer answer = await SendAsync(endpoint, body, cancellationToken);
        return JsonNode.Parse(answer.Body) as JsonObject
            ?? throw new InvalidDataException($"The answer of {endpoint}, status {answer.Status}, is no JSON object.");
    }

    /// <summary>As <see cref="PostAsync"/>, without looking into the answer.</summary>
    public async Task<WireAnswer> SendAsync(string endpoint, byte[] body, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpResponseMessage response = await _http.PostAsync(new Uri(_root + endpoint, UriKind.Relative), content, cancellationToken);
        return new WireAnswer((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    public static PictureReading TextOf(JsonObject answer) => answer["result"] is JsonObject result
        ? new PictureReading { Lines = [.. (result["words_block_list"]?.AsArray() ?? []).Select(b => b!["words"]!.GetValue<string>())] }
        : new PictureReading { Fault = answer["error_code"]?.GetValue<string>() ?? "no result" };

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private static PictureReading FieldsOf(JsonObject answer)
    {
        if (answer["result"] is not JsonObject result) return new PictureReading { Fault = answer["error_code"]?.GetValue<string>() ?? "no result" };
        IReadOnlyDictionary<string, string> fields = WireFields.Of(result);
        string[] zone = [.. ((string[])["machine_code", "machine_code1", "machine_code2", "machine_code3"]).Where(fields.ContainsKey).Select(k => fields[k])];
        return new PictureReading { Fields = fields, Mrz = zone };
    }

    private static byte[] Body(byte[] file, JsonObject options)
    {
        options["image"] = Convert.ToBase64String(file);
        return JsonSerializer.SerializeToUtf8Bytes(options);
    }

    private static async Task<string> FetchTokenAsync(HttpClient http, ServiceAddress address, CancellationToken cancellationToken)
    {
        var request = new JsonObject
        {
            ["auth"] = new JsonObject
            {
                ["identity"] = new JsonObject
                {
                    ["methods"] = new JsonArray("password"),
                    ["password"] = new JsonObject
                    {
                        ["user"] = new JsonObject
                        {
                            ["name"] = address.User,
                            ["password"] = address.Password,
                            ["domain"] = new JsonObject { ["name"] = address.Domain ?? address.User },
                        },
                    },
                },
                ["scope"] = new JsonObject { ["project"] = new JsonObject { ["id"] = address.ProjectId } },
            },
        };
        using var content = new StringContent(request.ToJsonString(), Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await http.PostAsync(new Uri("/v3/auth/tokens", UriKind.Relative), content, cancellationToken);
        response.EnsureSuccessStatusCode();
        return response.Headers.TryGetValues("X-Subject-Token", out IEnumerable<string>? tokens)
            ? tokens.First()
            : throw new HttpRequestException("The service gave no X-Subject-Token.");
    }
}
