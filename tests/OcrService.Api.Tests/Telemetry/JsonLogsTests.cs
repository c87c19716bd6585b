using System.Text.Json;
using OcrService.Api.Tests.Support;

namespace OcrService.Api.Tests.Telemetry;

public sealed class JsonLogsTests
{
    [Theory]
    [InlineData("Microsoft", "Warning")]
    [InlineData("Microsoft", "Information")]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics", "Information")]
    public async Task The_console_gets_one_json_object_a_line_and_never_a_query(string category, string level)
    {
        TextWriter before = Console.Out;
        using var console = new StringWriter();
        Console.SetOut(TextWriter.Synchronized(console));
        try
        {
            await using var service = new Service(($"Logging:LogLevel:{category}", level)) { WritesToConsole = true };
            await service.PostAsync(Service.WebImage + "?sig=GEHEIM", "{}");
        }
        finally
        {
            Console.SetOut(before);
        }

        string[] lines = console.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        JsonElement[] records = [.. lines.Select(line => JsonDocument.Parse(line).RootElement)];
        JsonElement completion = records.Where(r => r.GetProperty("Properties").GetProperty("SourceContext").GetString() == "OcrService.Requests")
            .ShouldHaveSingleItem().GetProperty("Properties");
        completion.GetProperty("ErrorCode").GetString().ShouldBe("AIS.0101");
        completion.GetProperty("Api").GetString().ShouldBe("web-image");
        console.ToString().ShouldNotContain("GEHEIM");
        records.ShouldAllBe(r => r.GetProperty("Level").GetString() != "Debug");
    }
}
