using System.Text.Json.Nodes;
using OcrService.Benchmarks.Readers;

namespace OcrService.Benchmarks.Tests.Readers;

public sealed class WireFieldsTests
{
    [Fact]
    public void A_result_becomes_names_with_dots_and_text()
    {
        JsonObject result = JsonNode.Parse("""
            {
              "surname": ["PRUEBA", "EJEMPLO"], "permanent": true, "name": "", "sex": null,
              "extra_info": { "local_language": { "name": "示例" } },
              "portrait_location": [[1, 2]], "confidence": { "surname": 0.9 }
            }
            """)!.AsObject();

        WireFields.Of(result).ShouldBe(
            new Dictionary<string, string>
            {
                ["surname"] = "PRUEBA\nEJEMPLO",
                ["permanent"] = "true",
                ["name"] = "",
                ["extra_info.local_language.name"] = "示例",
            },
            ignoreOrder: true);
    }
}
