using OcrService.Benchmarks.Running;

namespace OcrService.Benchmarks.Tests.Running;

public sealed class GatewayProcessTests
{
    [Fact]
    public void The_repositorys_configuration_gets_other_addresses_and_keeps_its_rules()
    {
        string own = File.ReadAllText(Path.Combine(Root(), "deploy", "nginx.conf"));

        string filled = GatewayProcess.Fill(own, "/folder", new Uri("http://127.0.0.1:1000"), [new Uri("http://127.0.0.1:1001"), new Uri("http://127.0.0.1:1002")]);

        filled.ShouldContain("        server 127.0.0.1:1001 max_fails=3;\n        server 127.0.0.1:1002 max_fails=3;\n        keepalive 16;");
        filled.ShouldContain("listen 127.0.0.1:1000;");
        filled.ShouldContain("pid /folder/nginx.pid;");
        filled.ShouldNotContain("ocr-a");
        filled.ShouldNotContain("/tmp/");
        filled.ShouldContain("proxy_next_upstream error timeout;");
        filled.Split('\n').Length.ShouldBe(own.Split('\n').Length);
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "OcrService.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
