using System.Net;
using System.Net.Sockets;

namespace OcrService.Api.Intake;

/// <summary>
/// Which addresses may be dialled for a caller: the public unicast ones, and networks that the operator names. Ranges are those of
/// the IANA special-purpose registries (RFC 6890 and its successors).
/// </summary>
internal sealed class AddressRules(IEnumerable<string> allowedNetworks)
{
    private static readonly IPNetwork[] Refused =
    [
        IPNetwork.Parse("0.0.0.0/8"),           // this network
        IPNetwork.Parse("10.0.0.0/8"),          // private
        IPNetwork.Parse("100.64.0.0/10"),       // carrier-grade NAT
        IPNetwork.Parse("127.0.0.0/8"),         // loopback
        IPNetwork.Parse("169.254.0.0/16"),      // link-local, the clouds' metadata services
        IPNetwork.Parse("168.63.129.16/32"),    // not special to IANA, but the platform's own host in every network of Azure
        IPNetwork.Parse("172.16.0.0/12"),       // private
        IPNetwork.Parse("192.0.0.0/24"),        // protocol assignments
        IPNetwork.Parse("192.0.2.0/24"),        // documentation
        IPNetwork.Parse("192.88.99.0/24"),      // 6to4 relays
        IPNetwork.Parse("192.168.0.0/16"),      // private
        IPNetwork.Parse("198.18.0.0/15"),       // benchmarks
        IPNetwork.Parse("198.51.100.0/24"),     // documentation
        IPNetwork.Parse("203.0.113.0/24"),      // documentation
        IPNetwork.Parse("224.0.0.0/4"),         // multicast
        IPNetwork.Parse("240.0.0.0/4"),         // reserved, broadcast
        IPNetwork.Parse("2001::/23"),           // protocol assignments: Teredo, benchmarks, ORCHID
        IPNetwork.Parse("2001:db8::/32"),       // documentation
        IPNetwork.Parse("2002::/16"),           // 6to4: an IPv4 address in disguise
        IPNetwork.Parse("3fff::/20"),           // documentation
    ];

    // Everything else in IPv6 is loopback, unspecified, link-local, unique local, multicast, unassigned, or carries an IPv4 address
    // past the list above (mapped, compatible, NAT64).
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private readonly IPNetwork[] _allowed = [.. allowedNetworks.Select(IPNetwork.Parse)];

    /// <summary>True when a connection to the address may be opened.</summary>
    public bool Permit(IPAddress address)
    {
        // Refused before any list is asked: IPNetwork would look through the disguise and compare the IPv4 address.
        if (address.IsIPv4MappedToIPv6)
            return false;

        return Contains(_allowed, address) || IsPublic(address);
    }

    private static bool IsPublic(IPAddress address) =>
        (address.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(address)) && !Contains(Refused, address);

    private static bool Contains(IPNetwork[] networks, IPAddress address) => Array.Exists(networks, n => n.Contains(address));
}
