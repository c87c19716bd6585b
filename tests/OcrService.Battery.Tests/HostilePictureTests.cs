using OcrService.Battery.Fuzzing;
using OcrService.Battery.Fuzzing.Targets;
using OcrService.Battery.Pictures;

namespace OcrService.Battery.Tests;

/// <summary>The hostile pictures through gate and decoder, without those that take their memory honestly.</summary>
public sealed class HostilePictureTests
{
    private const int MostBytes = 200_000;

    // Sizes that the service takes and a machine of tests need not.
    private static readonly string[] Large = ["8192 x", "says 8192", "8192 strips"];

    [Fact]
    public void Each_is_refused_or_decoded()
    {
        var target = new DecodeTarget();
        var outcomes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (PictureFile picture in HostilePictures.All().Where(p => p.Bytes.Length <= MostBytes && !Large.Any(l => p.Name.Contains(l, StringComparison.Ordinal))))
        {
            string outcome = Should.NotThrow(() => target.Run(picture.Bytes), picture.Name);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }

        outcomes.Values.Sum().ShouldBeGreaterThan(800);
        foreach (string format in (string[])["Png", "Jpeg", "Bmp", "Tiff", "Gif", "Webp"])
            outcomes.GetValueOrDefault($"{format} refused").ShouldBeGreaterThan(0, format);
    }

    [Fact]
    public void The_good_pictures_that_they_are_made_of_are_admitted()
    {
        var target = new GateTarget();

        foreach (PictureFile good in GoodPictures.All)
            target.Run(good.Bytes).ShouldBe("admitted", good.Name);
    }

    /// <summary>Kept: 300 bytes with a note that says it is half a gigabyte long made libpng take that much.</summary>
    [Fact]
    public void A_note_longer_than_its_file_takes_no_memory()
    {
        FuzzTarget target = new DecodeTarget();
        PictureFile[] liars = [.. HostilePictures.All().Where(p => p.Name.StartsWith("png whose ", StringComparison.Ordinal))];

        liars.Length.ShouldBe(25);
        foreach (PictureFile liar in liars) target.Run(liar.Bytes).ShouldBe("Png refused", liar.Name);
    }
}
