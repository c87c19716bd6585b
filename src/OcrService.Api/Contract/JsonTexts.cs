using System.Text;
using System.Text.Json;

namespace OcrService.Api.Contract;

/// <summary>Compares the text that a JSON reader stands on, a name or a value, without making a string of it.</summary>
internal static class JsonTexts
{
    /// <summary>Whether it is this text. Half a surrogate pair is well-formed JSON but no text, so it is none; the reader itself would throw.</summary>
    public static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        try
        {
            return reader.ValueTextEquals(text);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Which of the texts the value is; null when it is none of them or no text at all.</summary>
    public static string? Match(ref Utf8JsonReader reader, IReadOnlyList<string> allowed)
    {
        if (reader.TokenType != JsonTokenType.String)
            return null;

        foreach (string text in allowed)
        {
            if (Is(ref reader, Encoding.UTF8.GetBytes(text)))
                return text;
        }

        return null;
    }
}
