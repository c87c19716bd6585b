using System.Net.Sockets;
using System.Text;

namespace OcrService.Battery.Attacks;

/// <summary>A connection on which any bytes can be sent, HTTP or not.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly TcpClient _client = new() { NoDelay = true };

    public static async Task<RawConnection> OpenAsync(Uri url, CancellationToken cancellationToken)
    {
        var connection = new RawConnection();
        try
        {
            await connection._client.ConnectAsync(url.Host, url.Port, cancellationToken);
            return connection;
        }
        catch
        {
            // Nobody else has the socket to close it; the attack sees the failure itself.
            connection.Dispose();
            throw;
        }
    }

    /// <summary>False when the other side has closed the connection.</summary>
    public async Task<bool> SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await _client.GetStream().WriteAsync(bytes, cancellationToken);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public Task<bool> SendAsync(string text, CancellationToken cancellationToken) => SendAsync(Encoding.Latin1.GetBytes(text), cancellationToken);

    /// <summary>Says that nothing more will be sent.</summary>
    public void ShutDown() => _client.Client.Shutdown(SocketShutdown.Send);

    /// <summary>All that comes until the other side closes; null when it has not by the time limit.</summary>
    public async Task<string?> ReadToEndAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        both.CancelAfter(limit);
        using var text = new MemoryStream();
        try
        {
            await _client.GetStream().CopyToAsync(text, both.Token);
        }
        catch (IOException)
        {
            // Reset: what came before counts.
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    public void Dispose() => _client.Dispose();
}
