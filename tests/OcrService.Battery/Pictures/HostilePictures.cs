using OcrService.Battery.Fuzzing;

namespace OcrService.Battery.Pictures;

/// <summary>Pictures that lie, break off, explode or are something else: each is refused or read, and never more than that.</summary>
internal static class HostilePictures
{
    /// <summary>Every one, made when it is asked for; those of bombs are large in memory for a moment.</summary>
    public static IEnumerable<PictureFile> All() =>
    [
        .. Truncated(), .. HostilePng.All(), .. HostileJpeg.All(), .. HostileBmp.All(), .. HostileTiff.All(), .. HostileGif.All(), .. HostileWebp.All(), .. Strangers(),
    ];

    /// <summary>Good files cut before, within and behind each of their parts.</summary>
    private static IEnumerable<PictureFile> Truncated()
    {
        var format = new PictureFormat();
        string[] names =
        [
            "png 8 bit type 2", "png 8 bit type 3 interlaced", "jpeg", "jpeg progressive", "bmp info 24", "bmp rle8", "tiff TiffLzw", "tiff strips", "gif extensions", "webp lossy",
            "webp lossless alpha",
        ];
        foreach (PictureFile good in GoodPictures.All.Where(p => names.Contains(p.Name)))
        {
            SortedSet<int> ends = [4, 12, 20];
            foreach (Range part in format.Parts(good.Bytes))
            {
                (int start, int length) = part.GetOffsetAndLength(good.Bytes.Length);
                ends.UnionWith([start, start + 2, start + (length / 2), start + length - 1]);
            }

            foreach (int end in ends.Where(e => e < good.Bytes.Length)) yield return new($"{good.Name} cut at {end}", good.Bytes[..end]);
        }
    }

    /// <summary>One format's first bytes before another's body, and pictures that are more than a picture.</summary>
    private static IEnumerable<PictureFile> Strangers()
    {
        const int magic = 12;
        PictureFile[] one = [.. ((string[])["png", "jpeg", "bmp info 24", "tiff Tiff", "gif", "webp lossy"]).Select(n => GoodPictures.All.First(p => p.Name == n))];
        foreach (PictureFile head in one)
        {
            foreach (PictureFile body in one.Where(b => b != head))
                yield return new($"{head.Name} magic, {body.Name} body", [.. head.Bytes.AsSpan(0, magic), .. body.Bytes.AsSpan(magic)]);
            yield return new($"{head.Name} and a zip", [.. head.Bytes, .. "PK\u0003\u0004"u8, .. GoodPictures.Noise(200), .. "PK\u0005\u0006"u8, .. new byte[18]]);
            yield return new($"{head.Name} and a script", [.. head.Bytes, .. "*/=1;alert(1)//<script>alert(1)</script>"u8]);
            yield return new($"{head.Name} twice", [.. head.Bytes, .. head.Bytes]);
        }

        yield return new("script in a gif", [.. "GIF89a/*"u8, .. GoodPictures.Noise(100), .. "*/=1;"u8]);
        yield return new("svg", [.. "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>"u8]);
        yield return new("postscript", [.. "%!PS\n(/etc/passwd) (r) file"u8]);
        yield return new("pdf", [.. "%PDF-1.7\n1 0 obj<</OpenAction 2 0 R>>endobj"u8]);
        yield return new("netpbm", [.. "P6\n40 24\n255\n"u8, .. GoodPictures.Noise(40 * 24 * 3)]);
        yield return new("delegate command", [.. "push graphic-context\nfill 'url(https://127.0.0.1/|id)'"u8]);
        yield return new("jpeg 2000", [0, 0, 0, 12, .. "jP  \r\n\u0087\n"u8, .. GoodPictures.Noise(100)]);
        yield return new("heif", [0, 0, 0, 24, .. "ftypheic"u8, .. GoodPictures.Noise(100)]);
        yield return new("spix of leptonica", [.. "spix"u8, 40, 0, 0, 0, 24, 0, 0, 0, 32, 0, 0, 0, 40, 0, 0, 0, 0, 0, 0, 0, .. GoodPictures.Noise(40 * 24 * 4)]);
        yield return new("nothing but zeros", new byte[5000]);
        yield return new("noise", GoodPictures.Noise(5000));
    }
}
