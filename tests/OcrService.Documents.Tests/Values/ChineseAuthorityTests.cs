using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class ChineseAuthorityTests
{
    private const string Whole = "National Immigration Administration, P.R.China";

    [Theory]
    [InlineData("公安部出入境管理局\nMPS Exit & Entry Administration", "公安部出入境管理局", "MPS Exit & Entry Administration")]
    [InlineData("中华人民共和国国家移民管理局\nNational Immigration Administration, PRC", "中华人民共和国国家移民管理局", Whole)]
    [InlineData("中华人民共和国国家移民管理局\nNational mmigration Administration,", "中华人民共和国国家移民管理局", Whole)]
    [InlineData("国家移民管理局\nNational Immigration Administration, PRC", "中华人民共和国国家移民管理局", Whole)]
    [InlineData("国家移民管理局\nNational Immigration Administration", "国家移民管理局", "National Immigration Administration")]
    [InlineData("中华人民共和国国家移民管理局", "中华人民共和国国家移民管理局", Whole)]
    [InlineData("外交部", "外交部", "Ministry of Foreign Affairs")]
    [InlineData("某某局\nSome Office, P. R. C.", "某某局", "Some Office, P.R.China")]
    public void The_form_that_was_read_whole_says_which_authority_it_is(string text, string han, string latin) =>
        ChineseAuthority.Parse(text).ShouldBe(new ChineseAuthority(han, latin));
}
