using OcrService.Api.Endpoints;
using OcrService.Battery.Pictures;
using OcrService.Documents;
using OcrService.Recognition.Imaging;

namespace OcrService.Battery.Fuzzing.Targets;

/// <summary>The image gate: admits or names one of its faults, never throws, and takes next to no memory.</summary>
internal sealed class GateTarget() : FuzzTarget("gate", new PictureFormat(), [.. GoodPictures.All.Select(p => p.Bytes)], maxLength: 32 * 1024)
{
    private const long MostBytes = 64 * 1024;

    public override string Run(byte[] input)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        ImageLimits limits = AcceptedImages.WebImage;
        Outcome<AdmittedImage> outcome = ImageGate.Admit(input, limits);
        DefectException.Unless(GC.GetAllocatedBytesForCurrentThread() - before < MostBytes, "the gate takes memory");
        if (!outcome.Succeeded(out AdmittedImage? image, out Fault? fault))
        {
            DefectException.Unless(
                fault == ImageFaults.UnknownFormat || fault == ImageFaults.Corrupt || fault == ImageFaults.SizeOutOfRange, $"the fault {fault.Name}");
            return fault.Name;
        }

        DefectException.Unless(Math.Min(image.Width, image.Height) >= limits.MinSide && Math.Max(image.Width, image.Height) <= limits.MaxSide, "a size beyond the limits");
        DefectException.Unless(ExifOrientation.Read(input, image.Format) is >= 1 and <= 8, "an orientation that is none");
        return "admitted";
    }
}
