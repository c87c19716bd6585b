using System.Text.Json.Nodes;
using OcrService.Api.Tests.Support;
using OcrService.Benchmarks.Scoring;
using OcrService.Specimens;
using OcrService.Specimens.Wearing;

namespace OcrService.Api.Tests.WholePath;

/// <summary>web-image over HTTP with the real models; every option by what it changes in the answer.</summary>
[Collection(WholePathRun.Name)]
public sealed class WholePathWebImageTests(WholeService service)
{
    /// <summary>A page of one column with a postal contact.</summary>
    private const int Seed = 1;

    private const double WellRead = 0.97;

    [Fact]
    public async Task Without_options_an_upright_page_is_read_in_order_and_nothing_is_extracted()
    {
        using Specimen page = TextPage.Render(Seed);

        JsonObject result = await service.ResultAsync(Service.WebImage, page.ToPng());

        result.Select(m => m.Key).ShouldBe(["words_block_count", "words_block_list", "extracted_data"]);
        result["extracted_data"].ShouldBeOfType<JsonObject>().ShouldBeEmpty();
        JsonArray blocks = result["words_block_list"].ShouldBeOfType<JsonArray>();
        result["words_block_count"]!.GetValue<int>().ShouldBe(blocks.Count);
        Accuracy(page.Truth, result).ShouldBeGreaterThan(WellRead);
        foreach (JsonNode? block in blocks)
        {
            block.ShouldBeOfType<JsonObject>().Select(m => m.Key).ShouldBe(["words", "confidence", "location"]);
            block["confidence"]!.GetValue<double>().ShouldBeInRange(0.5, 1);
            int[][] corners = [.. block["location"]!.AsArray().Select(c => c!.AsArray().Select(v => v!.GetValue<int>()).ToArray())];
            corners.Length.ShouldBe(4);
            corners.ShouldAllBe(c => c.Length == 2 && c[0] >= 0 && c[0] <= page.Bitmap.Width && c[1] >= 0 && c[1] <= page.Bitmap.Height);
            // Clockwise from the top left, as the text stands upright.
            (corners[0][0] < corners[1][0] && corners[3][0] < corners[2][0]).ShouldBeTrue(block.ToJsonString());
            (corners[0][1] < corners[3][1] && corners[1][1] < corners[2][1]).ShouldBeTrue(block.ToJsonString());
        }
    }

    [Fact]
    public async Task Extract_type_gives_exactly_what_was_asked_for()
    {
        using Specimen page = TextPage.Render(Seed);
        page.Truth.Fields.Count.ShouldBe(6);

        JsonObject both = await ExtractedAsync(page, "contact_info", "image_size");
        JsonObject size = await ExtractedAsync(page, "image_size");

        both.Select(m => m.Key).Order().ShouldBe(["contact_info", "image_size"]);
        both["contact_info"]!.AsObject().ToDictionary(m => m.Key, m => m.Value!.GetValue<string>()).ShouldBe(page.Truth.Fields, ignoreOrder: true);
        size.Select(m => m.Key).ShouldBe(["image_size"]);
        foreach (JsonObject data in new[] { both, size })
        {
            JsonObject measured = data["image_size"]!.AsObject();
            measured.Select(m => m.Key).Order().ShouldBe(["height", "width"]);
            (measured["width"]!.GetValue<int>(), measured["height"]!.GetValue<int>()).ShouldBe((page.Bitmap.Width, page.Bitmap.Height));
        }
    }

    [Fact]
    public async Task A_page_without_a_contact_has_six_empty_strings()
    {
        using Specimen page = TextPage.Render(5);
        page.Truth.Fields.ShouldBeEmpty();

        JsonObject data = await ExtractedAsync(page, "contact_info");

        data["contact_info"]!.AsObject().ToDictionary(m => m.Key, m => m.Value!.GetValue<string>())
            .ShouldBe(new[] { "name", "phone", "province", "city", "district", "detail_address" }.ToDictionary(k => k, _ => ""), ignoreOrder: true);
    }

    [Fact]
    public async Task Detect_direction_follows_the_page_and_detect_text_direction_only_its_lines()
    {
        using Specimen page = TextPage.Render(Seed);
        WornSpecimen upsideDown = Wear.Apply(page, new WearPlan { Turn = 180 }, Seed);

        JsonObject byPage = await ReadAsync(upsideDown, detectDirection: true, detectTextDirection: true);
        JsonObject byLine = await ReadAsync(upsideDown, detectDirection: false, detectTextDirection: true);
        JsonObject neither = await ReadAsync(upsideDown, detectDirection: false, detectTextDirection: false);

        // Upside down the last line of the page stands at the top, so only the page's own direction gives the right order.
        Accuracy(upsideDown.Truth, byPage).ShouldBeGreaterThan(WellRead);
        Accuracy(upsideDown.Truth, byLine, anyOrder: true).ShouldBeGreaterThan(WellRead);
        Accuracy(upsideDown.Truth, byLine).ShouldBeLessThan(0.6);
        Accuracy(upsideDown.Truth, neither, anyOrder: true).ShouldBeLessThan(0.3);

        // Where text begins is a corner of the uploaded picture: on the right and below.
        foreach (JsonNode? block in byPage["words_block_list"]!.AsArray())
            block!["location"]![0]![0]!.GetValue<int>().ShouldBeGreaterThan(block["location"]![1]![0]!.GetValue<int>());
    }

    [Fact]
    public async Task Detect_direction_straightens_a_slanting_page()
    {
        using Specimen page = TextPage.Render(Seed);
        WornSpecimen slanting = Wear.Apply(page, new WearPlan { Turn = 17 }, Seed);

        JsonObject straightened = await ReadAsync(slanting, detectDirection: true, detectTextDirection: true);

        Accuracy(slanting.Truth, straightened).ShouldBeGreaterThan(WellRead);
    }

    [Fact]
    public async Task Detect_font_adds_five_names_with_falling_probabilities_to_every_block_and_nothing_else()
    {
        using Specimen page = TextPage.Render(Seed);

        JsonObject without = await service.ResultAsync(Service.WebImage, page.ToPng());
        JsonObject with = await service.ResultAsync(Service.WebImage, page.ToPng(), new JsonObject { ["detect_font"] = true });

        foreach (JsonObject block in with["words_block_list"]!.AsArray().Select(b => b!.AsObject()))
        {
            block.Select(m => m.Key).ShouldBe(["words", "confidence", "location", "font_list", "font_scores"]);
            block["font_list"]!.AsArray().Select(n => n!.GetValue<string>()).Distinct().Count().ShouldBe(5);
            double[] scores = [.. block["font_scores"]!.AsArray().Select(s => s!.GetValue<double>())];
            scores.Length.ShouldBe(5);
            scores.ShouldBe(scores.OrderDescending());
            scores.ShouldAllBe(s => s >= 0 && s <= 1);
            scores.Sum().ShouldBeInRange(0.1, 1.001);
            block.Remove("font_list");
            block.Remove("font_scores");
        }

        with.ToJsonString().ShouldBe(without.ToJsonString());
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.95)]
    public async Task A_truncated_png_is_told_as_its_format(double part)
    {
        using Specimen page = TextPage.Render(Seed);
        byte[] file = page.ToPng();

        Answer answer = await service.PostAsync(Service.WebImage, file[..(int)(file.Length * part)]);

        answer.ShouldFail(400, "AIS.0102", "The image format is not supported.");
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once_and_the_ones_admitted_are_served()
    {
        const int sent = 6, room = WholeService.Workers + WholeService.QueueLength;
        using Specimen page = TextPage.Render(6);
        byte[] file = page.ToPng();

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, sent).Select(_ => service.PostAsync(Service.WebImage, file)));

        answers.Count(a => a.Status == 200).ShouldBe(room);
        foreach (Answer refused in answers.Where(a => a.Status != 200)) refused.ShouldFail(429, "ModelArts.4401", "Max concurrency error.");
        (await service.PostAsync(Service.WebImage, file)).Status.ShouldBe(200);
    }

    private async Task<JsonObject> ExtractedAsync(Specimen page, params string[] items)
    {
        var options = new JsonObject { ["extract_type"] = new JsonArray([.. items.Select(i => JsonValue.Create(i))]) };
        return (await service.ResultAsync(Service.WebImage, page.ToPng(), options))["extracted_data"]!.AsObject();
    }

    private Task<JsonObject> ReadAsync(WornSpecimen picture, bool detectDirection, bool detectTextDirection) => service.ResultAsync(
        Service.WebImage, picture.Jpeg, new JsonObject { ["detect_direction"] = detectDirection, ["detect_text_direction"] = detectTextDirection });

    private static double Accuracy(SpecimenTruth truth, JsonObject result, bool anyOrder = false)
    {
        IEnumerable<string> read = result["words_block_list"]!.AsArray().Select(b => b!["words"]!.GetValue<string>());
        return Score.OfText(truth.Lines.Select(l => l.Text), read, [], anyOrder).CharacterAccuracy.ShouldNotBeNull();
    }
}
