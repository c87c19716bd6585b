using OcrService.Benchmarks.Reports;

namespace OcrService.Benchmarks.Tests.Reports;

public sealed class MarkedDocumentTests
{
    private const string Document = "before\n<!-- one:begin -->\nold\n<!-- one:end -->\nbetween\n<!-- two:begin -->\n<!-- two:end -->\nafter\n";

    [Fact]
    public void A_part_is_replaced_and_the_rest_stays()
    {
        MarkedDocument.Replaced(Document, "one", "| new |\n\n")
            .ShouldBe("before\n<!-- one:begin -->\n| new |\n<!-- one:end -->\nbetween\n<!-- two:begin -->\n<!-- two:end -->\nafter\n");
        MarkedDocument.Replaced(Document, "two", "text").ShouldEndWith("between\n<!-- two:begin -->\ntext\n<!-- two:end -->\nafter\n");
    }

    [Theory]
    [InlineData("three")]
    [InlineData("on")]
    public void A_part_that_is_not_there_is_not_invented(string name) => MarkedDocument.Replaced(Document, name, "text").ShouldBeNull();
}
