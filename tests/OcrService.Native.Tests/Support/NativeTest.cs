namespace OcrService.Native.Tests.Support;

/// <summary>Every test ends with no native object left.</summary>
public abstract class NativeTest : IDisposable
{
    protected NativeTest()
    {
        if (TestFiles.OnnxRuntime is { } path) NativeLibraries.UseOnnxRuntime(path);
        NativeHandles.Live.ShouldBe(0);
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        NativeHandles.Live.ShouldBe(0, "the test left native objects behind");
    }
}
