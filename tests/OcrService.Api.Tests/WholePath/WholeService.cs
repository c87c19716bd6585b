using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using OcrService.Api.Tests.Support;

namespace OcrService.Api.Tests.WholePath;

/// <summary>The service with nothing replaced but where it logs to: one worker, one place in the queue.</summary>
public sealed class WholeService : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const int Workers = 1;
    public const int QueueLength = 1;

    private readonly LogSink _log = new();
    private readonly string _database = TestAccount.NewDatabase();

    public async Task InitializeAsync()
    {
        using HttpClient client = CreateClient();
        for (int i = 0; i < 600; i++)
        {
            using HttpResponseMessage ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            if (ready.IsSuccessStatusCode)
                return;

            await Task.Delay(50);
        }

        throw new TimeoutException("The service does not become ready: " + string.Join('\n', _log.Lines.Select(l => l.Text)));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        TestAccount.Delete(_database);
    }

    /// <summary>Posts a picture with more members for the request's body.</summary>
    internal async Task<Answer> PostAsync(string path, byte[] file, JsonObject? options = null)
    {
        JsonObject body = options ?? [];
        body["image"] = Convert.ToBase64String(file);
        using HttpClient client = CreateClient();
        using HttpResponseMessage response = await client.PostAsJsonAsync(path, body);
        return await Answer.OfAsync(response);
    }

    /// <summary>The <c>result</c> of a call that must succeed.</summary>
    internal async Task<JsonObject> ResultAsync(string path, byte[] file, JsonObject? options = null)
    {
        Answer answer = await PostAsync(path, file, options);
        answer.Status.ShouldBe(200, answer.Body);
        answer.ContentType.ShouldBe("application/json; charset=UTF-8");
        JsonObject whole = JsonNode.Parse(answer.Body).ShouldBeOfType<JsonObject>();
        whole.Select(m => m.Key).ShouldBe(["result"]);
        return whole["result"].ShouldBeOfType<JsonObject>();
    }

    protected override void ConfigureClient(HttpClient client)
    {
        base.ConfigureClient(client);
        client.DefaultRequestHeaders.Add("X-Auth-Token", TestAccount.Get().Token);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Accounts", _database);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(_log));
        builder.UseSetting("Recognition:Workers", Workers.ToString(CultureInfo.InvariantCulture));
        builder.UseSetting("Recognition:QueueLength", QueueLength.ToString(CultureInfo.InvariantCulture));
    }
}

/// <summary>Runs after everything else and one test at a time: reading takes all processors, and the queue is full with two pictures.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WholePathRun : ICollectionFixture<WholeService>
{
    public const string Name = "whole path";
}
