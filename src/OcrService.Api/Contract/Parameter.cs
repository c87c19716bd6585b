using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace OcrService.Api.Contract;

/// <summary>
/// One optional member of a request body beside image and url, as data: the reader checks requests with it and the API document
/// describes it.
/// </summary>
internal abstract class Parameter(string name, string description)
{
    private readonly byte[] _utf8Name = Encoding.UTF8.GetBytes(name);

    public string Name => name;

    /// <summary>The name as it stands in a request.</summary>
    public ReadOnlySpan<byte> Utf8Name => _utf8Name;

    public string Description => description;

    /// <summary>Reads the JSON value the reader stands on (never null). False when its type or value is not allowed.</summary>
    public abstract bool TryRead(ref Utf8JsonReader reader, out object? value);
}

/// <summary>A parameter whose value has the type <typeparamref name="T"/>.</summary>
internal abstract class Parameter<T>(string name, T absent, string description) : Parameter(name, description)
{
    /// <summary>The value when the request does not say.</summary>
    public T Absent => absent;
}

/// <summary>A JSON boolean. Text and numbers are refused: a misspelled boolean must not pass as some default.</summary>
internal sealed class SwitchParameter(string name, bool absent, string description) : Parameter<bool>(name, absent, description)
{
    public override bool TryRead(ref Utf8JsonReader reader, out object? value)
    {
        value = reader.TokenType == JsonTokenType.True;
        return reader.TokenType is JsonTokenType.True or JsonTokenType.False;
    }
}

/// <summary>One of a few texts, letter case included; null when absent.</summary>
internal sealed class ChoiceParameter(string name, IReadOnlyList<string> allowed, string description) : Parameter<string?>(name, null, description)
{
    public IReadOnlyList<string> Allowed => allowed;

    public override bool TryRead(ref Utf8JsonReader reader, out object? value)
    {
        value = JsonTexts.Match(ref reader, allowed);
        return value is not null;
    }
}

/// <summary>A list of any of a few texts; repeated ones count once.</summary>
internal sealed class ChoicesParameter(string name, IReadOnlyList<string> allowed, string description)
    : Parameter<IReadOnlySet<string>>(name, FrozenSet<string>.Empty, description)
{
    public IReadOnlyList<string> Allowed => allowed;

    public override bool TryRead(ref Utf8JsonReader reader, out object? value)
    {
        value = null;
        if (reader.TokenType != JsonTokenType.StartArray)
            return false;

        var chosen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (JsonTexts.Match(ref reader, allowed) is not { } text)
                return false;

            chosen.Add(text);
        }

        value = chosen;
        return true;
    }
}
