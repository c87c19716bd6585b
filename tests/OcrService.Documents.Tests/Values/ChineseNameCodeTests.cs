using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class ChineseNameCodeTests
{
    [Theory]
    [InlineData("NBPJLBLOLCOC", "样本测", "twelve letters, as in passports and in CF")]
    [InlineData("NAOJLJLJMIML<<<<", "虚构人", "twelve letters of the sixteen of CR and CT")]
    [InlineData("NBPJLBLOLCOCMKNE", "样本测试", "all sixteen")]
    [InlineData("NBPJLBLOLCOCMKNENAOJ", "样本测试虚", "twenty")]
    [InlineData("NBPJLBLOLCOCA9", "样本测", "with the flag of a passport")]
    [InlineData("NAOJLJLJMIMLA<<UTO", "虚构人", "with the flag of CF")]
    [InlineData("<<<<<<<<<<<<<<<<", "", "no Han name")]
    [InlineData("002224290207", "", "telegraph codes")]
    [InlineData("NAOJLJ", "虚", "half a character")]
    [InlineData("AAAAAAAA", "", "no code of a character")]
    [InlineData("", "", "nothing")]
    public void A_name_is_decoded_as_far_as_its_code_goes(string code, string name, string because) =>
        ChineseNameCode.Decode(code).ShouldBe(name, because);

    [Fact]
    public void Encoding_undoes_decoding()
    {
        ChineseNameCode.Encode("虚构人").ShouldBe("NAOJLJLJMIML");
        ChineseNameCode.Encode("虚🙂").ShouldBeNull();
    }
}
