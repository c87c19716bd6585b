namespace OcrService.Benchmarks.Readers;

/// <summary>What is measured: the recognition in this process, or a running service.</summary>
internal interface IPictureReader : IAsyncDisposable
{
    /// <summary>Reads the text of a picture.</summary>
    Task<PictureReading> ReadTextAsync(byte[] file, bool detectDirection, CancellationToken cancellationToken);

    /// <summary>Reads a document with a machine readable zone.</summary>
    Task<PictureReading> ReadDocumentAsync(byte[] file, CancellationToken cancellationToken);
}

/// <summary>What was read of one picture.</summary>
internal sealed record PictureReading
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyList<string> Lines { get; init; } = [];

    public IReadOnlyList<string> Mrz { get; init; } = [];

    /// <summary>Contract field name to value, in the form of a specimen's truth; empty when the reader knows no fields.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = None;

    /// <summary>Why there is nothing; null when it was read.</summary>
    public string? Fault { get; init; }
}
