using CsCheck;
using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class CheckDigitsTests
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";

    [Theory]
    [InlineData("900101", '1')]
    [InlineData("ZE000509<", '9')]
    [InlineData("L898902C3", '6')]
    [InlineData("ZE0005090001", '0')]
    [InlineData("", '0')]
    public void Icao9303_agrees_with_published_examples(string text, char digit) => CheckDigits.Icao9303(text).ShouldBe(digit);

    [Theory]
    [InlineData("L89890-C3")]
    [InlineData("l898902")]
    public void Icao9303_knows_its_alphabet_only(string text) => CheckDigits.Icao9303(text).ShouldBeNull();

    [Fact]
    public void Icao9303_notices_every_change_of_one_character_but_those_that_differ_by_a_multiple_of_ten()
    {
        Gen<char> character = Gen.Int[0, Alphabet.Length - 1].Select(i => Alphabet[i]);
        Gen.Select(Gen.String[character, 1, 30], Gen.Int[0, 29], character).Sample((text, at, other) =>
        {
            at %= text.Length;
            string changed = text[..at] + other + text[(at + 1)..];
            bool blind = (CheckDigits.Icao9303Value(text[at]) - CheckDigits.Icao9303Value(other)) % 10 == 0;
            return CheckDigits.Icao9303(text) == CheckDigits.Icao9303(changed) == blind;
        });
    }
}
