using System.Buffers;
using System.Buffers.Text;
using Microsoft.Extensions.Options;
using OcrService.Api.Contract;
using OcrService.Documents;
using OcrService.Recognition.Imaging;

namespace OcrService.Api.Intake;

/// <summary>The image gate as intake sees it; see <see cref="ImageGate.Admit"/>.</summary>
internal delegate Outcome<AdmittedImage> ImageAdmission(ReadOnlyMemory<byte> file, ImageLimits limits);

/// <summary>From the request's Base64 text or url to a picture that passed the gate.</summary>
internal sealed class ImageIntake(UrlFetcher fetcher, ImageAdmission admit, IOptions<ImageIntakeOptions> options)
{
    private static readonly SearchValues<byte> WhiteSpace = SearchValues.Create(" \t\r\n"u8);

    /// <summary>Most characters of Base64 text.</summary>
    public int MaxBase64Chars { get; } = options.Value.MaxBase64Chars;

    /// <summary>
    /// The picture, or a fault of <see cref="UrlFaults"/>, <see cref="RequestFaults.NotBase64"/> or one of <see cref="ImageFaults"/>.
    /// What is returned does not refer to the request's body.
    /// </summary>
    public async Task<Outcome<AdmittedImage>> TakeAsync(OcrRequest request, ImageLimits limits, CancellationToken cancellationToken)
    {
        Outcome<ReadOnlyMemory<byte>> file = request.Url is { } url
            ? await fetcher.FetchAsync(url, cancellationToken)
            : Decode(request.Image.Span);
        return file.Succeeded(out ReadOnlyMemory<byte> bytes, out Fault? fault) ? admit(bytes, limits) : fault;
    }

    /// <summary>Decodes strictly: no white space (the decoder itself would skip it), no prefix, padding complete.</summary>
    private static Outcome<ReadOnlyMemory<byte>> Decode(ReadOnlySpan<byte> text)
    {
        if (text.Length % 4 != 0 || text.ContainsAny(WhiteSpace))
            return RequestFaults.NotBase64;

        int padding = text is [.., (byte)'=', (byte)'='] ? 2 : text is [.., (byte)'='] ? 1 : 0;
        byte[] file = GC.AllocateUninitializedArray<byte>((text.Length / 4 * 3) - padding);
        OperationStatus status = Base64.DecodeFromUtf8(text, file, out int consumed, out int written);
        return status == OperationStatus.Done && consumed == text.Length && written == file.Length
            ? new ReadOnlyMemory<byte>(file)
            : RequestFaults.NotBase64;
    }
}
