using System.Buffers;

namespace OcrService.Api.Intake;

/// <summary>
/// Reads a stream into one pooled array that grows with what has really arrived, never with what was announced, up to a limit.
/// </summary>
internal sealed class GrowingBuffer(int maxBytes) : IDisposable
{
    private const int FirstSize = 64 * 1024;

    private byte[] _bytes = [];
    private int _length;

    /// <summary>What was read; not to be used once this buffer is disposed.</summary>
    public Memory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>Reads to the end of the stream; false, with the rest left unread, when there is more than the limit.</summary>
    public async ValueTask<bool> FillAsync(Stream stream, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_length == _bytes.Length)
                Grow();

            int read = await stream.ReadAsync(_bytes.AsMemory(_length), cancellationToken);
            if (read == 0)
                return true;

            _length += read;
            if (_length > maxBytes)
                return false;
        }
    }

    public void Dispose()
    {
        Return();
        _bytes = [];
        _length = 0;
    }

    /// <summary>Doubles, but not beyond the one byte that tells "full" from "too much".</summary>
    private void Grow()
    {
        long size = Math.Min(Math.Max(FirstSize, _bytes.Length * 2L), maxBytes + 1L);
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)size);
        _bytes.AsSpan(0, _length).CopyTo(larger);
        Return();
        _bytes = larger;
    }

    private void Return()
    {
        // Cleared: the next one to rent the array must not find somebody's document in it.
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
    }
}
