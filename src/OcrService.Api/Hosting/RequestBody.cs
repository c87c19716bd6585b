using System.Diagnostics;
using System.Runtime.InteropServices;
using OcrService.Api.Contract;
using OcrService.Api.Intake;
using OcrService.Api.Telemetry;
using OcrService.Documents;

namespace OcrService.Api.Hosting;

/// <summary>
/// The body of the request in hand, read once and whole: signatures are computed over the very bytes that are parsed. It is read when
/// somebody first needs it, which is after the cheap refusals.
/// </summary>
internal sealed class RequestBody(HttpRequest request, int maxBytes) : IDisposable
{
    private readonly GrowingBuffer _buffer = new(maxBytes);
    private bool _isRead;

    /// <summary>What was read, as it came over the wire.</summary>
    public Memory<byte> Bytes => _buffer.Written;

    /// <summary>Reads to the end; the fault when there is more than allowed.</summary>
    public async ValueTask<Fault?> ReadAsync(CancellationToken cancellationToken)
    {
        if (_isRead)
            return null;
        long started = Stopwatch.GetTimestamp();
        if (!await _buffer.FillAsync(request.Body, cancellationToken))
            return RequestFaults.BodyTooLarge;

        RequestNotes.Of(request.HttpContext).Receipt = Stopwatch.GetElapsedTime(started);
        _isRead = true;
        return null;
    }

    /// <summary>The bytes as a stream; valid as long as this is.</summary>
    public Stream AsStream() => MemoryMarshal.TryGetArray<byte>(Bytes, out ArraySegment<byte> part)
        ? new MemoryStream(part.Array ?? [], part.Offset, part.Count, writable: false)
        : Stream.Null;

    /// <summary>Gives the memory back early: a request that waits for a worker should hold its picture only.</summary>
    public void Release() => _buffer.Dispose();

    public void Dispose() => Release();
}
