using OcrService.Documents;

namespace OcrService.Api.Contract;

/// <summary>Failures of the service itself.</summary>
internal static class ServiceFaults
{
    /// <summary>A bug or a broken machine; the log has the story under the request's id.</summary>
    public static readonly Fault Internal = new("service.internal");
}
