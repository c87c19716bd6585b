using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace OcrService.Api.Intake;

/// <summary>How large an inline picture may be.</summary>
internal sealed class ImageIntakeOptions
{
    public const string Section = "ImageIntake";

    /// <summary>Default 10,485,760, the documented 10 MB.</summary>
    [Description("Most characters of Base64 text in `image`")]
    [Range(1024, 64 * 1024 * 1024)]
    public int MaxBase64Chars { get; set; } = 10 * 1024 * 1024;
}
