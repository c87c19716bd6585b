using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OcrService.Api.Tests.WholePath.Replicas;

namespace OcrService.Api.Tests.WholePath;

/// <summary>What the service speaks over TLS.</summary>
[Collection(ProcessRun.Name)]
public sealed class HttpsTests(SqliteService service) : IAsyncLifetime
{
    private const byte Alert = 21, Handshake = 22, ProtocolVersion = 70;

    private static readonly Uri Health = new("/health/live", UriKind.Relative);

    public Task InitializeAsync() => service.HealAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task It_answers_over_current_versions_and_asks_to_stay(SslProtocols version)
    {
        using SocketsHttpHandler handler = new();
        handler.SslOptions.EnabledSslProtocols = version;
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { service.Certificate },
            RevocationMode = X509RevocationMode.NoCheck,
        };
        using HttpClient client = new(handler) { BaseAddress = service.Https };

        using HttpResponseMessage response = await client.GetAsync(Health);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("Strict-Transport-Security").ShouldBe(["max-age=31536000; includeSubDomains"]);
    }

    [Fact]
    public async Task Over_http_there_is_nothing_to_stay_with()
    {
        using HttpResponseMessage response = await service.First.Client.GetAsync(Health);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    /// <summary>A greeting byte by byte, since the client's own libraries no longer say it. Only its version differs.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public async Task Who_knows_only_an_old_version_is_sent_away(byte minor, bool isWelcome)
    {
        using TcpClient client = new();
        await client.ConnectAsync(service.Https.Host, service.Https.Port);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(ClientHello(minor));

        byte[] head = new byte[7];
        await stream.ReadExactlyAsync(head).AsTask().WaitAsync(TimeSpan.FromSeconds(10));

        head[0].ShouldBe(isWelcome ? Handshake : Alert);
        if (!isWelcome)
            head[6].ShouldBe(ProtocolVersion);
    }

    /// <summary>RFC 5246 section 7.4.1.2: version 3.minor is TLS 1.(minor - 1).</summary>
    private static byte[] ClientHello(byte minor)
    {
        byte[] suites = [0xC0, 0x2B, 0xC0, 0x09];
        byte[] extensions =
        [
            0, 10, 0, 4, 0, 2, 0, 23, // supported groups: P-256
            0, 11, 0, 2, 1, 0, // point formats: uncompressed
            0, 13, 0, 6, 0, 4, 4, 3, 2, 3, // signatures: ECDSA with SHA-256 and with SHA-1
        ];
        byte[] hello = [3, minor, .. RandomNumberGenerator.GetBytes(32), 0, 0, (byte)suites.Length, .. suites, 1, 0, 0, (byte)extensions.Length, .. extensions];
        byte[] handshake = [1, 0, 0, (byte)hello.Length, .. hello];
        return [Handshake, 3, 1, 0, (byte)handshake.Length, .. handshake];
    }
}
