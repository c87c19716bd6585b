using System.Collections.Frozen;
using OcrService.Accounts;
using OcrService.Api.Intake;
using OcrService.Documents;
using OcrService.Recognition;
using OcrService.Recognition.Imaging;
using static OcrService.Api.Contract.ErrorCategory;

namespace OcrService.Api.Contract;

/// <summary>The one table from faults to what the caller sees. Every fault that any layer declares has exactly one row.</summary>
internal static class ErrorCatalogue
{
    private const string UnsupportedFormat = "The image format is not supported.";
    private const string UnsupportedPicture = "The image is not supported or the image quality is poor.";
    private const string UrlNotAllowed = "The URL is not allowed.";
    private const string DownloadFailed = "Obtaining the file from the URL failed.";

    private const string BadCredentials = "Incorrect IAM authentication information: ";

    /// <summary>All rows, in the order in which a request can meet them.</summary>
    public static IReadOnlyList<ErrorEntry> Entries { get; } =
    [
        new(RequestFaults.UnknownApi, "APIG.0101", 404, "The API does not exist or has not been published in the environment.", Request,
            "Unknown path or method, or the project id in the path is still a placeholder"),
        new(RequestFaults.Malformed, "APIG.0201", 400, "API request error.", Request, "The HTTP message is broken"),
        new(RequestFaults.UriTooLong, "APIG.0201", 414, "Request URI too large.", Request, "URI above 32 KB"),
        new(RequestFaults.HeadersTooLarge, "APIG.0201", 494, "Request headers too large.", Request, "One header above 32 KB or all above 128 KB"),
        new(RequestFaults.BodyTooLarge, "APIG.0201", 413, "Request entity too large.", Request, "Body above 12 MB"),
        new(AccountFaults.CredentialsMissing, "APIG.0301", 401, BadCredentials + "x-auth-token not found", Caller, "Neither a token nor a signature"),
        new(AccountFaults.TokenUnreadable, "APIG.0301", 401, BadCredentials + "decrypt token fail", Caller, "The token is not one of this service"),
        new(AccountFaults.TokenExpired, "APIG.0307", 401, "The token must be updated.", Caller, "The token is older than 24 hours"),
        new(AccountFaults.TokenRevoked, "APIG.0301", 401, BadCredentials + "token expires", Caller,
            "The token's user has a new password, or is disabled"),
        new(AccountFaults.KeyUnknown, "APIG.0301", 401, BadCredentials + "Get secretKey failed", Caller, "Unknown or disabled access key"),
        new(AccountFaults.KeyLocked, "APIG.0301", 401, BadCredentials + "AK access failed to reach the limit,forbidden", Caller,
            "Too many wrong signatures in a row from this address (`Lockout:*`)"),
        new(AccountFaults.SignatureInvalid, "APIG.0301", 401, BadCredentials + "verify aksk signature fail", Caller,
            "The signature is wrong, its date more than 15 minutes off, or it was used before"),
        new(AccountFaults.Throttled, "APIG.0308", 429, "The throttling threshold has been reached: policy user over ratelimit,limit:XXX,time:1 minute", Caller,
            "More calls of this user to this API in this minute than allowed"),
        new(AccountFaults.TokenWithoutProject, "ModelArts.0212", 401, "Invalid Token header. The Token not contain project item.", Caller,
            "The token is scoped to a domain"),
        new(AccountFaults.Denied, "ModelArts.4203", 401, "Access denied! You do not have permission.", Caller,
            "The project is not the caller's, or his role does not allow it"),
        new(AccountFaults.NotSubscribed, "ModelArts.4204", 400, "Request api error! The API XXX is not subscribed.", Caller, "The project has not enabled the API"),
        new(AccountFaults.QuotaExhausted, "ModelArts.4106", 400, "Invalid authorization request.", Caller,
            "Free allowance and packages are used up, and the project does not pay per use"),
        new(AccountFaults.Invalid, "IAM.0400", 400, "The request body is invalid", Caller, "Accounts only: a value that cannot be"),
        new(AccountFaults.PasswordWrong, "IAM.0401", 401, "The username or password is wrong.", Caller,
            "Accounts only; told for unknown, disabled and locked users too"),
        new(AccountFaults.NotFound, "IAM.0404", 404, "The requested resource could not be found.", Caller, "Accounts only"),
        new(AccountFaults.Exists, "IAM.0409", 409, "The name is already used.", Caller, "Accounts only"),
        new(AccountFaults.Busy, "IAM.0429", 429, "Too many requests.", Caller, "Accounts only: too many passwords are being checked"),
        new(RequestFaults.ImageTextTooLong, "ModelArts.4104", 413, "Invalid Request Content Length.", Request, "Base64 text above 10 MB"),
        new(RequestFaults.NotJson, "ModelArts.4105", 400, "The JSON format of the input data is incorrect.", Request, "The body is not a JSON object"),
        new(RequestFaults.InvalidParameter, "AIS.0101", 400, "The input parameter is invalid.", Request,
            "Wrong type or unknown value, both of image and url, or none of them"),

        new(UrlFaults.Malformed, "ModelArts.4601", 400, UrlNotAllowed, Url, "`url` is no http or https address"),
        new(UrlFaults.Forbidden, "ModelArts.4601", 400, UrlNotAllowed, Url, "`url`, or a redirect of it, leads to an address that may not be dialled"),
        new(UrlFaults.Failed, "ModelArts.4603", 400, DownloadFailed, Url, "The file's server cannot be reached or does not answer with the file"),
        new(UrlFaults.TooSlow, "ModelArts.4603", 400, DownloadFailed, Url, "The download takes longer than allowed"),
        new(UrlFaults.TooManyRedirects, "ModelArts.4603", 400, DownloadFailed, Url, "More redirects than allowed"),
        // The documented text speaks of the vendor's object store, but no other code tells the caller that the file behind the
        // address is too large; "download failed" would send him looking at his network.
        new(UrlFaults.TooLarge, "ModelArts.4705", 400, "The file stored on the OBS is oversized.", Url, "The file behind `url` is larger than allowed"),

        new(RequestFaults.NotBase64, "AIS.0102", 400, UnsupportedFormat, Image, "`image` is not plain Base64"),
        new(ImageFaults.UnknownFormat, "AIS.0102", 400, UnsupportedFormat, Image, "Not a picture of a format the endpoint accepts"),
        // A file that cannot be decoded is a matter of the file, so it is told as its format; AIS.0104 is kept for pictures that
        // open well and show something that cannot be read.
        new(ImageFaults.Corrupt, "AIS.0102", 400, UnsupportedFormat, Image, "The picture is damaged or uses a variant that cannot be decoded"),
        new(ImageFaults.SizeOutOfRange, "AIS.0103", 400, "The image size does not meet the requirements.", Image, "A side is too short or too long"),

        new(DocumentFaults.NotFound, "AIS.0104", 400, UnsupportedPicture, Image, "No document of the endpoint's kind on the picture, or it cannot be read"),
        new(DocumentFaults.TooSmall, "AIS.0104", 400, UnsupportedPicture, Image, "The document covers less of the picture than `Documents:MinimumDocumentShare`"),
        new(RecognitionFaults.Failed, "AIS.0105", 400, "Recognition failed.", Internal, "A model failed on this picture"),
        new(RecognitionFaults.Busy, "ModelArts.4401", 429, "Max concurrency error.", Capacity, "All workers run and the queue is full"),
        new(RecognitionFaults.Timeout, "ModelArts.4402", 504, "Backend service timeout error.", Capacity, "Waiting and reading took longer than allowed"),
        new(RecognitionFaults.Stopping, "ModelArts.4403", 503, "Backend service unavailable error.", Capacity, "The service is shutting down"),
        new(AccountFaults.DatabaseAway, "ModelArts.4403", 503, "Backend service unavailable error.", Internal,
            "The accounts' database is away, and the caller was not seen lately or asks for more than a reading"),
        new(ServiceFaults.Internal, "ModelArts.4505", 500, "Backend service internal error.", Internal, "A bug or a broken machine"),
    ];

    private static readonly FrozenDictionary<Fault, ErrorEntry> ByFault = Entries.ToDictionary(e => e.Fault).ToFrozenDictionary();

    /// <summary>The fault's row; a fault without one is a bug and is told as the internal entry.</summary>
    public static ErrorEntry For(Fault fault) => ByFault.TryGetValue(fault, out ErrorEntry? entry) ? entry : ByFault[ServiceFaults.Internal];
}
