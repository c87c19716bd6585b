using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class MacaoNameTests
{
    [Theory]
    [InlineData("姓 Apelido(s)\n黎 LAI\n名 Nome(s)\n示例 SI LAI", "黎示例", "LAI SI LAI")]
    [InlineData("黎 LAI\n示例 SI LAI", "黎示例", "LAI SI LAI")]
    [InlineData("姓/Apelidos 黎\nLAI\n名/Nomes 示例\nSI LAI", "黎示例", "LAI SI LAI")]
    [InlineData("姓名 Nome\n黎示例\nLAI, SI LAI", "黎示例", "LAI SI LAI")]
    [InlineData("LAI,SI LAI", null, "LAI SI LAI")]
    [InlineData("L4I\nSI LAI", null, "LAI SI LAI")]
    [InlineData("SPECIMEN D'ALPHA", null, "SPECIMEN D'ALPHA")]
    [InlineData("黎示例", "黎示例", null)]
    [InlineData("姓名 Nome", null, null)]
    [InlineData("01-01-1990", null, null)]
    [InlineData("", null, null)]
    public void Both_parts_make_one_name(string text, string? han, string? latin)
    {
        MacaoName.Han(text).ShouldBe(han);
        MacaoName.Latin(text).ShouldBe(latin);
    }
}
