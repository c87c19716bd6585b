using OcrService.Documents;

namespace OcrService.Api.Tests.Support;

/// <summary>Results of extraction as the HTTP layer sees them.</summary>
internal static class CardResults
{
    public static DocumentResult Of(IReadOnlyList<ResultNode> nodes, IReadOnlyList<ResultScore> confidences) =>
        new("passport", "general", [], nodes, confidences, default);
}
