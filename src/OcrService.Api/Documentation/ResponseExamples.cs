using System.Text.Json;
using System.Text.Json.Nodes;
using OcrService.Api.Contract;
using OcrService.Api.Endpoints;
using OcrService.Documents;

namespace OcrService.Api.Documentation;

/// <summary>Examples of answers, all of made-up people.</summary>
internal static class ResponseExamples
{
    /// <summary>What the endpoint's example request could be answered with.</summary>
    public static JsonNode Of(OcrApi api) => api is CardApi card ? Of(card.Contract) : WebImage();

    public static JsonNode Of(ErrorEntry entry) => JsonSerializer.SerializeToNode(
        new ErrorResponse
        {
            ErrorCode = entry.Code,
            ErrorMsg = entry.Message,
            RequestId = entry.CarriesRequestId ? "5f0c6f0e-7f0b-4f8e-9b53-0c5d5f3a2b10-1768465800124-ocr-node-1" : null,
        },
        OcrJsonContext.Default.ErrorResponse)!;

    private static JsonObject Of(DocumentContract card)
    {
        var result = new JsonObject();
        var confidence = new JsonObject();
        foreach (WireField field in card.Fields.Where(f => f.Always))
        {
            result[field.Name] = Example(field);
            if (field.Example is not null)
                confidence[field.Name] = 0.9727;
        }

        if (card.ConfidenceWhen is null)
            result["confidence"] = confidence;
        return new JsonObject { ["result"] = result };
    }

    private static JsonNode Example(WireField field) => field switch
    {
        { Example: null } => new JsonObject(),
        { Kind: WireKind.Flag } => field.Example == "true",
        { Kind: WireKind.List } => new JsonArray([.. field.Example.Split('\n').Select(item => (JsonNode)item)]),
        _ => field.Example,
    };

    private static JsonNode WebImage() => JsonSerializer.SerializeToNode(
        new WebImageResponse
        {
            Result = new WebImageResult
            {
                WordsBlockCount = 2,
                WordsBlockList =
                [
                    new WordsBlock
                    {
                        Words = "SAMPLE SHOP",
                        Confidence = 0.9931,
                        Location = [[20, 30], [262, 30], [262, 62], [20, 62]],
                        FontList = ["Arial", "思源黑体", "黑体", "Inter", "Roboto"],
                        FontScores = [0.9102, 0.0344, 0.0187, 0.0121, 0.0083],
                    },
                    new WordsBlock
                    {
                        Words = "Open 9 to 5",
                        Confidence = 0.9885,
                        Location = [[20, 90], [223, 90], [223, 128], [20, 128]],
                        FontList = ["Arial", "Inter", "思源黑体", "黑体", "Roboto"],
                        FontScores = [0.8816, 0.0391, 0.0302, 0.0166, 0.0094],
                    },
                ],
                ExtractedData = new ExtractedData
                {
                    ContactInfo = new ContactInfo
                    {
                        Name = "李示例",
                        Phone = "13800000000",
                        Province = "广东省",
                        City = "深圳市",
                        District = "龙岗区",
                        DetailAddress = "样板路1号",
                    },
                    ImageSize = new ImageSize { Height = 150, Width = 400 },
                },
            },
        },
        OcrJsonContext.Default.WebImageResponse)!;
}
