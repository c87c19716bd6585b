using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using OcrService.Api.Intake;

namespace OcrService.Api.Tests.Support;

/// <summary>Names and wires of a test: nothing leaves the process unless a test says where to.</summary>
internal sealed class FakeNetwork : INetwork
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<IPAddress[]>> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<IPEndPoint> _dialled = new();

    public IReadOnlyList<IPEndPoint> Dialled => [.. _dialled];

    public Func<IPEndPoint, CancellationToken, Task<Stream>> Dial { get; set; } =
        (_, _) => throw new SocketException((int)SocketError.ConnectionRefused);

    /// <summary>The answers to successive look-ups of the name; the last one stays.</summary>
    public FakeNetwork Name(string host, params string[][] answers)
    {
        _names[host] = new(answers.Select(a => a.Select(IPAddress.Parse).ToArray()));
        return this;
    }

    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        if (!_names.TryGetValue(host, out ConcurrentQueue<IPAddress[]>? answers))
            throw new SocketException((int)SocketError.HostNotFound);

        IPAddress[]? answer;
        bool found = answers.Count > 1 ? answers.TryDequeue(out answer) : answers.TryPeek(out answer);
        return Task.FromResult(found ? answer! : []);
    }

    public Task<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        _dialled.Enqueue(endPoint);
        return Dial(endPoint, cancellationToken);
    }

    /// <summary>Leads every dial to a port of the loopback, whatever address was asked for.</summary>
    public FakeNetwork LeadTo(int port)
    {
        Dial = (_, cancellationToken) => new SystemNetwork().DialAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken);
        return this;
    }
}
