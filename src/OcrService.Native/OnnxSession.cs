using System.Runtime.InteropServices;
using System.Text;

namespace OcrService.Native;

/// <summary>Name and shape of a model's input or output.</summary>
/// <param name="Name">Name in the model.</param>
/// <param name="Shape">Sizes of the dimensions, the outermost first; -1 where any size is taken.</param>
public sealed record OnnxTensorInfo(string Name, IReadOnlyList<long> Shape);

/// <summary>A loaded model with one input of 32-bit floats. One session serves all threads at once.</summary>
public sealed unsafe class OnnxSession : IDisposable
{
    /// <summary>
    /// Inputs of more floats than this make the run give its working memory back (16 MiB is above a detector's usual picture).
    /// Memory of ordinary runs stays with the session and is used again.
    /// </summary>
    private const long LargeInput = 4 << 20;

    private const int AllOptimizations = 99;

    private readonly OnnxSessionHandle _session;
    private readonly byte[] _inputName;
    private readonly byte[][] _outputNames;

    private OnnxSession(OnnxSessionHandle session)
    {
        _session = session;
        nint pointer = session.DangerousGetHandle();
        OnnxNative.Check(OnnxNative.SessionGetInputCount(pointer, out nuint inputs), nameof(OnnxNative.SessionGetInputCount));
        OnnxNative.Check(OnnxNative.SessionGetOutputCount(pointer, out nuint outputs), nameof(OnnxNative.SessionGetOutputCount));
        Inputs = [.. Enumerable.Range(0, (int)inputs).Select(i => Describe(pointer, (nuint)i, input: true))];
        Outputs = [.. Enumerable.Range(0, (int)outputs).Select(i => Describe(pointer, (nuint)i, input: false))];
        if (Inputs.Count == 0 || Outputs.Count == 0)
        {
            throw new NativeOcrException("SessionGetInputCount", 0, $"the model has {Inputs.Count} inputs and {Outputs.Count} outputs");
        }

        _inputName = ZeroEnded(Inputs[0].Name);
        _outputNames = [.. Outputs.Select(o => ZeroEnded(o.Name))];
    }

    /// <summary>The model's inputs. Only models with a single one can be run.</summary>
    public IReadOnlyList<OnnxTensorInfo> Inputs { get; }

    /// <summary>The model's outputs.</summary>
    public IReadOnlyList<OnnxTensorInfo> Outputs { get; }

    /// <summary>Loads a model.</summary>
    /// <param name="model">The ONNX file. It is not needed afterwards.</param>
    /// <param name="intraOpThreads">Threads that share the work of one run; the calling thread is one of them.</param>
    /// <exception cref="NativeOcrException">The library is missing, or the bytes are no model that it can run.</exception>
    public static OnnxSession Open(ReadOnlySpan<byte> model, int intraOpThreads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(intraOpThreads);
        OnnxNative.Check(OnnxNative.CreateSessionOptions(out nint created), nameof(OnnxNative.CreateSessionOptions));
        using var options = new OnnxSessionOptionsHandle(created);
        OnnxNative.Check(OnnxNative.SetIntraOpNumThreads(created, intraOpThreads), nameof(OnnxNative.SetIntraOpNumThreads));
        OnnxNative.Check(OnnxNative.SetInterOpNumThreads(created, 1), nameof(OnnxNative.SetInterOpNumThreads));
        OnnxNative.Check(
            OnnxNative.SetSessionGraphOptimizationLevel(created, AllOptimizations), nameof(OnnxNative.SetSessionGraphOptimizationLevel));

        // Patterns are remembered per input shape, and pictures come in every shape: the memory would only grow.
        OnnxNative.Check(OnnxNative.DisableMemPattern(created), nameof(OnnxNative.DisableMemPattern));
        fixed (byte* key = "session.intra_op.allow_spinning"u8, value = "0"u8)
        {
            OnnxNative.Check(OnnxNative.AddSessionConfigEntry(created, key, value), nameof(OnnxNative.AddSessionConfigEntry));
        }

        nint loaded;
        fixed (byte* bytes = model)
        {
            OnnxNative.Check(
                OnnxNative.CreateSessionFromArray(OnnxNative.Environment, bytes, (nuint)model.Length, created, out loaded),
                nameof(OnnxNative.CreateSessionFromArray));
        }

        var session = new OnnxSessionHandle(loaded);
        try
        {
            return new OnnxSession(session);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>A text that the model file carries under this key, or null. Some recognition models bring their alphabet so.</summary>
    public string? Metadata(string key)
    {
        using var use = new HandleUse(_session);
        OnnxNative.Check(OnnxNative.SessionGetModelMetadata(use.Pointer, out nint created), nameof(OnnxNative.SessionGetModelMetadata));
        using var metadata = new OnnxMetadataHandle(created);
        nint value;
        fixed (byte* name = ZeroEnded(key))
        {
            OnnxNative.Check(
                OnnxNative.ModelMetadataLookupCustomMetadataMap(created, name, out value),
                nameof(OnnxNative.ModelMetadataLookupCustomMetadataMap));
        }

        return value == 0 ? null : TakeText(value);
    }

    /// <summary>Runs the model and returns its first output.</summary>
    /// <inheritdoc cref="Run(ReadOnlyMemory{float}, ReadOnlySpan{int}, int, CancellationToken)"/>
    public OnnxTensor Run(ReadOnlyMemory<float> input, ReadOnlySpan<int> shape, CancellationToken token) => Run(input, shape, 0, token);

    /// <summary>Runs the model and returns one of its outputs. Any number of threads may call at once.</summary>
    /// <param name="input">The numbers, the last dimension running fastest. They are read in place and must not change meanwhile.</param>
    /// <param name="shape">Sizes of the dimensions; their product is the input's length.</param>
    /// <param name="output">Index into <see cref="Outputs"/>.</param>
    /// <param name="token">Ends the run between two operators of the model.</param>
    /// <exception cref="ArgumentException">The shape does not match the input's length.</exception>
    /// <exception cref="NativeOcrException">The model refuses the input, or fails, or its output is not float.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="token"/> was cancelled.</exception>
    public OnnxTensor Run(ReadOnlyMemory<float> input, ReadOnlySpan<int> shape, int output, CancellationToken token)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)output, (uint)_outputNames.Length, nameof(output));
        Span<long> sizes = stackalloc long[shape.Length];
        long length = 1;
        for (int i = 0; i < shape.Length; i++)
        {
            sizes[i] = shape[i];
            length = checked(length * shape[i]);
        }

        if (length != input.Length) throw new ArgumentException($"The shape has {length} numbers, the input {input.Length}.", nameof(shape));
        token.ThrowIfCancellationRequested();

        using var use = new HandleUse(_session);
        OnnxNative.Check(OnnxNative.CreateRunOptions(out nint created), nameof(OnnxNative.CreateRunOptions));
        using var options = new OnnxRunOptionsHandle(created);
        if (length > LargeInput) ShrinkAfterwards(created);

        using System.Buffers.MemoryHandle pinned = input.Pin();
        nint tensor;
        fixed (long* dimensions = sizes)
        {
            OnnxNative.Check(
                OnnxNative.CreateTensorWithDataAsOrtValue(
                    OnnxNative.CpuMemory, pinned.Pointer, (nuint)length * sizeof(float), dimensions, (nuint)sizes.Length,
                    OnnxNative.TensorElementFloat, out tensor),
                nameof(OnnxNative.CreateTensorWithDataAsOrtValue));
        }

        using var value = new OnnxValueHandle(tensor, nameof(OnnxNative.CreateTensorWithDataAsOrtValue));
        var result = new OnnxValueHandle(RunNative(use.Pointer, created, tensor, output, token), nameof(OnnxNative.Run));
        try
        {
            return new OnnxTensor(result);
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    /// <summary>Unloads the model once the runs in progress have ended.</summary>
    public void Dispose() => _session.Dispose();

    private static void ShrinkAfterwards(nint runOptions)
    {
        fixed (byte* key = "memory.enable_memory_arena_shrinkage"u8, arena = "cpu:0"u8)
        {
            OnnxNative.Check(OnnxNative.AddRunConfigEntry(runOptions, key, arena), nameof(OnnxNative.AddRunConfigEntry));
        }
    }

    private static OnnxTensorInfo Describe(nint session, nuint index, bool input)
    {
        OnnxNative.Check(
            input
                ? OnnxNative.SessionGetInputName(session, index, out nint text)
                : OnnxNative.SessionGetOutputName(session, index, out text),
            "SessionGetName");
        string name = TakeText(text);

        OnnxNative.Check(
            input
                ? OnnxNative.SessionGetInputTypeInfo(session, index, out nint created)
                : OnnxNative.SessionGetOutputTypeInfo(session, index, out created),
            "SessionGetTypeInfo");
        using var info = new OnnxTypeInfoHandle(created);
        OnnxNative.Check(OnnxNative.CastTypeInfoToTensorInfo(created, out nint tensor), nameof(OnnxNative.CastTypeInfoToTensorInfo));
        if (tensor == 0) return new OnnxTensorInfo(name, []);
        OnnxNative.Check(OnnxNative.GetDimensionsCount(tensor, out nuint rank), nameof(OnnxNative.GetDimensionsCount));
        long[] shape = new long[rank];
        fixed (long* values = shape)
        {
            OnnxNative.Check(OnnxNative.GetDimensions(tensor, values, rank), nameof(OnnxNative.GetDimensions));
        }

        return new OnnxTensorInfo(name, shape);
    }

    private static string TakeText(nint text)
    {
        try
        {
            return Marshal.PtrToStringUTF8(text) ?? "";
        }
        finally
        {
            OnnxNative.FreeText(text);
        }
    }

    private static byte[] ZeroEnded(string text) => Encoding.UTF8.GetBytes(text + '\0');

    private nint RunNative(nint session, nint options, nint input, int output, CancellationToken token)
    {
        nint result = 0;
        nint status;
        fixed (byte* inputName = _inputName, outputName = _outputNames[output])
        {
            byte* firstInput = inputName;
            byte* firstOutput = outputName;

            // Disposing the registration waits for a callback that is on its way, so the options outlive it.
            using (token.UnsafeRegister(static o => _ = OnnxNative.RunOptionsSetTerminate((nint)o!), options))
            using (ModelTime.Begin())
            {
                status = OnnxNative.Run(session, options, &firstInput, &input, 1, &firstOutput, 1, &result);
            }
        }

        try
        {
            OnnxNative.Check(status, nameof(OnnxNative.Run));
        }
        catch (NativeOcrException) when (token.IsCancellationRequested)
        {
            throw new OperationCanceledException(token);
        }

        return result;
    }

    /// <summary>Holds a handle open while its pointer is in use, so that disposing it elsewhere cannot free it under a running call.</summary>
    private ref struct HandleUse
    {
        private readonly CountedHandle _handle;
        private readonly bool _held;

        public HandleUse(CountedHandle handle)
        {
            _handle = handle;
            handle.DangerousAddRef(ref _held);
            Pointer = handle.DangerousGetHandle();
        }

        public nint Pointer { get; }

        public readonly void Dispose()
        {
            if (_held) _handle.DangerousRelease();
        }
    }
}
