namespace OcrService.Native;

/// <summary>A loaded model.</summary>
internal sealed class OnnxSessionHandle(nint created) : CountedHandle(created, "CreateSessionFromArray")
{
    protected override void Free(nint created) => OnnxNative.ReleaseSession(created);
}

/// <summary>Settings of a model to be loaded.</summary>
internal sealed class OnnxSessionOptionsHandle(nint created) : CountedHandle(created, "CreateSessionOptions")
{
    protected override void Free(nint created) => OnnxNative.ReleaseSessionOptions(created);
}

/// <summary>Settings of one run, and the switch that ends it.</summary>
internal sealed class OnnxRunOptionsHandle(nint created) : CountedHandle(created, "CreateRunOptions")
{
    protected override void Free(nint created) => OnnxNative.ReleaseRunOptions(created);
}

/// <summary>A tensor.</summary>
internal sealed class OnnxValueHandle(nint created, string function) : CountedHandle(created, function)
{
    protected override void Free(nint created) => OnnxNative.ReleaseValue(created);
}

/// <summary>What a model says about one input or output.</summary>
internal sealed class OnnxTypeInfoHandle(nint created) : CountedHandle(created, "SessionGetTypeInfo")
{
    protected override void Free(nint created) => OnnxNative.ReleaseTypeInfo(created);
}

/// <summary>Type and shape of a tensor.</summary>
internal sealed class OnnxTensorInfoHandle(nint created) : CountedHandle(created, "GetTensorTypeAndShape")
{
    protected override void Free(nint created) => OnnxNative.ReleaseTensorTypeAndShapeInfo(created);
}

/// <summary>Texts that travel inside a model file.</summary>
internal sealed class OnnxMetadataHandle(nint created) : CountedHandle(created, "SessionGetModelMetadata")
{
    protected override void Free(nint created) => OnnxNative.ReleaseModelMetadata(created);
}
