using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OcrService.Documents;

namespace OcrService.Api.Endpoints;

/// <summary>Settings of the document endpoints, section <c>Documents</c>.</summary>
internal sealed class DocumentSettingsOptions
{
    public const string Section = "Documents";

    /// <summary>A document that covers a smaller part of the picture is refused with AIS.0104. Default 0.25.</summary>
    [Description("A document that covers a smaller part of the picture is refused with AIS.0104")]
    [Range(0.0, 1.0)]
    public float MinimumDocumentShare { get; set; } = 0.25f;

    public DocumentOptions ToDocumentOptions() => new() { MinimumDocumentShare = MinimumDocumentShare };
}
