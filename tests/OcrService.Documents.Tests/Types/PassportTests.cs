using OcrService.Documents.Fields;
using OcrService.Documents.Pages;
using OcrService.Documents.Tests.Mrz;
using OcrService.Documents.Types;

namespace OcrService.Documents.Tests.Types;

public sealed class PassportTests
{
    private static readonly DocumentRequest Automatic = new(new DateOnly(2026, 1, 15));
    private static readonly DocumentRequest General = Automatic with { Options = new Dictionary<string, string?> { ["country_code"] = "GENERAL" } };
    private static readonly DocumentRequest Mainland = Automatic with { Options = new Dictionary<string, string?> { ["country_code"] = "CHN" } };

    private readonly Passport _passport = new();

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(-133)]
    public void Seven_fields_of_any_state_at_any_turn(float angle)
    {
        PassportPages pages = new() { Angle = angle, PictureWidth = 1600, PictureHeight = 1600 };

        DocumentResult result = Extract(pages.Page(MrzSpecimens.Td3Icao), Automatic);

        Texts(result.Nodes).ShouldBe(
        [
            "country_code=UTO", "surname=ERIKSSON", "given_name=ANNA MARIA", "passport_number=L898902C3", "date_of_birth=1974-08-12", "sex=F",
            "date_of_expiry=2012-04-15", $"machine_code={MrzSpecimens.Td3Icao[0]}", $"machine_code2={MrzSpecimens.Td3Icao[1]}", "extra_info={}",
        ]);
        Scores(result).Select(c => c.Key).ShouldBe(
            ["country_code", "surname", "given_name", "passport_number", "date_of_birth", "sex", "date_of_expiry"]);
        Scores(result).ShouldAllBe(c => c.Value > 0.9f && c.Value <= 1);
        ShouldBeNear(result.Frame.Quad, pages.Frame.Quad, tolerance: 40);
        result.Fields.Single(f => f.Key == "passport_number").Quad.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-12)]
    [InlineData(180)]
    public void The_whole_Chinese_page(float angle)
    {
        DocumentResult result = Extract(new PassportPages { Angle = angle, Width = 1100 }.Page(MrzSpecimens.Td3Chinese, PassportPages.Chinese), Automatic);

        Texts(result.Nodes).ShouldBe(WholePage);
        Scores(result).Length.ShouldBe(13);
        Scores(result).ShouldAllBe(c => c.Value > 0.9f);
        result.Fields.Single(f => f.Key == "date_of_issue").Source.ShouldBe(FieldSource.Anchored);
        result.Fields.Single(f => f.Key == "surname").Source.ShouldBe(FieldSource.MrzAndPrint);
    }

    [Fact]
    public void Columns_run_together_and_letters_misread()
    {
        (string Text, float X, float Y)[] lines =
        [
            .. PassportPages.Chinese.Where(l => l.Y is < 0.33f or > 0.39f && l.Text is not ("北京/BEIJING" or "02 1月/JAN 2025" or "签发地点/Place of issue")),
            ("性别/Sex 国籍/Nationallty 出生日期/Date of birtn", 0.32f, 0.335f),
            ("男/M  中国/CHINFSE    01 1月/JAN 1990", 0.325f, 0.38f),
            ("北京/BEIJlNG  021月/JAN2025", 0.325f, 0.47f),
            ("签发地点/Piace of issve", 0.32f, 0.515f),
        ];

        DocumentResult result = Extract(new PassportPages().Page(MrzSpecimens.Td3Chinese, lines), Mainland);

        Texts(result.Nodes).ShouldBe(WholePage);
    }

    [Fact]
    public void Without_its_zone_the_printed_page_is_read_by_its_labels()
    {
        DocumentResult result = Extract(new PassportPages { Angle = 8 }.Page([], PassportPages.Chinese), Mainland);

        Texts(result.Nodes).ShouldBe(WholePage);
        result.Fields.ShouldAllBe(f => f.Source == FieldSource.Anchored || f.Source == FieldSource.Region);
        _passport.Extract(new PassportPages().Page([], PassportPages.Chinese), NoPicture.Instance, General, new DocumentOptions()).Fault.ShouldBe(DocumentFaults.NotFound);
    }

    [Fact]
    public void Without_printed_text_the_zone_fills_what_it_knows()
    {
        DocumentResult result = Extract(new PassportPages().Page(MrzSpecimens.Td3Chinese2), Mainland);

        Value(result, "surname").ShouldBe("XU");
        Value(result, "nationality").ShouldBe("CHINESE");
        Value(result, "extra_info.local_language.name").ShouldBe("虚构人");
        FieldValue issue = result.Fields.Single(f => f.Key == "date_of_issue");
        (issue.Value, issue.Confidence).ShouldBe(("", 0f));
        issue.Reason.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void A_printed_value_that_contradicts_the_zone_loses_and_costs_confidence()
    {
        (string Text, float X, float Y)[] lines = [.. PassportPages.Chinese.Select(l => l.Text == "01 1月/JAN 2035" ? ("01 1月/JAN 2033", l.X, l.Y) : l)];
        PassportPages pages = new();

        DocumentResult clean = Extract(pages.Page(MrzSpecimens.Td3Chinese, PassportPages.Chinese), Mainland);
        DocumentResult conflicting = Extract(pages.Page(MrzSpecimens.Td3Chinese, lines), Mainland);

        Value(conflicting, "date_of_expiry").ShouldBe("2035-01-01");
        Confidence(conflicting, "date_of_expiry").ShouldBeLessThan(Confidence(clean, "date_of_expiry") - 0.1f);
    }

    [Fact]
    public void An_issue_date_that_does_not_fit_the_expiry_date_is_doubted()
    {
        (string Text, float X, float Y)[] lines = [.. PassportPages.Chinese.Select(l => l.Text == "02 1月/JAN 2025" ? ("08 1月/JAN 2025", l.X, l.Y) : l)];

        DocumentResult result = Extract(new PassportPages().Page(MrzSpecimens.Td3Chinese, lines), Mainland);

        Value(result, "date_of_issue").ShouldBe("2025-01-08");
        Confidence(result, "date_of_issue").ShouldBeLessThan(0.8f);
        Confidence(result, "date_of_expiry").ShouldBeGreaterThan(0.85f);
    }

    [Fact]
    public void A_Hong_Kong_passport_is_read_by_its_zone_alone()
    {
        Page page = new PassportPages().Page(MrzSpecimens.Td3HongKong, PassportPages.Chinese);

        foreach (DocumentRequest request in (DocumentRequest[])[Automatic, Mainland, General])
        {
            DocumentResult result = Extract(page, request);
            Scores(result).Length.ShouldBe(7);
            Value(result, "given_name").ShouldBe("MAN SHUN");
        }
    }

    [Fact]
    public void GENERAL_asks_for_the_zone_only() =>
        Extract(new PassportPages().Page(MrzSpecimens.Td3Chinese, PassportPages.Chinese), General).Confidences!.Count.ShouldBe(7);

    [Fact]
    public void CHN_refuses_the_passport_of_another_state() =>
        _passport.Extract(new PassportPages().Page(MrzSpecimens.Td3Icao), NoPicture.Instance, Mainland, new DocumentOptions()).Fault.ShouldBe(DocumentFaults.NotFound);

    [Theory]
    [MemberData(nameof(OtherDocuments))]
    public void Another_document_is_not_a_passport(string[] zone) =>
        _passport.Extract(new PassportPages().Page(zone), NoPicture.Instance, Automatic, new DocumentOptions()).Fault.ShouldBe(DocumentFaults.NotFound);

    [Fact]
    public void A_page_without_document_is_not_a_passport()
    {
        Page page = new PassportPages().Page([], ("Minutes of the meeting", 0.1f, 0.1f), ("Name: see list", 0.1f, 0.2f));

        _passport.Extract(page, NoPicture.Instance, Automatic, new DocumentOptions()).Fault.ShouldBe(DocumentFaults.NotFound);
    }

    [Theory]
    [InlineData(1250, false)]
    [InlineData(900, false)]
    [InlineData(780, true)]
    [InlineData(400, true)]
    public void A_passport_under_a_quarter_of_the_picture_is_too_small(float width, bool tooSmall)
    {
        Page page = new PassportPages { Width = width }.Page(MrzSpecimens.Td3Icao);

        _passport.Extract(page, NoPicture.Instance, Automatic, new DocumentOptions()).Fault.ShouldBe(tooSmall ? DocumentFaults.TooSmall : null);
        _passport.Extract(page, NoPicture.Instance, Automatic, new DocumentOptions { MinimumDocumentShare = 0 }).Fault.ShouldBeNull();
    }

    public static TheoryData<string[]> OtherDocuments => [MrzSpecimens.Td1, MrzSpecimens.Td2, MrzSpecimens.VisaA, MrzSpecimens.VisaB, MrzSpecimens.FrenchId];

    private static string[] WholePage =>
    [
        "passport_type=P", "country_code=CHN", "passport_number=E00000000", "nationality=CHINESE", "surname=YANG", "given_name=BENCESHI", "sex=M",
        "date_of_birth=1990-01-01", "date_of_expiry=2035-01-01", "date_of_issue=2025-01-02", "place_of_birth=BEIJING", "place_of_issue=SHANDONG",
        "issuing_authority=MPS Exit & Entry Administration", "extra_info={local_language={name=样本测试,sex=男,place_of_birth=北京,"
            + "place_of_issue=山东,issuing_authority=公安部出入境管理局,nationality=中国}}",
    ];

    private static string Value(DocumentResult result, string key) => result.Fields.Single(f => f.Key == key).Value;

    private static float Confidence(DocumentResult result, string key) => Scores(result).Single(c => c.Key == key).Value;

    private static ResultScore[] Scores(DocumentResult result) => [.. result.Confidences.ShouldNotBeNull().Cast<ResultScore>()];

    private static string[] Texts(IReadOnlyList<ResultNode> nodes) => [.. nodes.Select(node => node switch
    {
        ResultText text => $"{text.Key}={text.Value}",
        ResultGroup group => $"{group.Key}={{{string.Join(',', Texts(group.Nodes))}}}",
        _ => throw new InvalidOperationException(node.Key),
    })];

    private static void ShouldBeNear(Quad actual, Quad expected, float tolerance)
    {
        (actual.TopLeft - expected.TopLeft).Length.ShouldBeLessThan(tolerance);
        (actual.BottomRight - expected.BottomRight).Length.ShouldBeLessThan(tolerance);
    }

    private DocumentResult Extract(Page page, DocumentRequest request)
    {
        _passport.Extract(page, NoPicture.Instance, request, new DocumentOptions()).Succeeded(out DocumentResult? result, out Fault? fault).ShouldBeTrue(fault?.Name);
        return result!;
    }
}
