using System.Text.Json;
using System.Text.Json.Nodes;
using OcrService.Api.Contract;

namespace OcrService.Battery.Attacks;

/// <summary>What every answer must be, whatever was sent: documented, in its shape, and silent about the inside.</summary>
internal static class AnswerRules
{
    /// <summary>Words of stack traces, paths and the libraries' names.</summary>
    private static readonly string[] Leaks =
        ["   at ", "Exception", "OcrService", "Microsoft.", "System.", ".cs:line", ".dll", ".so", "/usr/", "/home/", "/tmp/", "/root/", "libpng", "leptonica", "<html"];

    /// <summary>What is wrong with the answer; null when nothing is.</summary>
    public static string? Complain(Answer answer)
    {
        if (Leaks.FirstOrDefault(l => answer.Body.Contains(l, StringComparison.OrdinalIgnoreCase)) is { } leak && answer.Status != 200) return $"tells of the inside: {leak}";
        if (answer.RequestId is not { Length: > 0 }) return "no X-Request-Id";
        if (answer.ContentType != "application/json; charset=UTF-8") return $"content type {answer.ContentType}";
        if (Parse(answer.Body) is not { } body) return "no JSON object";
        if (answer.Status == 200) return body.Select(m => m.Key).SequenceEqual(["result"]) ? null : "no result alone";
        if (answer.Status >= 500 && answer.Status != 503) return $"status {answer.Status}: {answer.Body}";
        return body.ContainsKey("error") ? ComplainOfIam(answer.Status, body) : ComplainOfFault(answer.Status, body);
    }

    private static string? ComplainOfFault(int status, JsonObject body)
    {
        string? code = Text(body["error_code"]), message = Text(body["error_msg"]);
        if (body.Any(m => m.Key is not ("error_code" or "error_msg" or "request_id"))) return "members beside the documented ones";
        return ErrorCatalogue.Entries.Any(e => e.Code == code && e.Status == status && (e.Message == message || e.Message.Contains(ErrorEntry.Blank, StringComparison.Ordinal)))
            ? null
            : $"status {status} with {code}, {message} is not in the catalogue";
    }

    private static string? ComplainOfIam(int status, JsonObject body) =>
        body["error"] is JsonObject error && error.Select(m => m.Key).SequenceEqual(["code", "message", "title"]) && error["code"]!.GetValue<int>() == status
            ? null
            : "not IAM's envelope";

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
