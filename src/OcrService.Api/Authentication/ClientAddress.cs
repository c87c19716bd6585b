using System.Net;
using System.Net.Sockets;

namespace OcrService.Api.Authentication;

/// <summary>Where a request comes from, as far as lock-outs are concerned.</summary>
internal static class ClientAddress
{
    /// <summary>The client's address; of IPv6 the 64 bits that a site gets, since the rest is its own choice.</summary>
    public static string Of(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
            return "";
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4().ToString();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address.ToString();

        byte[] bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes) + "/64";
    }
}
