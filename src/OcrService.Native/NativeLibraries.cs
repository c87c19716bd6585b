using System.Reflection;
using System.Runtime.InteropServices;

namespace OcrService.Native;

/// <summary>Versions of the libraries in use.</summary>
public sealed record NativeVersions(string Tesseract, string Leptonica, string OnnxRuntime);

/// <summary>Finds the three C libraries: Tesseract and Leptonica where the distribution put them, ONNX Runtime where the service is told.</summary>
public static class NativeLibraries
{
    private static readonly Lock s_gate = new();
    private static string? s_onnxPath;
    private static nint s_onnx;

    static NativeLibraries()
    {
        NativeEnvironment.Prepare();
        NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);
    }

    /// <summary>Says where ONNX Runtime's library lies. Call it before anything else here; without it the system's own is tried.</summary>
    /// <exception cref="InvalidOperationException">Another one is loaded already.</exception>
    public static void UseOnnxRuntime(string fullPath)
    {
        ArgumentException.ThrowIfNullOrEmpty(fullPath);
        lock (s_gate)
        {
            if (s_onnx != 0 && s_onnxPath != fullPath)
            {
                throw new InvalidOperationException($"ONNX Runtime is loaded already, from {s_onnxPath ?? "the system's library path"}.");
            }

            s_onnxPath = fullPath;
        }
    }

    /// <summary>Loads all libraries and checks their versions. Call it at start, so that a machine without them fails with one clear sentence.</summary>
    /// <exception cref="NativeOcrException">A library is missing or has the wrong version; the message names the package to install.</exception>
    public static NativeVersions Verify()
    {
        // Loading by hand first: a DllImport that fails would report the import's alias and not what was tried.
        NativeLibrarySpec.Leptonica.Load(Load);
        NativeLibrarySpec.Tesseract.Load(Load);
        LoadOnnxRuntime();
        return new NativeVersions(
            NativeLibrarySpec.Tesseract.Require(TesseractNative.Version()),
            NativeLibrarySpec.Leptonica.Require(LeptonicaNative.Version()),
            NativeLibrarySpec.OnnxRuntime.Require(OnnxNative.Version()));
    }

    /// <summary>Does nothing, but whoever calls it has the environment prepared and the resolver in place.</summary>
    internal static void Attach()
    {
    }

    internal static nint LoadOnnxRuntime()
    {
        lock (s_gate)
        {
            if (s_onnx == 0)
            {
                NativeLibrarySpec spec = NativeLibrarySpec.OnnxRuntime;
                s_onnx = (s_onnxPath is null ? spec : spec with { Names = [s_onnxPath] }).Load(Load);
            }

            return s_onnx;
        }
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) => name switch
    {
        TesseractNative.Library => NativeLibrarySpec.Tesseract.Load(Load),
        LeptonicaNative.Library => NativeLibrarySpec.Leptonica.Load(Load),
        _ => 0,
    };

    private static bool Load(string nameOrPath, out nint library) => NativeLibrary.TryLoad(nameOrPath, out library);
}
