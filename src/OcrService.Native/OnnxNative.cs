using System.Runtime.InteropServices;

namespace OcrService.Native;

/// <summary>
/// ONNX Runtime's C interface: a table of function pointers that only ever grows at its end, so that a number stays what it is.
/// Names and order as in <c>onnxruntime_c_api.h</c>. Functions that can fail return a status object, checked by <see cref="Check"/>.
/// </summary>
internal static unsafe class OnnxNative
{
    public const int TensorElementFloat = 1;

    private const uint ApiVersion = 27;
    private const int LogError = 3;
    private const int DeviceAllocator = 0;
    private const int MemoryDefault = 0;

    private static readonly Lazy<nint> s_base = new(LoadBase);
    private static readonly Lazy<nint> s_api = new(LoadApi);
    private static readonly Lazy<nint> s_environment = new(CreateEnvironment);
    private static readonly Lazy<nint> s_cpuMemory = new(CreateCpuMemory);

    /// <summary>One per process and never released: sessions need it until the very end, and the library's own exit code runs after ours.</summary>
    public static nint Environment => s_environment.Value;

    /// <summary>Describes memory of the process, for tensors over our own buffers.</summary>
    public static nint CpuMemory => s_cpuMemory.Value;

    public static string Version()
    {
        nint* table = (nint*)s_base.Value;
        nint text = ((delegate* unmanaged[Cdecl]<nint>)table[1])();
        return Marshal.PtrToStringUTF8(text) ?? "";
    }

    /// <summary>Throws what the status says and releases it; null means success.</summary>
    public static void Check(nint status, string function)
    {
        if (status == 0) return;
        int code = ((delegate* unmanaged[Cdecl]<nint, int>)Slot(1))(status);
        string? text = Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint, nint>)Slot(2))(status));
        ((delegate* unmanaged[Cdecl]<nint, void>)Slot(93))(status);
        throw new NativeOcrException(function, code, text ?? "no message");
    }

    public static nint CreateSessionFromArray(nint env, void* model, nuint length, nint options, out nint session)
    {
        fixed (nint* created = &session)
        {
            return ((delegate* unmanaged[Cdecl]<nint, void*, nuint, nint, nint*, nint>)Slot(8))(env, model, length, options, created);
        }
    }

    public static nint Run(nint session, nint options, byte** inputNames, nint* inputs, nuint inputCount, byte** outputNames, nuint outputCount, nint* outputs) =>
        ((delegate* unmanaged[Cdecl]<nint, nint, byte**, nint*, nuint, byte**, nuint, nint*, nint>)Slot(9))(
            session, options, inputNames, inputs, inputCount, outputNames, outputCount, outputs);

    public static nint CreateSessionOptions(out nint options) => Create(10, out options);

    public static nint DisableMemPattern(nint options) => ((delegate* unmanaged[Cdecl]<nint, nint>)Slot(17))(options);

    public static nint SetSessionGraphOptimizationLevel(nint options, int level) =>
        ((delegate* unmanaged[Cdecl]<nint, int, nint>)Slot(23))(options, level);

    public static nint SetIntraOpNumThreads(nint options, int threads) =>
        ((delegate* unmanaged[Cdecl]<nint, int, nint>)Slot(24))(options, threads);

    public static nint SetInterOpNumThreads(nint options, int threads) =>
        ((delegate* unmanaged[Cdecl]<nint, int, nint>)Slot(25))(options, threads);

    public static nint SessionGetInputCount(nint session, out nuint count) => Count(30, session, out count);

    public static nint SessionGetOutputCount(nint session, out nuint count) => Count(31, session, out count);

    public static nint SessionGetInputTypeInfo(nint session, nuint index, out nint info) => Indexed(33, session, index, out info);

    public static nint SessionGetOutputTypeInfo(nint session, nuint index, out nint info) => Indexed(34, session, index, out info);

    /// <summary>The name must be given back with <see cref="FreeText"/>.</summary>
    public static nint SessionGetInputName(nint session, nuint index, out nint name) => Named(36, session, index, out name);

    /// <inheritdoc cref="SessionGetInputName"/>
    public static nint SessionGetOutputName(nint session, nuint index, out nint name) => Named(37, session, index, out name);

    public static nint CreateRunOptions(out nint options) => Create(39, out options);

    public static nint RunOptionsSetTerminate(nint options) => ((delegate* unmanaged[Cdecl]<nint, nint>)Slot(46))(options);

    public static nint CreateTensorWithDataAsOrtValue(nint memory, void* data, nuint bytes, long* shape, nuint rank, int type, out nint value)
    {
        fixed (nint* created = &value)
        {
            return ((delegate* unmanaged[Cdecl]<nint, void*, nuint, long*, nuint, int, nint*, nint>)Slot(49))(
                memory, data, bytes, shape, rank, type, created);
        }
    }

    public static nint GetTensorMutableData(nint value, out nint data) => Get(51, value, out data);

    /// <summary>The result belongs to <paramref name="typeInfo"/> and is null for anything that is no tensor.</summary>
    public static nint CastTypeInfoToTensorInfo(nint typeInfo, out nint tensorInfo) => Get(55, typeInfo, out tensorInfo);

    public static nint GetTensorElementType(nint tensorInfo, out int type)
    {
        fixed (int* result = &type)
        {
            return ((delegate* unmanaged[Cdecl]<nint, int*, nint>)Slot(60))(tensorInfo, result);
        }
    }

    public static nint GetDimensionsCount(nint tensorInfo, out nuint count) => Count(61, tensorInfo, out count);

    public static nint GetDimensions(nint tensorInfo, long* values, nuint count) =>
        ((delegate* unmanaged[Cdecl]<nint, long*, nuint, nint>)Slot(62))(tensorInfo, values, count);

    public static nint GetTensorTypeAndShape(nint value, out nint tensorInfo) => Get(65, value, out tensorInfo);

    public static nint SessionGetModelMetadata(nint session, out nint metadata) => Get(111, session, out metadata);

    /// <summary>The value must be given back with <see cref="FreeText"/>; null when there is none.</summary>
    public static nint ModelMetadataLookupCustomMetadataMap(nint metadata, byte* key, out nint value)
    {
        fixed (nint* found = &value)
        {
            return ((delegate* unmanaged[Cdecl]<nint, nint, byte*, nint*, nint>)Slot(116))(metadata, DefaultAllocator(), key, found);
        }
    }

    public static nint AddSessionConfigEntry(nint options, byte* key, byte* value) =>
        ((delegate* unmanaged[Cdecl]<nint, byte*, byte*, nint>)Slot(130))(options, key, value);

    public static nint AddRunConfigEntry(nint options, byte* key, byte* value) =>
        ((delegate* unmanaged[Cdecl]<nint, byte*, byte*, nint>)Slot(165))(options, key, value);

    public static void ReleaseSession(nint session) => Release(95, session);

    public static void ReleaseValue(nint value) => Release(96, value);

    public static void ReleaseRunOptions(nint options) => Release(97, options);

    public static void ReleaseTypeInfo(nint info) => Release(98, info);

    public static void ReleaseTensorTypeAndShapeInfo(nint info) => Release(99, info);

    public static void ReleaseSessionOptions(nint options) => Release(100, options);

    public static void ReleaseModelMetadata(nint metadata) => Release(118, metadata);

    public static void FreeText(nint text) =>
        Check(((delegate* unmanaged[Cdecl]<nint, nint, nint>)Slot(76))(DefaultAllocator(), text), "AllocatorFree");

    private static nint Slot(int number) => ((nint*)s_api.Value)[number];

    private static nint Create(int slot, out nint created)
    {
        fixed (nint* result = &created)
        {
            return ((delegate* unmanaged[Cdecl]<nint*, nint>)Slot(slot))(result);
        }
    }

    private static nint Get(int slot, nint from, out nint found)
    {
        fixed (nint* result = &found)
        {
            return ((delegate* unmanaged[Cdecl]<nint, nint*, nint>)Slot(slot))(from, result);
        }
    }

    private static nint Count(int slot, nint from, out nuint count)
    {
        fixed (nuint* result = &count)
        {
            return ((delegate* unmanaged[Cdecl]<nint, nuint*, nint>)Slot(slot))(from, result);
        }
    }

    private static nint Indexed(int slot, nint from, nuint index, out nint found)
    {
        fixed (nint* result = &found)
        {
            return ((delegate* unmanaged[Cdecl]<nint, nuint, nint*, nint>)Slot(slot))(from, index, result);
        }
    }

    private static nint Named(int slot, nint from, nuint index, out nint name)
    {
        fixed (nint* result = &name)
        {
            return ((delegate* unmanaged[Cdecl]<nint, nuint, nint, nint*, nint>)Slot(slot))(from, index, DefaultAllocator(), result);
        }
    }

    private static void Release(int slot, nint value) => ((delegate* unmanaged[Cdecl]<nint, void>)Slot(slot))(value);

    private static nint DefaultAllocator()
    {
        Check(Create(78, out nint allocator), "GetAllocatorWithDefaultOptions");
        return allocator;
    }

    private static nint LoadBase()
    {
        nint library = NativeLibraries.LoadOnnxRuntime();
        if (!NativeLibrary.TryGetExport(library, "OrtGetApiBase", out nint export))
        {
            throw new NativeOcrException("OrtGetApiBase", 0, "the library given as ONNX Runtime does not have this function");
        }

        return ((delegate* unmanaged[Cdecl]<nint>)export)();
    }

    private static nint LoadApi()
    {
        // An older library answers null, and writes to stderr: its version is judged first, so that the message is ours.
        NativeLibrarySpec.OnnxRuntime.Require(Version());
        nint api = ((delegate* unmanaged[Cdecl]<uint, nint>)((nint*)s_base.Value)[0])(ApiVersion);
        return api != 0 ? api : throw new NativeOcrException("GetApi", 0, $"version {ApiVersion} of the interface is not offered");
    }

    private static nint CreateEnvironment()
    {
        nint environment;
        fixed (byte* name = "ocr"u8)
        {
            Check(((delegate* unmanaged[Cdecl]<int, byte*, nint*, nint>)Slot(3))(LogError, name, &environment), "CreateEnv");
        }

        Check(((delegate* unmanaged[Cdecl]<nint, nint>)Slot(6))(environment), "DisableTelemetryEvents");
        return environment;
    }

    private static nint CreateCpuMemory()
    {
        nint memory;
        Check(((delegate* unmanaged[Cdecl]<int, int, nint*, nint>)Slot(69))(DeviceAllocator, MemoryDefault, &memory), "CreateCpuMemoryInfo");
        return memory;
    }
}
