using System.Text;
using System.Text.Json;
using OcrService.Api.Contract;
using OcrService.Documents;

namespace OcrService.Battery.Fuzzing.Targets;

/// <summary>
/// The reader of request bodies: one of its three faults or a request, and the same picture text and url that a plain JSON parser finds.
/// </summary>
internal sealed class JsonTarget() : FuzzTarget("json", new MarkedText("{}[]\",:\\"), [.. Bodies.Select(Encoding.UTF8.GetBytes)], maxLength: 16 * 1024)
{
    private const int MaxImageText = 8 * 1024;

    private static readonly Parameter[] Parameters =
    [
        new SwitchParameter("detect_direction", absent: false, "A switch."),
        new ChoiceParameter("side", ["front", "back"], "A choice."),
        new ChoicesParameter("extract_type", ["contact_info", "image_size"], "Several choices."),
    ];

    private static readonly string[] Bodies =
    [
        """{"image":"aGVsbG8=","detect_direction":true,"extract_type":["contact_info","image_size"]}""",
        """{"url":"https:\/\/images.example.com\/a.png","side":"front"}""",
        """{ "image" : "a\u002Bb\/cDEF==" , "other" : {"deep":[[[{"a":[1,-2.5e300,null,false]}]]]} , "side" : null }""",
        """{"image":null,"url":"http://a.example/","image":"QUJD","url":null}""",
        """{"\u0069mage":"QUJD","side":"b\u0061ck","text":"\ud83d\ude00 \u0000 é 图"}""",
        """{"image":"","url":"","n":12345678901234567890123456789012345678901234567890}""",
        "[]", "\"text\"", "null", "{}", "", " \t\r\n{}\n", "\uFEFF{}",
        "{\"a\":" + new string('[', 60) + new string(']', 60) + "}",
    ];

    public override string Run(byte[] input)
    {
        Plain? expected = Parse(input);
        Outcome<OcrRequest> outcome = RequestReader.Read(input.AsMemory().ToArray(), Parameters, MaxImageText);
        if (!outcome.Succeeded(out OcrRequest? request, out Fault? fault))
        {
            DefectException.Unless(
                fault == RequestFaults.NotJson || fault == RequestFaults.InvalidParameter || fault == RequestFaults.ImageTextTooLong, $"the fault {fault.Name}");
            DefectException.Unless(fault == RequestFaults.ImageTextTooLong || (fault == RequestFaults.NotJson) == (expected is null), "another parser disagrees whether this is a JSON object");
            return fault.Name;
        }

        if (expected is null) throw new DefectException("taken for a JSON object");
        DefectException.Unless(request.Image.IsEmpty != string.IsNullOrEmpty(request.Url), "not exactly one of image and url");
        DefectException.Unless(request.Url == (request.Image.IsEmpty ? expected.Url : null), "another url");
        DefectException.Unless(request.Image.IsEmpty || !expected.IsBase64 || Encoding.UTF8.GetString(request.Image.Span) == expected.Image, "another picture text");
        return request.Image.IsEmpty ? "url" : "image";
    }

    /// <summary>What the framework's document parser says; null when the input is no JSON object.</summary>
    private static Plain? Parse(byte[] input)
    {
        try
        {
            using var document = JsonDocument.Parse(input);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return null;
            string? image = null, url = null;
            foreach (JsonProperty member in document.RootElement.EnumerateObject())
            {
                if (IsName(member, "image")) image = Text(member.Value);
                else if (IsName(member, "url")) url = Text(member.Value);
            }

            return new Plain(image, url);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsName(JsonProperty member, string name)
    {
        try
        {
            return member.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair.
            return false;
        }
    }

    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or no UTF-8.
            return null;
        }
    }

    private sealed record Plain(string? Image, string? Url)
    {
        /// <summary>Only then is the text defined: other escapes stay as they came and are refused later.</summary>
        public bool IsBase64 => Image is not null && Image.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '=');
    }
}
