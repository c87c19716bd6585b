using OcrService.Documents;

namespace OcrService.Api.Contract;

/// <summary>Whose business a failure is; the label under which failures are counted.</summary>
internal enum ErrorCategory
{
    /// <summary>The caller's message.</summary>
    Request,

    /// <summary>The caller himself: who he is, what he may do and has paid for.</summary>
    Caller,

    /// <summary>The caller's address of a picture, or the server behind it.</summary>
    Url,

    /// <summary>The picture.</summary>
    Image,

    /// <summary>More work than the service can take now.</summary>
    Capacity,

    /// <summary>The service.</summary>
    Internal,
}

/// <summary>One row of the <see cref="ErrorCatalogue"/>.</summary>
/// <param name="Fault">The failure as the layers name it.</param>
/// <param name="Code">The wire's <c>error_code</c>.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Message">The wire's <c>error_msg</c>; <see cref="Blank"/> in it is filled in.</param>
/// <param name="Category">Label for metrics.</param>
/// <param name="When">One line for the reader of the error table.</param>
internal sealed record ErrorEntry(Fault Fault, string Code, int Status, string Message, ErrorCategory Category, string When)
{
    /// <summary>Stands in a message for a number or name that is known only when the error happens.</summary>
    public const string Blank = "XXX";

    /// <summary>Whether the call is paid for. Failed calls are free, whatever the failure.</summary>
    public bool Billable { get; init; }

    /// <summary>Errors of the gateway's own range carry the request's id in the body too.</summary>
    public bool CarriesRequestId => Code.StartsWith("APIG.", StringComparison.Ordinal);
}
