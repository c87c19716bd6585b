using OcrService.Documents;

namespace OcrService.Recognition;

/// <summary>Ordinary failures of the recognition layer.</summary>
public static class RecognitionFaults
{
    /// <summary>All workers run and the queue is full.</summary>
    public static readonly Fault Busy = new("recognition.busy");

    /// <summary>Reading took longer than the configured limit, or waited longer than it.</summary>
    public static readonly Fault Timeout = new("recognition.timeout");

    /// <summary>A model or library failed on this picture.</summary>
    public static readonly Fault Failed = new("recognition.failed");

    /// <summary>The service is shutting down.</summary>
    public static readonly Fault Stopping = new("recognition.stopping");
}
