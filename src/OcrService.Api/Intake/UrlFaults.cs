using OcrService.Documents;

namespace OcrService.Api.Intake;

/// <summary>Why a picture could not be fetched from its url.</summary>
internal static class UrlFaults
{
    /// <summary>Not an absolute http or https address of plain ASCII, or one with a user name in it.</summary>
    public static readonly Fault Malformed = new("url.malformed");

    /// <summary>The name leads to no address that may be dialled, or a redirect leaves https.</summary>
    public static readonly Fault Forbidden = new("url.forbidden");

    /// <summary>No connection, or an answer other than 200.</summary>
    public static readonly Fault Failed = new("url.failed");

    public static readonly Fault TooSlow = new("url.too_slow");

    public static readonly Fault TooManyRedirects = new("url.too_many_redirects");

    public static readonly Fault TooLarge = new("url.too_large");
}
