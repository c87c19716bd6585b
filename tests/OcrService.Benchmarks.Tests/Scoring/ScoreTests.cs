using OcrService.Benchmarks.Scoring;

namespace OcrService.Benchmarks.Tests.Scoring;

public sealed class ScoreTests
{
    private const string Zone1 = "P<UTOSPECIMENSEN<<TEST<ALPHA<<<<<<<<<<<<<<<<";
    private const string Zone2 = "ZE000509<9UTO9001011F3501014<<<<<<<<<<<<<<<8";

    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("flaw", "lawn", 2)]
    [InlineData("abcabc", "abc", 3)]
    [InlineData("same", "same", 0)]
    public void Distance_counts_the_fewest_edits(string a, string b, int edits) =>
        EditDistance.Between(ScoredText.Of(a), ScoredText.Of(b)).ShouldBe(edits);

    [Fact]
    public void One_wrong_character_of_six_costs_a_sixth_and_the_line()
    {
        Score score = Score.OfText(["中国农业银行"], ["中国农业很行"], [], anyOrder: false);
        score.CharacterAccuracy!.Value.ShouldBe(5.0 / 6, 1e-9);
        score.LineRecall.ShouldBe(0);
    }

    [Fact]
    public void A_similarity_of_nine_tenths_still_finds_the_line() =>
        Score.OfText(["abcdefghij"], ["abcdefghiX"], [], anyOrder: false).LineRecall.ShouldBe(1);

    [Fact]
    public void Order_counts_only_where_there_is_one()
    {
        Score.OfText(["ABC", "DEF"], ["DEF", "ABC"], [], anyOrder: false).Edits.ShouldBeGreaterThan(0);
        Score.OfText(["ABC", "DEF"], ["DEF", "ABC"], [], anyOrder: true).Edits.ShouldBe(0);
    }

    [Fact]
    public void An_ignored_text_costs_nothing_but_never_takes_the_place_of_a_wanted_one()
    {
        Score score = Score.OfText(["TOTAL", "$60.44"], ["TOTAL", "$60.44", "CASH", "$60.44"], ["CASH", "$60.44"], anyOrder: false);
        score.Edits.ShouldBe(0);
        score.ReadLines.ShouldBe(2);
        score.MatchedLines.ShouldBe(2);
    }

    [Fact]
    public void Nothing_read_scores_zero_and_so_does_far_too_much()
    {
        Score.OfText(["abc"], [], [], anyOrder: false).CharacterAccuracy.ShouldBe(0);
        Score.OfText(["ab"], ["abxxxxxxxx"], [], anyOrder: false).CharacterAccuracy.ShouldBe(0);
    }

    [Fact]
    public void The_sum_weighs_by_characters()
    {
        Score sum = Score.OfText(["ab"], [], [], anyOrder: false) + Score.OfText(["abcdefgh"], ["abcdefgh"], [], anyOrder: false);
        sum.CharacterAccuracy!.Value.ShouldBe(0.8, 1e-9);
        sum.Pictures.ShouldBe(2);
    }

    [Fact]
    public void The_zone_is_found_among_other_lines_in_any_case_and_spacing()
    {
        Score score = Score.OfMrz([Zone1, Zone2], ["UTOPIA", Zone1.Replace("<<TEST", " <<TEST", StringComparison.Ordinal), Zone2.ToLowerInvariant()]);
        score.MrzLineExact.ShouldBe(1);
        score.MrzDocumentExact.ShouldBe(1);
    }

    [Fact]
    public void One_wrong_letter_spoils_its_line_and_the_document()
    {
        Score score = Score.OfMrz([Zone1, Zone2], [Zone1, Zone2.Replace("ZE000", "ZEO00", StringComparison.Ordinal)]);
        (score.MrzLinesExact, score.MrzDocumentsExact, score.Edits).ShouldBe((1, 0, 1));
    }

    [Fact]
    public void A_read_line_serves_one_true_line_only() => Score.OfMrz([Zone1, Zone1], [Zone1]).MrzLinesExact.ShouldBe(1);
}
