using OcrService.Recognition.Reading;

namespace OcrService.Recognition.Tests.Reading;

public sealed class WordSpacingTests
{
    private const int Height = 48;

    [Theory]
    [InlineData("ab", 4, "ab")]
    [InlineData("ab", 16, "a b")]
    [InlineData("中文", 16, "中文")]
    [InlineData("a中", 16, "a中")]
    public void A_wide_gap_between_latin_letters_is_a_space(string letters, int gap, string expected) =>
        Read(letters, [gap]).ShouldBe(expected);

    [Fact]
    public void Letters_set_wide_apart_are_still_one_word() => Read("TITLE", [14, 13, 14, 13]).ShouldBe("TITLE");

    [Fact]
    public void Every_word_gap_of_a_line_is_found() => Read("thisisit", [3, 4, 3, 15, 4, 14, 3]).ShouldBe("this is it");

    private static string Read(string letters, int[] gaps)
    {
        const int letter = 18;
        int width = 10 + (letters.Length * letter) + gaps.Sum() + 10;
        float[] plane = new float[Height * width];
        Array.Fill(plane, 1f);
        List<ReadSymbol> symbols = [];
        int x = 10;
        for (int i = 0; i < letters.Length; i++)
        {
            for (int column = x; column < x + letter; column++)
            {
                for (int y = 12; y < 36; y++)
                    plane[(y * width) + column] = -1;
            }

            symbols.Add(new ReadSymbol(letters[i].ToString(), 0.9f, (x + (letter / 2f)) / width));
            x += letter + (i < gaps.Length ? gaps[i] : 0);
        }

        return LineReading.Of(WordSpacing.Insert(symbols, plane, width, Height)).Text;
    }
}
