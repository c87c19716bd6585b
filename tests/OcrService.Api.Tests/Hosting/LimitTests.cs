using System.Net.Sockets;
using System.Text;
using OcrService.Api.Tests.Support;

namespace OcrService.Api.Tests.Hosting;

/// <summary>The gateway's limits, on a real port: they are the server's matter as much as ours.</summary>
public sealed class LimitTests : IDisposable
{
    private const int MaxBody = 12 * 1024 * 1024;

    private static readonly string Token = $"X-Auth-Token: {TestAccount.Get().Token}\r\n";

    private readonly Service _service = Service.OnPort();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task A_body_at_the_limit_is_read_and_one_byte_more_is_refused()
    {
        byte[] body = new byte[MaxBody];
        body.AsSpan().Fill((byte)' ');
        Encoding.UTF8.GetBytes($$"""{"image":"{{Pictures.PngText()}}"}""").CopyTo(body, 0);

        (await _service.PostAsync(Service.WebImage, body)).Status.ShouldBe(200);
        (await _service.PostAsync(Service.WebImage, [.. body, (byte)' '])).ShouldFail(413, "APIG.0201", "Request entity too large.");
    }

    [Fact]
    public async Task A_chunked_body_is_counted_while_it_arrives()
    {
        using HttpClient client = _service.CreateClient();
        using var content = new StreamContent(new MemoryStream(new byte[MaxBody + 100_000]));
        using var request = new HttpRequestMessage(HttpMethod.Post, Service.WebImage) { Content = content };
        request.Headers.TransferEncodingChunked = true;

        using HttpResponseMessage response = await client.SendAsync(request);

        (await Answer.OfAsync(response)).ShouldFail(413, "APIG.0201", "Request entity too large.");
    }

    [Theory]
    [InlineData(32 * 1024, 400)]
    [InlineData((32 * 1024) + 1, 414)]
    public async Task The_uri_is_limited(int length, int status)
    {
        string target = Service.WebImage + "?" + new string('a', length - Service.WebImage.Length - 1);

        string answer = await SendRawAsync($"POST {target} HTTP/1.1\r\nHost: localhost\r\n{Token}Content-Length: 0\r\nConnection: close\r\n\r\n");

        answer.ShouldStartWith($"HTTP/1.1 {status} ");
        answer.ShouldContain(status == 414 ? "{\"error_code\":\"APIG.0201\",\"error_msg\":\"Request URI too large.\"" : "ModelArts.4105");
        answer.ShouldContain("X-Request-Id: ");
    }

    [Theory]
    [InlineData(32_000, 1, 400)]
    [InlineData(33_000, 1, 494)]
    [InlineData(32_000, 4, 400)]
    [InlineData(32_000, 5, 494)]
    public async Task Headers_are_limited(int size, int count, int status)
    {
        string headers = string.Concat(Enumerable.Range(0, count).Select(i => $"X-Test-{i}: {new string('a', size)}\r\n"));

        string answer = await SendRawAsync($"POST {Service.WebImage} HTTP/1.1\r\nHost: localhost\r\n{Token}{headers}Content-Length: 0\r\nConnection: close\r\n\r\n");

        answer.ShouldStartWith($"HTTP/1.1 {status} ");
        answer.ShouldContain(status == 494 ? "\"error_msg\":\"Request headers too large.\"" : "ModelArts.4105");
        answer.ShouldNotContain("Server:");
    }

    [Theory]
    [InlineData("xyz\r\n")]
    [InlineData("100000000\r\nx")]
    [InlineData("ffffffffffffffff\r\nx")]
    public async Task A_broken_chunk_is_a_malformed_request(string chunk)
    {
        string answer = await SendRawAsync($"POST {Service.WebImage} HTTP/1.1\r\nHost: localhost\r\n{Token}Transfer-Encoding: chunked\r\n\r\n{chunk}");

        answer.ShouldStartWith("HTTP/1.1 400 ");
        answer.ShouldContain("{\"error_code\":\"APIG.0201\",\"error_msg\":\"API request error.\"");
        _service.Log.Lines.ShouldNotContain(l => l.Level >= Microsoft.Extensions.Logging.LogLevel.Error);
    }

    [Fact]
    public async Task A_client_that_leaves_is_no_error_and_stops_recognition()
    {
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        _service.Recognizer.Read = async (_, cancellationToken) =>
        {
            started.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                cancelled.SetResult();
            }

            throw new InvalidOperationException("unreachable");
        };
        using (HttpClient client = _service.CreateClient())
        using (var leave = new CancellationTokenSource())
        using (var content = new StringContent($$"""{"image":"{{Pictures.PngText()}}"}"""))
        {
            Task<HttpResponseMessage> call = client.PostAsync(new Uri(Service.WebImage, UriKind.Relative), content, leave.Token);
            await started.Task.WaitAsync(TimeSpan.FromSeconds(10));
            await leave.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(call);
        }

        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10));
        LogLine line = await _service.CompletionAsync();
        line.Values["Status"].ShouldBe(499);
        _service.Log.Lines.ShouldNotContain(l => l.Level >= Microsoft.Extensions.Logging.LogLevel.Error);
    }

    private async Task<string> SendRawAsync(string request)
    {
        using var client = new TcpClient();
        Uri address = _service.ClientOptions.BaseAddress;
        await client.ConnectAsync(address.Host, address.Port);
        await using NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        return await reader.ReadToEndAsync(limit.Token);
    }
}
