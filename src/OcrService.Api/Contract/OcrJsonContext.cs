using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OcrService.Api.Contract;

/// <summary>Source-generated JSON of every response that has a type of its own.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(WebImageResponse))]
[JsonSerializable(typeof(HealthResponse))]
internal sealed partial class OcrJsonContext : JsonSerializerContext
{
    /// <summary>
    /// How answers are written. The relaxed encoder leaves Chinese text and the MRZ's angle brackets as they are; that is safe
    /// because answers are never embedded in a page and always carry a JSON content type.
    /// </summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
