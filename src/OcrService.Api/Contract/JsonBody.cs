using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OcrService.Documents;

namespace OcrService.Api.Contract;

/// <summary>Reads small JSON bodies of the accounts' endpoints, whatever content type they claim: clients of the cloud write <c>charset=utf8</c>.</summary>
internal static class JsonBody
{
    /// <summary>The value, or <see cref="RequestFaults.NotJson"/>.</summary>
    public static async Task<Outcome<T>> ReadAsync<T>(Stream body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : notnull
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(body, type, cancellationToken) is { } value ? value : RequestFaults.NotJson;
        }
        catch (JsonException)
        {
            return RequestFaults.NotJson;
        }
    }
}
