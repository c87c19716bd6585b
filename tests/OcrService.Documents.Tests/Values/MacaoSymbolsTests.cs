using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class MacaoSymbolsTests
{
    [Theory]
    [InlineData("ASM", "ASM", true)]
    [InlineData("CF", "CF", true)]
    [InlineData("A5M", "ASM", true)]
    [InlineData("0SF", "DSF", true)]
    [InlineData("8SM", "BSM", true)]
    [InlineData("A S M", "ASM", true)]
    [InlineData("代碼 Código\nASM", "ASM", true)]
    [InlineData("ASP", "ASF", true)]
    [InlineData("AT", "AT", false)]
    public void Codes_are_made_legal(string text, string symbols, bool valid)
    {
        MacaoSymbols.Parse(text).ShouldBe(symbols);
        MacaoSymbols.IsValid(symbols).ShouldBe(valid);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ASMM")]
    [InlineData("XSM")]
    [InlineData("01-01-1990")]
    [InlineData("A")]
    public void Everything_else_is_null(string text) => MacaoSymbols.Parse(text).ShouldBeNull();
}
