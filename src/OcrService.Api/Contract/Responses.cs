using System.ComponentModel;
using System.Text.Json.Serialization;

namespace OcrService.Api.Contract;

/// <summary>The error envelope.</summary>
internal sealed record ErrorResponse
{
    [Description("Error code, for example AIS.0103.")]
    public required string ErrorCode { get; init; }

    [Description("Error message that belongs to the code.")]
    public required string ErrorMsg { get; init; }

    [Description("Id of the request, with APIG codes only; the header X-Request-Id has it always.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RequestId { get; init; }
}

/// <summary>Answer of web-image.</summary>
internal sealed record WebImageResponse
{
    [Description("Recognition result; absent on failure.")]
    public required WebImageResult Result { get; init; }
}

internal sealed record WebImageResult
{
    [Description("Number of entries of words_block_list.")]
    public required int WordsBlockCount { get; init; }

    [Description("Text blocks in reading order: left to right, top to bottom. Empty when no text is found.")]
    public required IReadOnlyList<WordsBlock> WordsBlockList { get; init; }

    [Description("Structured items; the keys are exactly the requested extract_type values, {} when nothing was requested.")]
    public required ExtractedData ExtractedData { get; init; }
}

internal sealed record WordsBlock
{
    [Description("Text of the block.")]
    public required string Words { get; init; }

    [Description("Confidence of the block, 0 to 1, four decimals.")]
    public required double Confidence { get; init; }

    [Description("Four corners [x, y] in pixels, origin at the picture's top left corner, going round from the corner where the text begins.")]
    public required IReadOnlyList<IReadOnlyList<int>> Location { get; init; }

    [Description("Names of the five most similar fonts, best first; present with detect_font.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? FontList { get; init; }

    [Description("Probability of each entry of font_list in the same order, 0 to 1, four decimals; present with detect_font.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<double>? FontScores { get; init; }
}

internal sealed record ExtractedData
{
    [Description("Contact found in the text; present when requested.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ContactInfo? ContactInfo { get; init; }

    [Description("Pixel size of the picture; present when requested.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImageSize? ImageSize { get; init; }
}

/// <summary>A postal contact; what was not found is an empty string.</summary>
internal sealed record ContactInfo
{
    [Description("Person name.")]
    public required string Name { get; init; }

    [Description("Phone number.")]
    public required string Phone { get; init; }

    [Description("Province.")]
    public required string Province { get; init; }

    [Description("City.")]
    public required string City { get; init; }

    [Description("County or district.")]
    public required string District { get; init; }

    [Description("Rest of the address, without province, city and district.")]
    public required string DetailAddress { get; init; }
}

internal sealed record ImageSize
{
    [Description("Height in pixels.")]
    public required int Height { get; init; }

    [Description("Width in pixels.")]
    public required int Width { get; init; }
}

/// <summary>Answer of the health endpoints.</summary>
internal sealed record HealthResponse
{
    public required string Status { get; init; }
}
