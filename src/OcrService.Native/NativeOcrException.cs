namespace OcrService.Native;

/// <summary>A native library refused a call, is missing, or is too old. For operators and logs; callers of the service see none of it.</summary>
public sealed class NativeOcrException : Exception
{
    public NativeOcrException()
        : this("unknown", 0, "The native call failed.")
    {
    }

    public NativeOcrException(string message)
        : this("unknown", 0, message)
    {
    }

    public NativeOcrException(string message, Exception innerException)
        : base(message, innerException)
    {
        Function = "unknown";
        NativeText = message;
    }

    /// <summary>A call that failed.</summary>
    /// <param name="function">C name of the function that failed.</param>
    /// <param name="code">Its return code; 0 where it has none.</param>
    /// <param name="nativeText">What the library said, or what is known in its place.</param>
    public NativeOcrException(string function, int code, string nativeText)
        : base($"{function}: {nativeText}" + (code == 0 ? "" : $" (code {code})"))
    {
        Function = function;
        Code = code;
        NativeText = nativeText;
    }

    /// <summary>C name of the function that failed.</summary>
    public string Function { get; }

    /// <summary>Its return code; 0 where it has none.</summary>
    public int Code { get; }

    /// <summary>What the library said.</summary>
    public string NativeText { get; }
}
