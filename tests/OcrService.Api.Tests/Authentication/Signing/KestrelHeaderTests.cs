using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using OcrService.Api.Authentication.Signing;

namespace OcrService.Api.Tests.Authentication.Signing;

/// <summary>The real server between client and verifier: what the wire carries is what it hands over.</summary>
public sealed class KestrelHeaderTests
{
    [Fact]
    public async Task Bytes_of_headers_and_target_survive()
    {
        bool? accepted = null;
        await using WebApplication server = WebApplication.CreateSlimBuilder().Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            string target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
            var request = new SignedRequest(context.Request.Method, target, name => context.Request.Headers[name]);
            AuthorizationHeader authorization = AuthorizationHeader.Parse(context.Request.Headers.Authorization)!;
            accepted = SignatureVerifier.Verify(request, body.ToArray(), authorization, ClientRequest.SecretKey, ClientRequest.Now, out _);
        });
        await server.StartAsync();
        var address = new Uri(server.Urls.Single());
        ClientRequest sent = (ClientRequest.WebImage with { Target = "/a%2Fb%20%7Bc%7D/%E4%B8%AD?x=%7B+&%C3%A9" })
            .With("X-Custom", "\u540d\u524d \u00e9").With("Host", address.Authority);
        string authorization = sent.Sign(path: "/a/b%20%7Bc%7D/%E4%B8%AD/", query: "x=%7B%20&%C3%A9=");
        string head = string.Concat(sent.Headers.Select(h => $"{h.Name}: {h.Value}\r\n"));

        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, address.Port);
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(
            $"POST {sent.Target} HTTP/1.1\r\n{head}Authorization: {authorization}\r\n"
            + $"Content-Length: {sent.Bytes.Length}\r\nConnection: close\r\n\r\n{sent.Body}"));
        using var reader = new StreamReader(client.GetStream());
        (await reader.ReadToEndAsync()).ShouldStartWith("HTTP/1.1 200");

        accepted.ShouldBe(true);
    }
}
