using System.Diagnostics;
using System.Globalization;
using OcrService.Api.Tests.Support;

namespace OcrService.Api.Tests.WholePath.Outages;

/// <summary>A start that fails says why in one line, and one that is stopped just ends: the real program, its exit code and all it writes.</summary>
[Collection(OutageRun.Name)]
public sealed class StartTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "start-" + Guid.NewGuid().ToString("N"));
    private readonly string _database;

    public StartTests()
    {
        Directory.CreateDirectory(_folder);
        _database = TestAccount.NewDatabase();
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        TestAccount.Delete(_database);
    }

    [Theory]
    [InlineData("Server:MaxBodyBytes", "many", "Server:MaxBodyBytes")]
    [InlineData("Server:MaxBodyBytes", "5", "MaxBodyBytes")]
    [InlineData("Server:NoSuchSetting", "5", "NoSuchSetting")]
    [InlineData("Server:TrustedProxies:0", "10.0.0.1", "10.0.0.1")]
    [InlineData("ConnectionStrings:Accounts", "nonsense", "ConnectionStrings:Accounts")]
    [InlineData("ConnectionStrings:Accounts", "Data Source=/no/such/folder/accounts.db", "/no/such/folder/accounts.db")]
    [InlineData("ConnectionStrings:Accounts", "Host=127.0.0.1;Port=1;Username=x;Database=lost", "127.0.0.1:1/lost")]
    [InlineData("KeyRing:CertificatePath", "/no/such/file.p12", "/no/such/file.p12")]
    [InlineData("Metering:JournalPath", "/proc/no/such/folder", "Metering:JournalPath")]
    [InlineData("Recognition:ModelPath", "/no/such/folder", "/no/such/folder")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://192.0.2.1:18080", "Kestrel:Endpoints")]
    [InlineData("Kestrel:Endpoints:Http:Url", "nonsense", "nonsense")]
    public async Task A_wrong_setting_is_named(string key, string value, string named) => await ShouldFailAsync(named, (key, value));

    [Fact]
    public async Task A_database_that_is_none_is_named()
    {
        string path = Path.Combine(_folder, "junk.db");
        await File.WriteAllTextAsync(path, new string('x', 5000));

        await ShouldFailAsync(path, ("ConnectionStrings:Accounts", "Data Source=" + path));
    }

    [Theory]
    [InlineData("ocrservice-mrz.onnx", false)]
    [InlineData("ocrservice-mrz.onnx", true)]
    [InlineData("ch_PP-OCRv4_det_infer.onnx", false)]
    [InlineData("ch_PP-OCRv4_det_infer.onnx", true)]
    [InlineData("native/linux-x64/libonnxruntime.so.1", false)]
    [InlineData("native/linux-x64/libonnxruntime.so.1", true)]
    [InlineData("models.json", false)]
    [InlineData("models.json", true)]
    public async Task A_missing_or_damaged_file_is_named(string file, bool isDamaged)
    {
        string models = LinkModels();
        string path = Path.Combine(models, file);
        File.Delete(path);
        if (isDamaged)
            await File.WriteAllTextAsync(path, "damaged");

        await ShouldFailAsync(Path.GetFileName(file), ("Recognition:ModelPath", models));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(700)]
    [InlineData(1200)]
    [InlineData(2000)]
    public async Task A_stop_while_it_starts_is_no_failure(int milliseconds)
    {
        using Process service = Start();
        await Task.Delay(milliseconds);
        using Process kill = Process.Start("kill", ["-TERM", service.Id.ToString(CultureInfo.InvariantCulture)]);
        Ended ended = await EndAsync(service);

        ended.Code.ShouldBeOneOf([0, 143], ended.ToString());
        ended.Error.ShouldBeEmpty();
        ended.Output.ShouldNotContain("Exception");
    }

    private async Task ShouldFailAsync(string named, params (string Key, string Value)[] settings)
    {
        using Process service = Start(settings);
        Ended ended = await EndAsync(service);

        ended.Code.ShouldBe(1, ended.ToString());
        string line = ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem();
        line.ShouldStartWith("The service cannot start: ");
        line.ShouldContain(named);
        ended.Output.ShouldNotContain("Exception");
    }

    private Process Start(params (string Key, string Value)[] settings)
    {
        ProcessStartInfo start = ServiceProcess.InfoOf(_database, settings);
        start.WorkingDirectory = _folder;
        return Process.Start(start)!;
    }

    private static async Task<Ended> EndAsync(Process service)
    {
        try
        {
            Task<string> output = service.StandardOutput.ReadToEndAsync(), error = service.StandardError.ReadToEndAsync();
            await service.WaitForExitAsync().WaitAsync(Patience);
            return new Ended(service.ExitCode, await output, await error);
        }
        finally
        {
            if (!service.HasExited)
                service.Kill();
        }
    }

    /// <summary>The folder of models, as links that a test may take away.</summary>
    private string LinkModels()
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "OcrService.sln")))
            root = root.Parent;
        string source = Path.Combine(root.FullName, "tessdata"), copy = Path.Combine(_folder, "tessdata");
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string link = Path.Combine(copy, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(link)!);
            File.CreateSymbolicLink(link, file);
        }

        return copy;
    }

    private sealed record Ended(int Code, string Output, string Error);
}
