using OcrService.Documents;

namespace OcrService.Api.Contract;

/// <summary>Why a request is refused before any picture is looked at.</summary>
internal static class RequestFaults
{
    /// <summary>No such path, no such method on it, or the project's place in the path was left unfilled.</summary>
    public static readonly Fault UnknownApi = new("request.unknown_api");

    /// <summary>The HTTP message itself is broken, for example a chunk without its length.</summary>
    public static readonly Fault Malformed = new("request.malformed");

    public static readonly Fault BodyTooLarge = new("request.body_too_large");

    public static readonly Fault UriTooLong = new("request.uri_too_long");

    public static readonly Fault HeadersTooLarge = new("request.headers_too_large");

    /// <summary>The Base64 text of the picture is longer than allowed.</summary>
    public static readonly Fault ImageTextTooLong = new("request.image_text_too_long");

    /// <summary>The body is not a JSON object.</summary>
    public static readonly Fault NotJson = new("request.not_json");

    /// <summary>A member has the wrong type or an unknown value, or not exactly one of image and url is given.</summary>
    public static readonly Fault InvalidParameter = new("request.invalid_parameter");

    /// <summary>The picture's text is not Base64.</summary>
    public static readonly Fault NotBase64 = new("request.not_base64");
}
