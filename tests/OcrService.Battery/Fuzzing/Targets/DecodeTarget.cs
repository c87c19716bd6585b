using OcrService.Api.Endpoints;
using OcrService.Battery.Pictures;
using OcrService.Documents;
using OcrService.Native;
using OcrService.Recognition.Imaging;

namespace OcrService.Battery.Fuzzing.Targets;

/// <summary>
/// What the service does with a file before it reads: gate, decoder, EXIF turn. Native code runs here, so a campaign runs it in a child
/// process (<see cref="DecodeCampaign"/>).
/// </summary>
/// <param name="takesAll">Whether large pictures are decoded too, all of them.</param>
internal sealed class DecodeTarget(bool takesAll = false) : FuzzTarget("decode", new PictureFormat(), [.. GoodPictures.All.Select(p => p.Bytes)], maxLength: 64 * 1024)
{
    /// <summary>Larger pictures take their time and their memory honestly; of those that announce such a size only one in 32 is decoded.</summary>
    private const long LargePixels = 4_000_000;

    public override string Run(byte[] input)
    {
        if (!ImageGate.Admit(input, AcceptedImages.WebImage).Succeeded(out AdmittedImage? admitted, out Fault? fault)) return fault.Name;
        if (!takesAll && Pixels(admitted) > LargePixels && input.Sum(b => b) % 32 != 0) return "large, left out";
        if (!PictureDecoder.Decode(admitted).Succeeded(out PixelImage? picture, out fault)) return $"{admitted.Format} refused";
        using (picture)
        {
            // Reads every pixel, so that memory that is not there is found out.
            uint sum = 0;
            for (int y = 0; y < picture.Height; y++)
            {
                foreach (uint pixel in picture.Row(y)) sum = unchecked((sum * 31) + pixel);
            }

            DefectException.Unless(picture.Width * (long)picture.Height == Pixels(admitted), $"another size than admitted, sum {sum}");
        }

        DefectException.Unless(NativeHandles.Live == 0, "native objects left behind");
        return $"{admitted.Format} decoded";
    }

    /// <summary>Pixels that the file's header announces; 0 when the gate refuses it.</summary>
    public static long PixelsOf(byte[] input) =>
        ImageGate.Admit(input, AcceptedImages.WebImage).Succeeded(out AdmittedImage? admitted, out _) ? Pixels(admitted) : 0;

    private static long Pixels(AdmittedImage image) => (long)image.Width * image.Height;
}
