using System.Globalization;
using System.Text.RegularExpressions;
using OcrService.Api.Tests.Support;

namespace OcrService.Api.Tests.Hosting;

public sealed partial class RequestIdTests : IDisposable
{
    private readonly Service _service = new();

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/health/live")]
    [InlineData("GET", "/swagger/v2/swagger.json")]
    [InlineData("GET", "/nowhere")]
    [InlineData("POST", Service.WebImage)]
    public async Task Every_answer_has_one_of_its_own(string method, string path)
    {
        long before = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        Answer first = await _service.SendAsync(new HttpMethod(method), path);
        Answer second = await _service.SendAsync(new HttpMethod(method), path);

        Match match = IdForm().Match(first.RequestId.ShouldNotBeNull());
        match.Success.ShouldBeTrue(first.RequestId);
        long time = long.Parse(match.Groups["time"].Value, CultureInfo.InvariantCulture);
        time.ShouldBeInRange(before, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        second.RequestId.ShouldNotBe(first.RequestId);
    }

    [GeneratedRegex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-(?<time>[0-9]{13})-[A-Za-z0-9._-]+$", RegexOptions.ExplicitCapture)]
    private static partial Regex IdForm();
}
