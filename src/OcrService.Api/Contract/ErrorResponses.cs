using System.Text.Json;
using OcrService.Api.Telemetry;
using OcrService.Documents;

namespace OcrService.Api.Contract;

/// <summary>The one place where a fault becomes a response.</summary>
internal static class ErrorResponses
{
    /// <summary>Answers with the fault's row of the <see cref="ErrorCatalogue"/> in the documented envelope.</summary>
    public static Task WriteFaultAsync(this HttpContext context, Fault fault)
    {
        ErrorEntry entry = ErrorCatalogue.For(fault);
        RequestNotes.Of(context).Refused(fault, entry.Code);
        var body = new ErrorResponse
        {
            ErrorCode = entry.Code,
            ErrorMsg = entry.Message,
            RequestId = entry.CarriesRequestId ? context.TraceIdentifier : null,
        };
        return context.WriteJsonAsync(entry.Status, JsonSerializer.SerializeToUtf8Bytes(body, OcrJsonContext.Default.ErrorResponse));
    }

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
