using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OcrService.Api.Contract;
using OcrService.Api.Endpoints;
using OcrService.Api.Intake;
using OcrService.Recognition;

namespace OcrService.Api.Tests.Support;

/// <summary>The service as Program.cs wires it, with recognition and extraction in the test's hands. Its clients have the token of <see cref="TestAccount"/>.</summary>
internal sealed class Service(params (string Key, string Value)[] settings) : WebApplicationFactory<Program>
{
    public const string WebImage = $"/v2/{TestAccount.ProjectId}/ocr/web-image";
    public const string Passport = $"/v2/{TestAccount.ProjectId}/ocr/passport";

    private readonly string _database = TestAccount.NewDatabase();

    public FakeRecognizer Recognizer { get; } = new();

    public LogSink Log { get; } = new();

    public INetwork? Network { get; init; }

    /// <summary>Without it clients are nobody.</summary>
    public bool SendsToken { get; init; } = true;

    /// <summary>Keeps the service's own logging instead of <see cref="Log"/>.</summary>
    public bool WritesToConsole { get; init; }

    public ContactInfo Contact { get; set; } = new() { Name = "", Phone = "", Province = "", City = "", District = "", DetailAddress = "" };

    public CardExtractor ExtractCard { get; set; } = (_, _, _, _) => CardResults.Of([], []);

    /// <summary>Starts the service on a real port of the loopback; the client's base address leads there.</summary>
    public static Service OnPort(params (string Key, string Value)[] settings)
    {
        // The port goes in as a setting: handed to UseKestrel it would race with the entry point, which starts the server too.
        var service = new Service([("urls", "http://127.0.0.1:0"), .. settings]);
        service.UseKestrel();
        service.StartServer();
        return service;
    }

    public async Task<Answer> PostAsync(string path, string body, string contentType = "application/json") =>
        await PostAsync(path, Encoding.UTF8.GetBytes(body), contentType);

    public async Task<Answer> PostAsync(string path, byte[] body, string contentType = "application/json")
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using HttpClient client = CreateClient(new() { AllowAutoRedirect = false, BaseAddress = ClientOptions.BaseAddress });
        using HttpResponseMessage response = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        return await Answer.OfAsync(response);
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path)
    {
        using HttpClient client = CreateClient(new() { AllowAutoRedirect = false, BaseAddress = ClientOptions.BaseAddress });
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        using HttpResponseMessage response = await client.SendAsync(request);
        return await Answer.OfAsync(response);
    }

    /// <summary>The next completion line; it is written when the client already has its answer.</summary>
    public async Task<LogLine> CompletionAsync(string? requestId = null)
    {
        for (int i = 0; i < 1000; i++)
        {
            if (Completions.FirstOrDefault(l => requestId is null || requestId.Equals(l.Values["RequestId"])) is { } line)
                return line;

            await Task.Delay(10);
        }

        throw new TimeoutException("No completion line.");
    }

    public IReadOnlyList<LogLine> Completions => [.. Log.Lines.Where(l => l.Category == "OcrService.Requests")];

    protected override void ConfigureClient(HttpClient client)
    {
        base.ConfigureClient(client);
        if (SendsToken)
            client.DefaultRequestHeaders.Add("X-Auth-Token", TestAccount.Get().Token);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        TestAccount.Delete(_database);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (!WritesToConsole)
            builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        builder.UseSetting("ConnectionStrings:Accounts", _database);
        foreach ((string key, string value) in settings)
            builder.UseSetting(key, value);

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<IRecognizer>(Recognizer);
            services.AddSingleton<ImageAdmission>(Pictures.Admit);
            services.AddSingleton<ContactFinder>(_ => Contact);
            services.AddSingleton<CardExtractor>((type, page, picture, options) => ExtractCard(type, page, picture, options));
            if (Network is not null)
                services.AddSingleton(Network);
        });
    }
}

/// <summary>What came back.</summary>
internal sealed record Answer(int Status, string? ContentType, string? RequestId, string Body)
{
    public static async Task<Answer> OfAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        response.Content.Headers.ContentType?.ToString(),
        response.Headers.TryGetValues("X-Request-Id", out IEnumerable<string>? ids) ? ids.Single() : null,
        await response.Content.ReadAsStringAsync());

    /// <summary>Checks status, envelope and headers of a failure.</summary>
    public void ShouldFail(int status, string code, string message)
    {
        Body.ShouldBe(code.StartsWith("APIG.", StringComparison.Ordinal)
            ? $$"""{"error_code":"{{code}}","error_msg":"{{message}}","request_id":"{{RequestId}}"}"""
            : $$"""{"error_code":"{{code}}","error_msg":"{{message}}"}""");
        Status.ShouldBe(status);
        ContentType.ShouldBe("application/json; charset=UTF-8");
        RequestId.ShouldNotBeNullOrEmpty();
    }
}
