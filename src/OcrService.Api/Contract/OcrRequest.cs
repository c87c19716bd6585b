namespace OcrService.Api.Contract;

/// <summary>A request body that passed the parameter checks: exactly one of <see cref="Image"/> and <see cref="Url"/> is set.</summary>
internal sealed class OcrRequest
{
    private readonly IReadOnlyDictionary<Parameter, object?> _values;

    public OcrRequest(Memory<byte> image, string? url, IReadOnlyDictionary<Parameter, object?> values)
    {
        Image = image;
        Url = url;
        _values = values;
    }

    /// <summary>The Base64 text, JSON escapes undone: a slice of the request's body, valid as long as that is. Empty when a url is given.</summary>
    public Memory<byte> Image { get; }

    public string? Url { get; }

    /// <summary>The parameter's value in this request.</summary>
    public T Of<T>(Parameter<T> parameter) => _values.TryGetValue(parameter, out object? value) ? (T)value! : parameter.Absent;
}
