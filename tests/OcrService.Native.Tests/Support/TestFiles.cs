using System.Runtime.InteropServices;

namespace OcrService.Native.Tests.Support;

/// <summary>Files that the setup script fetches, or that the distribution installs. Null when this machine lacks them.</summary>
internal static class TestFiles
{
    /// <summary>Path given here wins over the repository's own copy.</summary>
    public const string OnnxRuntimeVariable = "OCR_TEST_ONNXRUNTIME";

    public static string? OnnxRuntime { get; } = FirstExisting(
        Environment.GetEnvironmentVariable(OnnxRuntimeVariable),
        InTessdata($"native/linux-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}/libonnxruntime.so.1"));

    public static string? Traineddata(string language) => FirstExisting(
        InTessdata($"{language}.traineddata"), $"/usr/share/tesseract-ocr/5/tessdata/{language}.traineddata");

    private static string? InTessdata(string path)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OcrService.sln"))) return Path.Combine(folder.FullName, "tessdata", path);
        }

        return null;
    }

    private static string? FirstExisting(params string?[] paths) => Array.Find(paths, File.Exists);
}

/// <summary>A test that needs ONNX Runtime; it is reported as skipped where the library was not fetched.</summary>
internal sealed class OnnxFactAttribute : FactAttribute
{
    public OnnxFactAttribute()
    {
        if (TestFiles.OnnxRuntime is null) Skip = $"No ONNX Runtime: run tessdata/setup.sh or set {TestFiles.OnnxRuntimeVariable}.";
    }
}

/// <summary>A test that needs Tesseract's English data; it is reported as skipped where they are not installed.</summary>
internal sealed class TesseractFactAttribute : FactAttribute
{
    public TesseractFactAttribute()
    {
        if (TestFiles.Traineddata("eng") is null) Skip = "No eng.traineddata: run tessdata/setup.sh or install tesseract-ocr-eng.";
    }
}
