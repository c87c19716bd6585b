using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using OcrService.Api.Tests.Support;
using OcrService.Api.Tests.WholePath.Replicas;

namespace OcrService.Api.Tests.WholePath.Outages;

/// <summary>What callers and operators see of a service while its database is away, and what is on the bill afterwards.</summary>
internal sealed class Witness(ServiceProcess service, Customer customer)
{
    /// <summary>How long the services under test wait for their database.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    /// <summary>In which a request is refused or let in when it is known that the database is away, on a slow machine.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(5);

    private int _good;

    public int Good => _good;

    public static (string Key, string Value)[] Settings =>
        [("Recognition:Workers", "1"), ("Recognition:QueueLength", "300"), ("Recognition:Timeout", "00:01:00"), ("Database:Timeout", Timeout.ToString())];

    public static async Task<Witness> CreateAsync(ServiceProcess service)
    {
        var witness = new Witness(service, await Customer.CreateAsync(service));
        await witness.CallAsync(3);
        return witness;
    }

    /// <summary>The known caller is read for, call after call.</summary>
    public async Task CallAsync(int times)
    {
        for (int i = 0; i < times; i++)
        {
            Answer answer = await customer.CallAsync(service);
            answer.Status.ShouldBe(200, answer.Body);
            _good++;
        }
    }

    /// <summary>The same with a token.</summary>
    public async Task CallWithAsync(string token)
    {
        using HttpRequestMessage request = customer.SignedCall();
        request.Headers.Remove("Authorization");
        request.Headers.Add("X-Auth-Token", token);
        using HttpResponseMessage response = await service.Client.SendAsync(request);
        ((int)response.StatusCode).ShouldBe(200);
        _good++;
    }

    /// <summary>Who is not known, or wants more than a reading, is told so, and soon.</summary>
    public async Task ShouldRefuseOthersAsync()
    {
        long start = Stopwatch.GetTimestamp();
        foreach (string path in new[] { $"/v1/{customer.ProjectId}/usage", $"/v1/{customer.ProjectId}/packages", $"/v1/{customer.ProjectId}/users" })
            (await KeyPair.Operator.SendAsync(service, HttpMethod.Get, path)).ShouldFail(503, "ModelArts.4403", "Backend service unavailable error.");
        (await customer.CallAsync(service, new KeyPair("UNKNOWNKEY0123456789", "secret"))).ShouldFail(503, "ModelArts.4403", "Backend service unavailable error.");
        using HttpResponseMessage signIn = await SignInAsync();
        ((int)signIn.StatusCode).ShouldBe(503);
        JsonNode.Parse(await signIn.Content.ReadAsStringAsync())!["error"]!["code"]!.GetValue<int>().ShouldBe(503);
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(AtOnce);
    }

    public async Task ShouldBeReadyAsync()
    {
        foreach (string path in new[] { "/health/live", "/health/ready" })
        {
            using HttpResponseMessage answer = await service.Client.GetAsync(new Uri(path, UriKind.Relative));
            ((int)answer.StatusCode).ShouldBe(200, path);
        }
    }

    public async Task<string> TokenAsync()
    {
        using HttpResponseMessage response = await SignInAsync();
        ((int)response.StatusCode).ShouldBe(201);
        return response.Headers.GetValues("X-Subject-Token").Single();
    }

    public async Task<double> MetricAsync(string name) =>
        PrometheusText.Parse(await service.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative))).Sum(name);

    /// <summary>An attempt on a server that hangs fails when its time is over.</summary>
    public async Task ShouldCountFailuresAsync()
    {
        for (int i = 0; i < 400 && await MetricAsync("ocr_ledger_write_failures_total") == 0; i++)
            await Task.Delay(50);
        (await MetricAsync("ocr_ledger_write_failures_total")).ShouldBeGreaterThan(0);
    }

    public async Task WaitUntilBackAsync()
    {
        for (int i = 0; i < 400 && (await MetricAsync("ocr_database_away") > 0 || await MetricAsync("ocr_ledger_unwritten") > 0); i++)
            await Task.Delay(50);
        (await MetricAsync("ocr_database_away")).ShouldBe(0);
        (await MetricAsync("ocr_ledger_unwritten")).ShouldBe(0);
    }

    public async Task ShouldBeBilledAsync(ServiceProcess? by = null)
    {
        Bill bill = await customer.BillAsync(by ?? service, Good);
        bill.Successful.ShouldBe(Good);
    }

    private async Task<HttpResponseMessage> SignInAsync()
    {
        JsonObject body = AccountCalls.TokenRequest(TestAccount.User, TestAccount.Password, TestAccount.Domain, AccountCalls.ProjectScope(customer.ProjectId));
        using var content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/json"));
        return await service.Client.PostAsync(new Uri("/v3/auth/tokens", UriKind.Relative), content);
    }
}

/// <summary>Runs alone: databases and processes of its own take processors and memory.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OutageRun
{
    public const string Name = "outages";
}
