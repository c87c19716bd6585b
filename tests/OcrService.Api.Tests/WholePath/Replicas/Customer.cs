using System.Globalization;
using System.Text.Json.Nodes;
using OcrService.Api.Tests.Support;
using SkiaSharp;

namespace OcrService.Api.Tests.WholePath.Replicas;

/// <summary>A project of its own, made and looked at as the operator.</summary>
internal sealed class Customer
{
    private static readonly string Blank = Body(DrawBlank());

    private Customer(string projectId) => ProjectId = projectId;

    public string ProjectId { get; }

    public string WebImage => $"/v2/{ProjectId}/ocr/web-image";

    /// <summary>A new project.</summary>
    /// <param name="service">Who makes it.</param>
    /// <param name="package">Calls of its package for a month; null: it has none.</param>
    /// <param name="paysPerUse">Whether it is served beyond the package.</param>
    public static async Task<Customer> CreateAsync(ServiceProcess service, long? package = null, bool paysPerUse = true)
    {
        string name = "test-" + Guid.NewGuid().ToString("N")[..8];
        JsonNode project = await ManageAsync(service, HttpMethod.Post, "projects", new JsonObject { ["name"] = name });
        var customer = new Customer(project["id"]!.GetValue<string>());
        if (!paysPerUse)
            await ManageAsync(service, HttpMethod.Patch, "projects/" + customer.ProjectId, new JsonObject { ["pay_per_use"] = false });
        if (package is { } quota)
            await ManageAsync(service, HttpMethod.Post, "packages", new JsonObject { ["api"] = "web-image", ["quota"] = quota, ["period"] = "month" }, customer.ProjectId);
        return customer;
    }

    /// <summary>A management call of the operator that must succeed.</summary>
    public static async Task<JsonNode> ManageAsync(
        ServiceProcess service, HttpMethod method, string path, JsonObject? body = null, string projectId = TestAccount.ProjectId)
    {
        Answer answer = await KeyPair.Operator.SendAsync(service, method, $"/v1/{projectId}/{path}", body?.ToJsonString() ?? "");
        answer.Status.ShouldBeOneOf([200, 201], answer.Body);
        return JsonNode.Parse(answer.Body)!;
    }

    /// <summary>Has a blank picture read, which is quick and costs a call.</summary>
    public Task<Answer> CallAsync(ServiceProcess service, KeyPair? key = null) =>
        (key ?? KeyPair.Operator).SendAsync(service, HttpMethod.Post, WebImage, Blank);

    /// <summary>The same as a request to be sent by hand.</summary>
    public HttpRequestMessage SignedCall(KeyPair? key = null) => (key ?? KeyPair.Operator).Sign(HttpMethod.Post, WebImage, Blank);

    /// <summary>A call that fails and costs nothing.</summary>
    public Task<Answer> CallInVainAsync(ServiceProcess service) => KeyPair.Operator.SendAsync(service, HttpMethod.Post, WebImage, """{"image":"*"}""");

    /// <summary>The bill when so many calls are on it, and a little later, so that one too many would be seen.</summary>
    public async Task<Bill> BillAsync(ServiceProcess service, long calls)
    {
        for (int i = 0; i < 100 && (await ReadBillAsync(service)).Calls < calls; i++)
            await Task.Delay(100);
        await Task.Delay(3 * ServiceGroup.FlushInterval);
        return await ReadBillAsync(service);
    }

    private async Task<Bill> ReadBillAsync(ServiceProcess service)
    {
        string month = TimeProvider.System.GetUtcNow().ToString("yyyy-MM", CultureInfo.InvariantCulture);
        JsonNode statement = await ManageAsync(service, HttpMethod.Get, "statements/" + month, projectId: ProjectId);
        JsonArray packages = (await ManageAsync(service, HttpMethod.Get, "packages", projectId: ProjectId))["packages"]!.AsArray();
        JsonNode? line = statement["lines"]!.AsArray().SingleOrDefault();
        long Number(string name) => line?[name]!.GetValue<long>() ?? 0;
        return new Bill(
            Number("successful"), Number("failed"), Number("free"), Number("packaged"), Number("pay_per_use"), packages.Sum(p => p!["used"]!.GetValue<long>()));
    }

    private static string Body(byte[] file) => new JsonObject { ["image"] = Convert.ToBase64String(file) }.ToJsonString();

    private static byte[] DrawBlank()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(20, 20, SKColorType.Rgba8888, SKAlphaType.Opaque));
        bitmap.Erase(SKColors.White);
        using SKData png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}

/// <summary>What the statement and the packages say.</summary>
internal sealed record Bill(long Successful, long Failed, long Free, long Packaged, long PayPerUse, long PackageUsed)
{
    public long Calls => Successful + Failed;
}
