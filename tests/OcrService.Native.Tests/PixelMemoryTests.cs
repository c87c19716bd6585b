using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OcrService.Native.Tests;

public sealed class PixelMemoryTests
{
    [Theory]
    [InlineData(1024, 1024, true)]
    [InlineData(1024, 500, false)]
    public void Pixels_that_fill_huge_pages_begin_on_one(int width, int height, bool begins)
    {
        using PixelImage picture = PixelImage.Create(width, height);

        nint start = Unsafe.ByteOffset(ref Unsafe.NullRef<uint>(), ref MemoryMarshal.GetReference(picture.Pixels));

        const int HugePage = 2 << 20;
        (start % HugePage == 0).ShouldBe(begins);
        picture.Pixels.ContainsAnyExcept(0u).ShouldBeFalse();
    }
}
