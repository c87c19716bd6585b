using System.Text.Json.Nodes;
using OcrService.Battery.Attacks;
using OcrService.Battery.CrossTalk;

namespace OcrService.Battery.Tests;

/// <summary>A swapped answer is seen as one, by the size and by the word.</summary>
public sealed class NumberedPictureTests
{
    [Fact]
    public void Its_own_answer_is_its_own()
    {
        for (int number = 0; number < 500; number++)
            new NumberedPicture(number).Judge(AnswerOf(new NumberedPicture(number))).ShouldBe(Verdict.Own);
    }

    [Fact]
    public void Each_others_answer_is_swapped()
    {
        NumberedPicture[] pictures = [.. Enumerable.Range(0, 300).Select(n => new NumberedPicture(n))];
        foreach (NumberedPicture picture in pictures)
        {
            foreach (NumberedPicture other in pictures.Where(o => o != picture))
                picture.Judge(AnswerOf(other)).ShouldBe(Verdict.Swapped);
        }
    }

    [Fact]
    public void The_word_alone_tells_most_of_the_swaps()
    {
        NumberedPicture[] pictures = [.. Enumerable.Range(0, 100).Select(n => new NumberedPicture(n))];
        int swapped = pictures.Sum(p => pictures.Count(o => o != p && p.Judge(AnswerOf(p, o.Word)) == Verdict.Swapped));

        swapped.ShouldBeGreaterThan(pictures.Length * (pictures.Length - 1) / 2);
    }

    [Fact]
    public void A_misread_letter_is_no_swap()
    {
        var picture = new NumberedPicture(4);

        picture.Judge(AnswerOf(picture, "?" + picture.Word[1..])).ShouldBe(Verdict.Misread);
    }

    [Fact]
    public void The_tally_counts_swaps_and_repeated_request_ids()
    {
        var tally = new CrossTalkTally();
        var answer = new Answer(200, "application/json; charset=UTF-8", "1", new JsonObject { ["result"] = AnswerOf(new NumberedPicture(8)) }.ToJsonString(), default);

        tally.Take(new NumberedPicture(8), isPassport: false, answer);
        tally.Take(new NumberedPicture(9), isPassport: false, answer);
        tally.Take(new NumberedPicture(10), isPassport: true, answer with { RequestId = "2" });

        (tally.Own, tally.Swapped).ShouldBe((1, 2));
        tally.Complaints.ShouldHaveSingleItem().ShouldContain("second time");
    }

    private static JsonObject AnswerOf(NumberedPicture picture, string? word = null) => new()
    {
        ["words_block_list"] = new JsonArray(new JsonObject { ["words"] = word ?? picture.Word }),
        ["extracted_data"] = new JsonObject { ["image_size"] = new JsonObject { ["width"] = picture.Width, ["height"] = picture.Height } },
    };
}
