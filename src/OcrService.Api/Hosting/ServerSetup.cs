using System.Security.Authentication;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace OcrService.Api.Hosting;

internal static class ServerSetup
{
    private const string DefaultUrl = "http://127.0.0.1:18080";

    /// <summary>Kestrel with the contract's limits, loopback unless told otherwise, and a shutdown that lets requests finish.</summary>
    public static void AddServer(this WebApplicationBuilder builder)
    {
        builder.AddOptionsSection<ServerOptions>(ServerOptions.Section);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddOptions<HostOptions>()
            .Configure<IOptions<ServerOptions>>((host, server) => host.ShutdownTimeout = server.Value.ShutdownTimeout);
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<ServerOptions>>((kestrel, server) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = server.Value.MaxBodyBytes;

            kestrel.ConfigureHttpsDefaults(https => https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13);

            // Kestrel refuses with an empty body, so it gets twice the documented limits and RequestGate answers in between.
            kestrel.Limits.MaxRequestLineSize = 2 * RequestGate.MaxUriBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = 2 * RequestGate.MaxHeadersBytes;
        });

        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ServerOptions>>((forwarded, server) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (string network in server.Value.TrustedProxies)
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        });

        // Who configures nothing is a developer at his machine; the container sets its address itself.
        if (!ListensSomewhere(builder.Configuration))
            builder.WebHost.UseUrls(DefaultUrl);
    }

    /// <summary>Takes the client's address from gateways that are trusted; without any, nobody's word is taken.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<ServerOptions>>().Value.TrustedProxies.Count > 0)
            app.UseForwardedHeaders();
    }

    private static bool ListensSomewhere(ConfigurationManager configuration) =>
        new[] { WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey }
            .Any(key => !string.IsNullOrEmpty(configuration[key]))
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
}
