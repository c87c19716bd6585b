using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using OcrService.Api.Telemetry;
using OcrService.Documents;

namespace OcrService.Api.Contract;

/// <summary>The one place where a fault becomes a response.</summary>
internal static class ErrorResponses
{
    /// <summary>Answers with the fault's row of the <see cref="ErrorCatalogue"/> in the documented envelope.</summary>
    /// <param name="context">The request.</param>
    /// <param name="fault">What went wrong.</param>
    /// <param name="blank">What stands for <see cref="ErrorEntry.Blank"/> in the message.</param>
    public static Task WriteFaultAsync(this HttpContext context, Fault fault, string? blank = null)
    {
        ErrorEntry entry = ErrorCatalogue.For(fault);
        RequestNotes.Of(context).Refused(entry);
        string message = blank is null ? entry.Message : entry.Message.Replace(ErrorEntry.Blank, blank, StringComparison.Ordinal);
        if (context.GetEndpoint()?.Metadata.GetMetadata<IamEnvelope>() is not null)
            return context.WriteJsonAsync(entry.Status, IamErrorResponse.Of(entry.Status, message), OcrJsonContext.Default.IamErrorResponse);

        var body = new ErrorResponse
        {
            ErrorCode = entry.Code,
            ErrorMsg = message,
            RequestId = entry.CarriesRequestId ? context.TraceIdentifier : null,
        };
        return context.WriteJsonAsync(entry.Status, body, OcrJsonContext.Default.ErrorResponse);
    }

    /// <summary>Answers with a value, under the content type that every answer of the API has.</summary>
    public static Task WriteJsonAsync<T>(this HttpContext context, int status, T value, JsonTypeInfo<T> type) =>
        context.WriteJsonAsync(status, JsonSerializer.SerializeToUtf8Bytes(value, type));

    /// <summary>Answers with finished JSON, under the content type that every answer of the API has.</summary>
    public static async Task WriteJsonAsync(this HttpContext context, int status, ReadOnlyMemory<byte> json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=UTF-8";
        context.Response.ContentLength = json.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }
}

/// <summary>Marks endpoints of IAM, whose errors have another envelope (contract section 4.1).</summary>
internal sealed class IamEnvelope
{
    public static readonly IamEnvelope Instance = new();
}

/// <summary>IAM's error envelope.</summary>
internal sealed record IamErrorResponse
{
    public required IamError Error { get; init; }

    public static IamErrorResponse Of(int status, string message) =>
        new() { Error = new IamError { Code = status, Message = message, Title = ReasonPhrases.GetReasonPhrase(status) } };
}

internal sealed record IamError
{
    public required int Code { get; init; }

    public required string Message { get; init; }

    public required string Title { get; init; }
}
