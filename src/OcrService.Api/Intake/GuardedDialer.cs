using System.Net;
using System.Net.Sockets;

namespace OcrService.Api.Intake;

/// <summary>
/// Opens the connections of the url fetcher. The address is judged here, between resolving and dialling, and the judged address is
/// the one that is dialled: the text of a url says nothing, and a name may resolve differently a moment later.
/// </summary>
internal sealed class GuardedDialer(INetwork network, AddressRules rules)
{
    /// <summary>Connects for the HTTP handler; see <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="AddressForbiddenException">The name leads to no address that may be dialled; nothing was dialled.</exception>
    /// <exception cref="SocketException">The name is unknown, or no permitted address answers.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        DnsEndPoint target = context.DnsEndPoint;
        IPAddress[] addresses = IPAddress.TryParse(target.Host, out IPAddress? literal)
            ? [literal]
            : await network.ResolveAsync(target.Host, cancellationToken);
        IPAddress[] permitted = Array.FindAll(addresses, rules.Permit);
        if (permitted.Length == 0)
            throw addresses.Length == 0 ? new SocketException((int)SocketError.HostNotFound) : new AddressForbiddenException();

        for (int i = 0; ; i++)
        {
            try
            {
                return await network.DialAsync(new IPEndPoint(permitted[i], target.Port), cancellationToken);
            }
            catch (SocketException) when (i + 1 < permitted.Length)
            {
                // The next address may answer.
            }
        }
    }
}

/// <summary>A name leads to no address that may be dialled. It says not which, since its text reaches logs.</summary>
internal sealed class AddressForbiddenException() : Exception("The host has no address that may be dialled.");
