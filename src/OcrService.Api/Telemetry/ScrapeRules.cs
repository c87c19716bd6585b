using System.Net;

namespace OcrService.Api.Telemetry;

/// <summary>Who may read <c>/metrics</c>.</summary>
internal sealed class ScrapeRules(IEnumerable<string> allowedNetworks)
{
    /// <summary>Loopback, and the networks that are somebody's own (RFC 1918, RFC 4193).</summary>
    private static readonly string[] Private = ["127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7"];

    private readonly IPNetwork[] _allowed = [.. (allowedNetworks.Any() ? allowedNetworks : Private).Select(n => IPNetwork.Parse(n))];

    /// <summary>True when the address lies in an allowed network and is the client's own.</summary>
    public bool Permit(HttpContext context)
    {
        // These are taken away when a trusted gateway sent them. One that is left says that the address is a gateway's, not the client's.
        IHeaderDictionary headers = context.Request.Headers;
        return !headers.ContainsKey("X-Forwarded-For") && !headers.ContainsKey("Forwarded") && Permit(context.Connection.RemoteIpAddress);
    }

    internal bool Permit(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true })
            address = address.MapToIPv4();
        return address is not null && Array.Exists(_allowed, n => n.Contains(address));
    }
}
