using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using OcrService.Api.Tests.Support;
using OcrService.Native;
using OcrService.Specimens;
using OcrService.Specimens.Documents;
using OcrService.Specimens.Drawing;
using OcrService.Specimens.Wearing;
using SkiaSharp;

namespace OcrService.Api.Tests.WholePath;

/// <summary>A picture never touches the disk: the kernel's word for it, over the whole life of a service started as the container starts it.</summary>
[Collection(WholePathRun.Name)]
public sealed partial class WholePathDiskTests
{
    private const int Requests = 100;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "traces");

    [TracedFact]
    public async Task Nothing_is_written_whatever_is_sent()
    {
        // The container's own setting; without it the runtime keeps pipes for debuggers in /tmp.
        (await File.ReadAllTextAsync(Path.Combine(Root(), "Dockerfile"))).ShouldContain("DOTNET_EnableDiagnostics=0");
        Directory.CreateDirectory(Folder);
        string log = Path.Combine(Folder, "service.strace");
        string database = TestAccount.NewDatabase();
        ProcessStartInfo start = Tracer.Start(log, "dotnet", typeof(Program).Assembly.Location, "--urls", "http://127.0.0.1:0");
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["ConnectionStrings__Accounts"] = database;
        using Process service = Process.Start(start)!;
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressAsync(service), Timeout = TimeSpan.FromSeconds(60) };
            await WaitUntilReadyAsync(client);
            client.DefaultRequestHeaders.Add("X-Auth-Token", TestAccount.Get().Token);

            Call[] once = Slow(), again = Quick();
            for (int i = 0; i < Requests; i++)
            {
                Call call = i < once.Length ? once[i] : again[i % again.Length];
                using var content = new ByteArrayContent(call.Body);
                content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                using HttpResponseMessage response = await client.PostAsync(new Uri(call.Path, UriKind.Relative), content);
                ((int)response.StatusCode).ShouldBe(call.Status, call.Name + ": " + await response.Content.ReadAsStringAsync());
            }

            using Process kill = Process.Start("sh", ["-c", "kill -TERM " + Tracer.ProcessId(log)])!;
            await service.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        }
        finally
        {
            if (!service.HasExited) service.Kill(entireProcessTree: true);
        }

        service.ExitCode.ShouldBe(0);
        string[] lines = await File.ReadAllLinesAsync(log);
        // The log is the real one: models and natives were opened, for reading.
        lines.ShouldContain(l => l.Contains("models.json", StringComparison.Ordinal));
        lines.ShouldContain(l => l.Contains("libonnxruntime", StringComparison.Ordinal));
        string accounts = new SqliteConnectionStringBuilder(database).DataSource;
        Tracer.Changes(lines).Where(c => !Harmless().IsMatch(c.Path) && !IsDatabase(c.Path, accounts)).ShouldBeEmpty();
        Encoding.Latin1.GetString(await File.ReadAllBytesAsync(accounts)).ShouldNotContain("SAMPLE SHOP");
        TestAccount.Delete(database);
    }

    /// <summary>The net has no holes: each way to change a file is seen.</summary>
    [TracedFact]
    public async Task What_a_program_does_write_is_seen()
    {
        Directory.CreateDirectory(Folder);
        string log = Path.Combine(Folder, "shell.strace"), name = Path.Combine(Folder, "written");
        string script = $"echo x > {name}1; echo x >> {name}2; mv {name}1 {name}3; mkdir {name}4; ln -s {name}2 {name}5; mkfifo {name}6; "
            + $"echo x > /dev/null; cat {name}2; rm {name}2 {name}3 {name}5 {name}6; rmdir {name}4";
        using Process shell = Process.Start(Tracer.Start(log, "sh", "-c", script))!;
        await shell.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        shell.ExitCode.ShouldBe(0);

        (string Call, string Path)[] changes = [.. Tracer.Changes(await File.ReadAllLinesAsync(log)).Where(c => !Harmless().IsMatch(c.Path))];

        for (int i = 1; i <= 6; i++)
            changes.Where(c => c.Path == name + i).Count().ShouldBeGreaterThanOrEqualTo(2, "made and removed: " + i);
        changes.ShouldAllBe(c => c.Path.StartsWith(name, StringComparison.Ordinal));
    }

    /// <summary>What takes its time: writing for Tesseract, a passport, bodies too large for small buffers.</summary>
    private static Call[] Slow()
    {
        using Specimen passport = DocumentSpecimen.Named("passport-general").Render(2);
        string image = Convert.ToBase64String(Text("SAMPLE SHOP 12345")), padding = new('A', 6 * 1024 * 1024);
        return
        [
            // Three lines, so that they are most of the page.
            Image("unknown writing", Text([.. Enumerable.Repeat("도서관은매주월요일에휴관합니다", 3)])),
            new("passport", Service.Passport, Body(Wear.Apply(passport, new WearPlan { Width = 800 }, 2).Jpeg), 200),
            new("large body", Service.WebImage, $$"""{"image":"{{image}}","padding":"{{padding}}"}""", 200),
            new("base64 too long", Service.WebImage, $$"""{"image":"{{padding}}{{padding[..(padding.Length * 5 / 6)]}}"}""", 413),
        ];
    }

    /// <summary>A line of text in every format, and everything bad.</summary>
    private static Call[] Quick()
    {
        byte[] png = Text("SAMPLE SHOP 12345");
        string image = Convert.ToBase64String(png);
        using PixelImage picture = PixelImage.Decode(png);
        return
        [
            Image("png", png),
            Image("jpeg", picture.EncodeJpeg(90)),
            Image("bmp", picture.Encode(PixelFileFormat.Bmp)),
            Image("tiff", picture.Encode(PixelFileFormat.TiffLzw)),
            Image("gif", picture.Encode(PixelFileFormat.Gif)),
            Image("webp", picture.Encode(PixelFileFormat.Webp)),
            Image("turned", Turned(png), ",\"detect_direction\":true,\"extract_type\":[\"contact_info\",\"image_size\"]"),
            new("no passport", Service.Passport, Body(png), 400),
            Bad("truncated png", png[..(png.Length / 2)]),
            Bad("truncated jpeg", picture.EncodeJpeg(90)[..900]),
            Bad("truncated gif", picture.Encode(PixelFileFormat.Gif)[..^200]),
            Bad("no picture", Encoding.ASCII.GetBytes("no picture at all")),
            new("no base64", Service.WebImage, """{"image":"*"}""", 400),
            new("no json", Service.WebImage, "{", 400),
            new("bad option", Service.WebImage, $$"""{"image":"{{image}}","detect_direction":"yes"}""", 400),
            new("forbidden url", Service.WebImage, """{"url":"http://127.0.0.1/picture.png"}""", 400),
            new("unknown path", "/v2/abc/ocr/no-such-api", "{}", 404),
        ];
    }

    private static Call Image(string name, byte[] file, string options = "") => new(name, Service.WebImage, Body(file, options), 200);

    private static Call Bad(string name, byte[] file) => new(name, Service.WebImage, Body(file), 400);

    private static string Body(byte[] file, string options = "") => $$"""{"image":"{{Convert.ToBase64String(file)}}"{{options}}}""";

    private static byte[] Turned(byte[] png)
    {
        using PixelImage upright = PixelImage.Decode(png), turned = upright.Oriented(6);
        return turned.EncodePng();
    }

    private static byte[] Text(params string[] lines)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(620, 40 + (60 * lines.Length), SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        using var font = new SKFont(SpecimenFonts.Typeface("Noto Sans CJK SC"), 36);
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        for (int i = 0; i < lines.Length; i++) canvas.DrawText(lines[i], 30, 62 + (60 * i), font, ink);
        using SKData png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    /// <summary>Reads the log stream to its end, so that the service never waits for its reader, and takes the address from it.</summary>
    private static async Task<Uri> AddressAsync(Process service)
    {
        var found = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        service.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not null && Address().Match(line.Data) is { Success: true } address)
                found.TrySetResult(new Uri(address.Value));
        };
        service.ErrorDataReceived += (_, _) => { };
        service.BeginOutputReadLine();
        service.BeginErrorReadLine();
        return await found.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    private static async Task WaitUntilReadyAsync(HttpClient client)
    {
        for (int i = 0; i < 600; i++)
        {
            using HttpResponseMessage ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            if (ready.IsSuccessStatusCode)
                return;

            await Task.Delay(50);
        }

        throw new TimeoutException("The service does not become ready.");
    }

    private static string Root()
    {
        for (DirectoryInfo? d = new(AppContext.BaseDirectory); d is not null; d = d.Parent)
        {
            if (File.Exists(Path.Combine(d.FullName, "OcrService.sln")))
                return d.FullName;
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    /// <summary>The accounts, SQLite's write-ahead log of them and its index: numbers of calls, nothing of pictures.</summary>
    private static bool IsDatabase(string path, string database) => path == database || path == database + "-wal" || path == database + "-shm";

    /// <summary>No file: the sink, and the names that the runtime gives its threads.</summary>
    [GeneratedRegex("^(/dev/null|/proc/(self|[0-9]+)/task/[0-9]+/comm)$")]
    private static partial Regex Harmless();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();

    private sealed record Call(string Name, string Path, byte[] Body, int Status)
    {
        public Call(string name, string path, string body, int status)
            : this(name, path, Encoding.UTF8.GetBytes(body), status)
        {
        }
    }
}
