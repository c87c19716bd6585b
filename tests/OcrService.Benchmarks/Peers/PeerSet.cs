namespace OcrService.Benchmarks.Peers;

/// <summary>What the other programs are run with.</summary>
/// <param name="Folder">Folder of the drivers and of their packages.</param>
/// <param name="Threads">Threads of ocr-node; 0 is its default, all cores.</param>
/// <param name="MaxSide">Longest side that ocr-node gets; 0 leaves the pictures as they are.</param>
internal sealed record PeerTerms(string Folder, int Threads, int MaxSide);

/// <summary>The other programs of a comparison, running side by side.</summary>
internal sealed class PeerSet : IAsyncDisposable
{
    private readonly List<IPeer> _peers = [];

    private PeerSet()
    {
    }

    /// <summary>In the order of the tables.</summary>
    public IReadOnlyList<IPeer> All => _peers;

    /// <summary>Starts @gutenye/ocr-node, tesseract.js, and, where it is installed, the Tesseract command line.</summary>
    /// <exception cref="InvalidOperationException">Node or the packages are not there.</exception>
    public static async Task<PeerSet> StartAsync(PeerTerms terms, CancellationToken cancellationToken)
    {
        var set = new PeerSet();
        try
        {
            set._peers.Add(await NodePeer.StartOcrNodeAsync(terms.Folder, terms.Threads, terms.MaxSide, cancellationToken));
            set._peers.Add(await NodePeer.StartTesseractJsAsync(terms.Folder, cancellationToken));
            if (await TesseractProgram.FindAsync(cancellationToken) is { } program) set._peers.Add(program);
            else await Console.Error.WriteLineAsync($"tesseract with {TesseractProgram.Languages} is not installed: left out");
            return set;
        }
        catch
        {
            // Nobody else has the peers that did start; whoever measures sees the failure itself.
            await set.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IPeer peer in _peers) await peer.DisposeAsync();
    }
}
