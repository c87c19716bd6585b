using System.Diagnostics;
using System.Text.Json.Nodes;
using OcrService.Api.Tests.Support;
using OcrService.Api.Tests.WholePath.Replicas;
using OcrService.Specimens.Drawing;
using SkiaSharp;

namespace OcrService.Api.Tests.WholePath;

/// <summary>The vendor's own client against the real service: it signs and parses, we do neither.</summary>
[Collection(ProcessRun.Name)]
public sealed class VendorClientTests(SqliteService service) : IAsyncLifetime
{
    public Task InitializeAsync() => service.HealAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [VendorFact]
    public async Task It_reads_a_picture_for_a_project() => ShouldRead(await CallAsync(TestAccount.ProjectId, TestAccount.SecretKey));

    [VendorFact]
    public async Task It_looks_the_project_up_by_its_region() => ShouldRead(await CallAsync("", TestAccount.SecretKey));

    [VendorFact]
    public async Task A_wrong_secret_is_told_in_its_terms()
    {
        JsonNode answer = await CallAsync(TestAccount.ProjectId, "not-" + TestAccount.SecretKey);

        answer["status"]!.GetValue<int>().ShouldBe(401, answer.ToJsonString());
        answer["error_code"]!.GetValue<string>().ShouldBe("APIG.0301");
        answer["error_msg"]!.GetValue<string>().ShouldBe("Incorrect IAM authentication information: verify aksk signature fail");
        answer["request_id"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    private static void ShouldRead(JsonNode answer)
    {
        answer["status"]!.GetValue<int>().ShouldBe(200, answer.ToJsonString());
        JsonArray blocks = answer["body"]!["result"]!["words_block_list"]!.AsArray();
        string.Concat(blocks.Select(b => b!["words"]!.GetValue<string>())).Replace(" ", "", StringComparison.Ordinal).ShouldBe("SAMPLESHOP12345");
    }

    /// <summary>The client reads the picture from its input, so that none lies on the disk.</summary>
    private async Task<JsonNode> CallAsync(string projectId, string secretKey)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(VendorFactAttribute.Folder, "call.mjs")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in new[]
        {
            ("ENDPOINT", service.First.Addresses[0].GetLeftPart(UriPartial.Authority)),
            ("AK", TestAccount.AccessKey),
            ("SK", secretKey),
            ("REGION", TestAccount.Region),
            ("PROJECT_ID", projectId),
            ("IAM_ENDPOINT", ""),
            ("API", "web-image"),
            ("IMAGE_BASE64", "/dev/stdin"),
        })
            start.Environment[name] = value;

        using Process client = Process.Start(start)!;
        Task<string> output = client.StandardOutput.ReadToEndAsync(), errors = client.StandardError.ReadToEndAsync();
        await client.StandardInput.WriteAsync(Convert.ToBase64String(DrawText()));
        client.StandardInput.Close();
        await client.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        client.ExitCode.ShouldBe(0, await errors);
        return JsonNode.Parse(await output)!;
    }

    private static byte[] DrawText()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(620, 100, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        using var font = new SKFont(SpecimenFonts.Typeface("Liberation Sans"), 36);
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        canvas.DrawText("SAMPLE SHOP 12345", 30, 62, font, ink);
        using SKData png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}

/// <summary>A test that is skipped, with the reason in the report, where the vendor's client cannot run.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class VendorFactAttribute : FactAttribute
{
    public VendorFactAttribute() => Skip = WhyNot.Value;

    /// <summary>Where the client is installed.</summary>
    public static string Folder { get; } = Path.Combine(Root(), "tests", "VendorClient");

    private static readonly Lazy<string?> WhyNot = new(() =>
        !Directory.Exists(Path.Combine(Folder, "node_modules")) ? "the vendor's client is not installed (eng/prepare.sh tests installs it)"
        : !HasNode() ? "node is not on the PATH (eng/prepare.sh tests installs it)"
        : null);

    private static bool HasNode() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, "node")));

    private static string Root()
    {
        for (DirectoryInfo? d = new(AppContext.BaseDirectory); d is not null; d = d.Parent)
        {
            if (File.Exists(Path.Combine(d.FullName, "OcrService.sln")))
                return d.FullName;
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
