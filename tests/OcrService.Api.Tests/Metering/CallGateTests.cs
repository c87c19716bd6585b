using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OcrService.Accounts.Metering;
using OcrService.Api.Tests.Support;
using OcrService.Recognition;

namespace OcrService.Api.Tests.Metering;

/// <summary>What is counted, and for whom; what is refused before a picture is looked at.</summary>
public sealed class CallGateTests
{
    private static readonly string Body = $$"""{"image":"{{Pictures.PngText()}}"}""";

    [Fact]
    public async Task Every_answered_call_is_counted_and_only_success_is_billed()
    {
        using var service = new Service(("Pricing:Tiers:0:PricePerThousand", "2.5"));
        for (int i = 0; i < 3; i++)
            (await service.PostAsync(Service.WebImage, Body)).Status.ShouldBe(200);
        (await service.PostAsync(Service.WebImage, "{")).Status.ShouldBe(400);
        (await service.PostAsync(Service.Passport, """{"image":"*"}""")).Status.ShouldBe(400);
        service.Recognizer.Read = (_, _) => Task.FromResult<OcrService.Documents.Outcome<OcrService.Documents.Pages.Page>>(RecognitionFaults.Busy);
        (await service.PostAsync(Service.WebImage, Body)).Status.ShouldBe(429);
        service.Recognizer.Read = (_, _) => throw new InvalidOperationException("a bug");
        (await service.PostAsync(Service.WebImage, Body)).Status.ShouldBe(500);

        JsonArray points = await PointsAsync(service);

        points.Select(p => (Text(p, "api"), Text(p, "outcome"), Number(p, "calls"), Number(p, "pay_per_use"))).ShouldBe(
        [
            ("passport", "AIS.0102", 1, 0),
            ("web-image", "200", 3, 3),
            ("web-image", "ModelArts.4105", 1, 0),
            ("web-image", "ModelArts.4401", 1, 0),
            ("web-image", "ModelArts.4505", 1, 0),
        ]);
        points[1]!["amount"]!.GetValue<decimal>().ShouldBe(0.0075m);
    }

    [Fact]
    public async Task Strangers_leave_no_trace_in_the_bill()
    {
        using var service = new Service { SendsToken = false };
        await service.PostAsync(Service.WebImage, Body);
        await service.CallAsync(HttpMethod.Post, Service.WebImage, JsonNode.Parse(Body), "nonsense");

        (await PointsAsync(service, TestAccount.Get().Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_api_that_is_not_enabled_is_refused_by_name()
    {
        using var service = new Service();
        await service.JsonAsync(HttpMethod.Put, AccountCalls.Path("subscriptions/passport"), new JsonObject { ["enabled"] = false });

        (await service.PostAsync(Service.Passport, Body)).ShouldFail(400, "ModelArts.4204", "Request api error! The API passport is not subscribed.");
        (await service.PostAsync(Service.WebImage, Body)).Status.ShouldBe(200);
        service.Recognizer.LastImage.ShouldNotBeNull();

        await service.JsonAsync(HttpMethod.Put, AccountCalls.Path("subscriptions/passport"), new JsonObject { ["enabled"] = true });
        (await service.PostAsync(Service.Passport, Body)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Nothing_is_enabled_that_is_not_asked_for_when_so_configured()
    {
        using var service = new Service(("Metering:SubscribedByDefault", "false"));

        (await service.PostAsync(Service.WebImage, Body)).ShouldFail(400, "ModelArts.4204", "Request api error! The API web-image is not subscribed.");
        await service.JsonAsync(HttpMethod.Put, AccountCalls.Path("subscriptions/web-image"), new JsonObject { ["enabled"] = true });
        (await service.PostAsync(Service.WebImage, Body)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task More_calls_in_a_minute_than_allowed_are_refused_with_the_limit()
    {
        using var service = new Service(("Metering:CallsPerMinute", "3"));
        using HttpClient client = service.CreateClient();
        int passed = 0;
        string refused = "";
        // Seven calls in one minute or two: at least one is over the limit.
        for (int i = 0; i < 7; i++)
        {
            using var content = new StringContent(Body);
            using HttpResponseMessage response = await client.PostAsync(new Uri(Service.WebImage, UriKind.Relative), content);
            response.Headers.GetValues("X-ratelimit").Single().ShouldBe("3");
            response.Headers.GetValues("X-ratelimit-window").Single().ShouldBe("minute");
            int.Parse(response.Headers.GetValues("X-ratelimit-used").Single(), null).ShouldBeInRange(1, 3);
            if ((int)response.StatusCode == 200)
                passed++;
            else
                refused = $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
        }

        passed.ShouldBeInRange(3, 6);
        refused.ShouldStartWith("""429 {"error_code":"APIG.0308","error_msg":"The throttling threshold has been reached: policy user over ratelimit,limit:3,time:1 minute","request_id":""");
    }

    [Fact]
    public async Task Without_pay_per_use_the_package_is_all_there_is()
    {
        using var service = new Service();
        await service.JsonAsync(HttpMethod.Patch, AccountCalls.Path("projects/" + TestAccount.ProjectId), new JsonObject { ["pay_per_use"] = false });
        (await service.PostAsync(Service.WebImage, Body)).ShouldFail(400, "ModelArts.4106", "Invalid authorization request.");
        await service.JsonAsync(HttpMethod.Post, AccountCalls.Path("packages"), new JsonObject { ["api"] = "web-image", ["quota"] = 2, ["period"] = "month" });

        // A failed call gives its place back.
        (await service.PostAsync(Service.WebImage, "{")).Status.ShouldBe(400);
        await service.Services.GetRequiredService<UsageMeter>().FlushAsync(CancellationToken.None);
        for (int i = 0; i < 2; i++)
            (await service.PostAsync(Service.WebImage, Body)).Status.ShouldBe(200);
        (await service.PostAsync(Service.WebImage, Body)).ShouldFail(400, "ModelArts.4106", "Invalid authorization request.");

        await service.Services.GetRequiredService<UsageMeter>().FlushAsync(CancellationToken.None);
        JsonNode package = (await service.JsonAsync(HttpMethod.Get, AccountCalls.Path("packages")))["packages"]![0]!;
        Text(package, "status").ShouldBe("used_up");
        Number(package, "used").ShouldBe(2);
    }

    [Fact]
    public async Task The_statement_adds_up_and_comes_as_a_table()
    {
        using var service = new Service(
            ("Pricing:Currency", "EUR"),
            ("Pricing:FreeCallsPerMonth", "1"),
            ("Pricing:Tiers:0:UpTo", "2"),
            ("Pricing:Tiers:0:PricePerThousand", "10"),
            ("Pricing:Tiers:1:PricePerThousand", "5"));
        await service.JsonAsync(HttpMethod.Post, AccountCalls.Path("packages"), new JsonObject { ["api"] = "*", ["quota"] = 1, ["period"] = "year", ["price"] = 12.5 });
        for (int i = 0; i < 5; i++)
            (await service.PostAsync(Service.WebImage, Body)).Status.ShouldBe(200);
        await service.Services.GetRequiredService<UsageMeter>().FlushAsync(CancellationToken.None);
        string month = TimeProvider.System.GetUtcNow().UtcDateTime.ToString("yyyy-MM", null);

        JsonNode statement = await service.JsonAsync(HttpMethod.Get, AccountCalls.Path("statements/" + month));
        Answer csv = await service.CallAsync(HttpMethod.Get, AccountCalls.Path($"statements/{month}?format=csv"));
        JsonNode price = await service.JsonAsync(HttpMethod.Get, AccountCalls.Path("price-calculation?api=web-image&calls=5&package=1"));

        JsonNode line = statement["lines"]!.AsArray().ShouldHaveSingleItem()!;
        (Number(line, "successful"), Number(line, "free"), Number(line, "packaged"), Number(line, "pay_per_use")).ShouldBe((5, 1, 1, 3));
        line["amount"]!.GetValue<decimal>().ShouldBe(0.025m);
        statement["total"]!.GetValue<decimal>().ShouldBe(12.525m);
        Text(statement, "currency").ShouldBe("EUR");
        price["amount"]!.GetValue<decimal>().ShouldBe(0.025m);
        csv.ContentType.ShouldBe("text/csv; charset=utf-8");
        csv.Body.Split("\r\n").ShouldBe(
        [
            "project_id,month,item,successful,failed,free,packaged,pay_per_use,amount,currency",
            $"{TestAccount.ProjectId},{month},web-image,5,0,1,1,3,0.025,EUR",
            $"{TestAccount.ProjectId},{month},packages bought,,,,,,12.5,EUR",
            $"{TestAccount.ProjectId},{month},total,,,,,,12.525,EUR",
            "",
        ]);
    }

    private static async Task<JsonArray> PointsAsync(Service service, string? token = null)
    {
        await service.Services.GetRequiredService<UsageMeter>().FlushAsync(CancellationToken.None);
        return (await service.JsonAsync(HttpMethod.Get, AccountCalls.Path("usage?step=day"), token: token))["points"]!.AsArray();
    }

    private static string Text(JsonNode? node, string name) => node![name]!.GetValue<string>();

    private static long Number(JsonNode? node, string name) => node![name]!.GetValue<long>();
}
