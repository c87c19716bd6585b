using OcrService.Benchmarks.Readers;

namespace OcrService.Benchmarks.Peers;

/// <summary>Another program that reads the same pictures.</summary>
internal interface IPeer : IAsyncDisposable
{
    /// <summary>As it is called in the tables.</summary>
    string Name { get; }

    /// <summary>What it was run with, for a fair judgement: threads, languages, what its time holds.</summary>
    string Terms { get; }

    /// <summary>Processor time it has used since its start, models included.</summary>
    TimeSpan ProcessorTime { get; }

    /// <summary>Reads one picture. Milliseconds are not a number when it could not.</summary>
    Task<(double Milliseconds, PictureReading Reading)> ReadAsync(string path, CancellationToken cancellationToken);
}
