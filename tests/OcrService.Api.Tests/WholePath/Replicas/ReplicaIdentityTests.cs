using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using OcrService.Api.Tests.Support;

namespace OcrService.Api.Tests.WholePath.Replicas;

/// <summary>What one service knows of its callers the other one knows at once.</summary>
[Collection(ReplicaRun.Name)]
public sealed class ReplicaIdentityTests(PostgresReplicas replicas) : IAsyncLifetime
{
    private const string Incorrect = "Incorrect IAM authentication information: ";
    private const string WrongSignature = Incorrect + "verify aksk signature fail";

    private ServiceProcess A => replicas.First;

    private ServiceProcess B => replicas.Last;

    public Task InitializeAsync() => replicas.HealAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [PostgresFact]
    public async Task Services_that_start_together_make_one_account()
    {
        foreach (ServiceProcess service in replicas.All)
        {
            JsonNode domains = await Customer.ManageAsync(service, HttpMethod.Get, "domains");
            domains["domains"]!.AsArray().Single()!["name"]!.GetValue<string>().ShouldBe(TestAccount.Domain);
        }

        string log = (await Customer.ManageAsync(B, HttpMethod.Get, "audit")).ToJsonString();
        log.Split("domain.create").Length.ShouldBe(2, log);
    }

    [PostgresFact]
    public async Task A_token_of_one_opens_the_other()
    {
        Customer customer = await Customer.CreateAsync(A);
        string token = await TokenAsync(A, customer.ProjectId);

        using HttpRequestMessage request = customer.SignedCall();
        request.Headers.Remove("Authorization");
        request.Headers.Add("X-Auth-Token", token);

        using HttpResponseMessage response = await B.Client.SendAsync(request);
        ((int)response.StatusCode).ShouldBe(200);
    }

    [PostgresFact]
    public async Task A_key_is_disabled_and_enabled_everywhere_at_once()
    {
        Customer customer = await Customer.CreateAsync(A);
        KeyPair key = await NewKeyAsync(A);
        (await customer.CallAsync(B, key)).Status.ShouldBe(200);

        await Customer.ManageAsync(A, HttpMethod.Patch, "keys/" + key.Access, new() { ["enabled"] = false });
        (await customer.CallAsync(B, key)).ShouldFail(401, "APIG.0301", Incorrect + "Get secretKey failed");

        await Customer.ManageAsync(B, HttpMethod.Patch, "keys/" + key.Access, new() { ["enabled"] = true });
        (await customer.CallAsync(A, key)).Status.ShouldBe(200);
    }

    [PostgresFact]
    public async Task Wrong_signatures_are_counted_together_and_lock_the_key_everywhere()
    {
        Customer customer = await Customer.CreateAsync(A);
        KeyPair key = await NewKeyAsync(A);
        KeyPair wrong = key with { Secret = "not-" + key.Secret };

        foreach (ServiceProcess service in new[] { A, B, A, B, A })
            (await customer.CallAsync(service, wrong)).ShouldFail(401, "APIG.0301", WrongSignature);

        foreach (ServiceProcess service in replicas.All)
        {
            (await customer.CallAsync(service, key)).ShouldFail(401, "APIG.0301", Incorrect + "AK access failed to reach the limit,forbidden");
            (await customer.CallAsync(service)).Status.ShouldBe(200);
        }
    }

    [PostgresFact]
    public async Task A_signed_request_is_served_once_wherever_it_is_sent()
    {
        Customer customer = await Customer.CreateAsync(A);
        using HttpRequestMessage original = customer.SignedCall();
        byte[] body = await original.Content!.ReadAsByteArrayAsync();

        (await ReplayAsync(A, original, body)).Status.ShouldBe(200);
        (await ReplayAsync(B, original, body)).ShouldFail(401, "APIG.0301", WrongSignature);
        (await ReplayAsync(A, original, body)).ShouldFail(401, "APIG.0301", WrongSignature);
    }

    [PostgresFact]
    public async Task The_limit_of_a_minute_is_one_for_all()
    {
        const int limit = ServiceGroup.CallsPerMinute;
        Customer customer = await Customer.CreateAsync(A);
        JsonObject user = new() { ["name"] = "limited-" + Guid.NewGuid().ToString("N")[..8], ["password"] = "limited-password" };
        KeyPair key = await NewKeyAsync(A, (await Customer.ManageAsync(A, HttpMethod.Post, "users", user))["id"]!.GetValue<string>());
        await WaitForRestOfMinuteAsync(TimeSpan.FromSeconds(10));

        HttpResponseMessage[] passed = await Task.WhenAll(Enumerable.Range(0, limit).Select(i => SendAsync(replicas.All[i % 2])));
        using HttpResponseMessage atA = await SendAsync(A), atB = await SendAsync(B);

        passed.ShouldAllBe(r => (int)r.StatusCode == 200);
        passed.Select(r => r.Headers.GetValues("X-ratelimit-used").Single()).Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(1, limit).Select(n => n.ToString(CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal));
        foreach (HttpResponseMessage refused in new[] { atA, atB })
        {
            (await Answer.OfAsync(refused)).ShouldFail(
                429, "APIG.0308", "The throttling threshold has been reached: policy user over ratelimit,limit:10,time:1 minute");
            refused.Headers.GetValues("X-ratelimit-used").ShouldBe(["10"]);
        }

        foreach (HttpResponseMessage response in (HttpResponseMessage[])[.. passed, atA, atB])
        {
            response.Headers.GetValues("X-ratelimit").ShouldBe(["10"]);
            response.Headers.GetValues("X-ratelimit-window").ShouldBe(["minute"]);
            response.Dispose();
        }

        async Task<HttpResponseMessage> SendAsync(ServiceProcess service)
        {
            using HttpRequestMessage request = customer.SignedCall(key);
            return await service.Client.SendAsync(request);
        }
    }

    private static async Task WaitForRestOfMinuteAsync(TimeSpan needed)
    {
        TimeSpan left = TimeSpan.FromMinutes(1) - TimeSpan.FromSeconds(TimeProvider.System.GetUtcNow().Second);
        if (left < needed)
            await Task.Delay(left);
    }

    /// <summary>A key of the operator, or of another user.</summary>
    private static async Task<KeyPair> NewKeyAsync(ServiceProcess service, string? userId = null)
    {
        JsonNode key = await Customer.ManageAsync(service, HttpMethod.Post, "keys", new() { ["description"] = "test", ["user_id"] = userId });
        return new KeyPair(key["access"]!.GetValue<string>(), key["secret"]!.GetValue<string>());
    }

    private static async Task<Answer> ReplayAsync(ServiceProcess service, HttpRequestMessage original, byte[] body)
    {
        using var request = new HttpRequestMessage(original.Method, original.RequestUri);
        foreach ((string name, IEnumerable<string> values) in original.Headers)
            request.Headers.TryAddWithoutValidation(name, values);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpResponseMessage response = await service.Client.SendAsync(request);
        return await Answer.OfAsync(response);
    }

    private static async Task<string> TokenAsync(ServiceProcess service, string projectId)
    {
        var user = new JsonObject { ["name"] = TestAccount.User, ["password"] = TestAccount.Password, ["domain"] = new JsonObject { ["name"] = TestAccount.Domain } };
        var auth = new JsonObject
        {
            ["identity"] = new JsonObject { ["methods"] = new JsonArray("password"), ["password"] = new JsonObject { ["user"] = user } },
            ["scope"] = new JsonObject { ["project"] = new JsonObject { ["id"] = projectId } },
        };
        string body = new JsonObject { ["auth"] = auth }.ToJsonString();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await service.Client.PostAsync(new Uri("/v3/auth/tokens", UriKind.Relative), content);
        ((int)response.StatusCode).ShouldBe(201);
        return response.Headers.GetValues("X-Subject-Token").Single();
    }
}
