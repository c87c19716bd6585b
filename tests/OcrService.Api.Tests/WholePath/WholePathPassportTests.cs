using System.Text.Json.Nodes;
using OcrService.Api.Tests.Support;
using OcrService.Specimens;
using OcrService.Specimens.Documents;
using OcrService.Specimens.Drawing;
using OcrService.Specimens.Wearing;
using SkiaSharp;

namespace OcrService.Api.Tests.WholePath;

/// <summary>passport over HTTP with the real models; every field against what is printed.</summary>
[Collection(WholePathRun.Name)]
public sealed class WholePathPassportTests(WholeService service)
{
    private const string Unreadable = "The image is not supported or the image quality is poor.";

    [Theory]
    [InlineData(2, null)]
    [InlineData(3, "GENERAL")]
    public async Task A_passport_of_Utopia_is_its_zone(int seed, string? country)
    {
        using Specimen page = DocumentSpecimen.Named("passport-general").Render(seed);
        page.Truth.Fields["country_code"].ShouldBe("UTO");

        JsonObject result = await service.ResultAsync(Service.Passport, Wear.Apply(page, WearKind.Photo, seed).Jpeg, Country(country));

        ShouldBeZone(result, page.Truth.Fields, page.Truth.MrzLines);
    }

    [Theory]
    [InlineData(7, null)]
    [InlineData(2, "CHN")]
    public async Task A_Chinese_passport_is_read_in_full(int seed, string? country)
    {
        using Specimen page = DocumentSpecimen.Named("passport-chn").Render(seed);
        const string local = "extra_info.local_language.";
        Dictionary<string, string> fields = page.Truth.Fields.Where(f => !f.Key.StartsWith(local, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
        fields.Count.ShouldBe(13);

        JsonObject result = await service.ResultAsync(Service.Passport, Wear.Apply(page, WearKind.Photo, seed).Jpeg, Country(country));

        result.Select(m => m.Key).ShouldBe([.. fields.Keys, "extra_info", "confidence"], ignoreOrder: true);
        foreach ((string name, string value) in fields) result[name]!.GetValue<string>().ShouldBe(value, name);
        JsonObject extra = result["extra_info"]!.AsObject();
        extra.Select(m => m.Key).ShouldBe(["local_language"]);
        extra["local_language"]!.AsObject().ToDictionary(m => local + m.Key, m => m.Value!.GetValue<string>())
            .ShouldBe(page.Truth.Fields.Except(fields), ignoreOrder: true);
        ShouldJudge(result, fields.Keys);
    }

    [Fact]
    public async Task A_Chinese_passport_asked_for_as_GENERAL_is_its_zone()
    {
        using Specimen page = DocumentSpecimen.Named("passport-chn").Render(6);
        string[] names = ["country_code", "surname", "given_name", "passport_number", "date_of_birth", "sex", "date_of_expiry"];

        JsonObject result = await service.ResultAsync(Service.Passport, Wear.Apply(page, WearKind.Clean, 6).Jpeg, Country("GENERAL"));

        ShouldBeZone(result, names.ToDictionary(n => n, n => page.Truth.Fields[n]), page.Truth.MrzLines);
    }

    [Fact]
    public async Task A_passport_of_Utopia_is_no_Chinese_one()
    {
        using Specimen page = DocumentSpecimen.Named("passport-general").Render(2);

        Answer answer = await service.PostAsync(Service.Passport, Wear.Apply(page, WearKind.Photo, 2).Jpeg, Country("CHN"));

        answer.ShouldFail(400, "AIS.0104", Unreadable);
    }

    [Fact]
    public async Task A_page_of_text_is_no_passport()
    {
        using Specimen page = TextPage.Render(1);

        (await service.PostAsync(Service.Passport, page.ToPng())).ShouldFail(400, "AIS.0104", Unreadable);
    }

    [Fact]
    public async Task A_passport_that_covers_less_than_a_quarter_is_refused_and_one_that_covers_more_is_read()
    {
        using Specimen page = DocumentSpecimen.Named("passport-general").Render(2);
        // The same passport with the same pixels; only the table around it grows. Shares by width w and margin m: 0.704 / ((1 + 2m)(0.704 + 2m)).
        WornSpecimen far = Wear.Apply(page, new WearPlan { Width = 800, Margin = 0.55f }, 2), near = Wear.Apply(page, new WearPlan { Width = 800, Margin = 0.25f }, 2);
        Share(far).ShouldBeInRange(0.15, 0.2);
        Share(near).ShouldBeInRange(0.35, 0.45);

        (await service.PostAsync(Service.Passport, far.Jpeg)).ShouldFail(400, "AIS.0104", Unreadable);
        ShouldBeZone(await service.ResultAsync(Service.Passport, near.Jpeg), page.Truth.Fields, page.Truth.MrzLines);
    }

    [Fact]
    public async Task An_identity_card_with_a_zone_of_three_lines_is_no_passport()
    {
        string[] zone = ["I<UTOX000000001<<<<<<<<<<<<<<<", "8509185M3001156UTO<<<<<<<<<<<8", "SAMPLE<<ALEX<JORDAN<<<<<<<<<<<"];
        byte[] card = DrawTd1(zone);

        (await service.PostAsync(Service.Passport, card)).ShouldFail(400, "AIS.0104", Unreadable);

        // It was not refused for being unreadable.
        JsonObject read = await service.ResultAsync(Service.WebImage, card);
        string text = string.Concat(read["words_block_list"]!.AsArray().Select(b => b!["words"]!.GetValue<string>())).Replace(" ", "", StringComparison.Ordinal);
        text.ShouldContain("SAMPLE<<ALEX<JORDAN");
        text.ShouldContain("8509185M3001156");
    }

    private static JsonObject? Country(string? code) => code is null ? null : new JsonObject { ["country_code"] = code };

    private static void ShouldBeZone(JsonObject result, IReadOnlyDictionary<string, string> fields, IReadOnlyList<string> zone)
    {
        fields.Count.ShouldBe(7);
        result.Select(m => m.Key).ShouldBe([.. fields.Keys, "machine_code", "machine_code2", "extra_info", "confidence"], ignoreOrder: true);
        foreach ((string name, string value) in fields) result[name]!.GetValue<string>().ShouldBe(value, name);
        result["machine_code"]!.GetValue<string>().ShouldBe(zone[0]);
        result["machine_code2"]!.GetValue<string>().ShouldBe(zone[1]);
        result["extra_info"].ShouldBeOfType<JsonObject>().ShouldBeEmpty();
        ShouldJudge(result, fields.Keys);
    }

    private static void ShouldJudge(JsonObject result, IEnumerable<string> names)
    {
        JsonObject judged = result["confidence"].ShouldBeOfType<JsonObject>();
        judged.Select(m => m.Key).ShouldBe(names, ignoreOrder: true);
        judged.ShouldAllBe(m => m.Value!.GetValue<double>() > 0.8 && m.Value.GetValue<double>() <= 1);
    }

    private static double Share(WornSpecimen worn) => worn.Truth.Document!.Value.Area / ((double)worn.Width * worn.Height);

    /// <summary>The back of a card of 85.6 x 54 mm that fills its picture.</summary>
    private static byte[] DrawTd1(string[] zone)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(1200, 757, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(new SKColor(236, 240, 244));
        using var ink = new SKPaint { Color = new SKColor(24, 24, 28), IsAntialias = true };
        using var label = new SKFont(SpecimenFonts.Typeface("Liberation Sans"), 34);
        canvas.DrawText("UTOPIA", 60, 90, label, ink);
        canvas.DrawText("IDENTITY CARD - SPECIMEN", 60, 150, label, ink);
        using var machine = new SKFont(SpecimenFonts.Typeface("OCR B"), 52);
        machine.Size *= 1080 / machine.MeasureText(zone[0]);
        for (int i = 0; i < zone.Length; i++)
        {
            zone[i].Length.ShouldBe(30);
            canvas.DrawText(zone[i], 60, 520 + (80 * i), machine, ink);
        }

        using SKData png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
