using System.Text;
using OcrService.Benchmarks.Load;
using OcrService.Benchmarks.Readers;

namespace OcrService.Benchmarks.Tests.Load;

public sealed class NumberedPictureTests
{
    [Fact]
    public void Pictures_of_a_run_have_numbers_of_their_own()
    {
        string[] numbers = [.. Enumerable.Range(0, 40).Select(i => NumberedPicture.Draw(i).Number)];

        numbers.ShouldBeUnique();
        numbers.ShouldAllBe(n => n.Length == 6 && n[0] != '0');
    }

    [Fact]
    public void Numbers_are_found_in_an_answer_and_nothing_else_is()
    {
        const string Json = """{"result":{"words_block_list":[{"words":"Picture 123456 row 1 of 7"},{"words":"Picture 1234567"},{"words":"x654321"}]}}""";

        NumberedPicture.NumbersIn(new WireAnswer(200, Encoding.UTF8.GetBytes(Json))).ShouldBe(["123456", "654321"], ignoreOrder: true);
        NumberedPicture.NumbersIn(new WireAnswer(429, "{\"error_code\":\"ModelArts.4401\"}"u8.ToArray())).ShouldBeEmpty();
    }
}
