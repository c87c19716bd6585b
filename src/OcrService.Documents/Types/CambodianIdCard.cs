using OcrService.Documents.Fields;
using OcrService.Documents.Mrz;
using OcrService.Documents.Pages;
using OcrService.Documents.Values;

namespace OcrService.Documents.Types;

/// <summary>The Cambodian identity card of about 2012 and later: the photo side, with three machine readable lines (TD1).</summary>
internal sealed class CambodianIdCard() : CardType("cambodian-idcard")
{
    public override DocumentContract Contract { get; } = new()
    {
        Operation = "RecognizeCambodianIdCard",
        Summary = "Cambodian identity card",
        Description = "Reads the front of a Cambodian identity card, the three machine readable lines included, and can run image checks "
            + "(copy, border, obstruction, blur, glare, portrait tampering, re-photographing).",
        Fields =
        [
            new("id_number", "Identity number as printed.", "099999999", Always: true),
            new("name_kh", "Name in Khmer.", "គំរូ សុភា", Always: true),
            new("name_en", "Name in Latin capitals.", "SAMPLE SOPHEA", Always: true),
            new("birth_date", "Date of birth, DD.MM.YYYY.", "01.01.1990", Always: true),
            new("sex", "Sex as printed in Khmer.", "ស្រី", Always: true),
            new("height", "Height with its unit.", "160 ស.ម", Always: true),
            new("birth_place", "Place of birth in Khmer.", "ភ្នំពេញ", Always: true),
            new("address", "Address; its parts are separated by spaces.", "ផ្ទះលេខ១ ផ្លូវគំរូ ភ្នំពេញ", Always: true),
            new("issue_date", "First day of validity, DD.MM.YYYY.", "02.01.2020", Always: true),
            new("expiry_date", "Last day of validity, DD.MM.YYYY.", "01.01.2030", Always: true),
            new("description", "Distinguishing marks; may be empty.", "ប្រជ្រុយ", Always: true),
            new("machine_code1", "First line of the machine readable zone.", "IDKHM0999999994<<<<<<<<<<<<<<<", Always: true),
            new("machine_code2", "Second line.", "9001011F3001019KHM<<<<<<<<<<<8", Always: true),
            new("machine_code3", "Third line.", "SAMPLE<<SOPHEA<<<<<<<<<<<<<<<<", Always: true),
        ],
        Extras =
        [
            CardOptions.PortraitImage,
            CardOptions.PortraitLocation,
            CardOptions.IdCardType,
            CardOptions.AdjustedImage,
            CardOptions.IdCardTypeScore,
            .. CardOptions.Check("detect_border_integrity", "border_integrity_score", "Check that the card border is complete.", "border incomplete", CardChecks.BorderIncomplete, i => i.BorderIncomplete),
            .. CardOptions.Check("detect_blocking_within_border", "blocking_within_border_score", "Check for objects that cover part of the card.", "something covers the card", CardChecks.Blocked, i => i.Blocked),
            .. CardOptions.Check("detect_blur", "blur_score", "Check for blur.", "blurred", CardChecks.Blur, i => i.Blur),
            .. CardOptions.Check("detect_glare", "glare_score", "Check for reflections.", "glare", CardChecks.Glare, i => i.Glare),
            .. CardOptions.Check("detect_tampering", "tampering_score", "Check whether the portrait was replaced.", "portrait replaced", CardChecks.Tampered, i => i.Tampered),
            .. CardOptions.Check("detect_reproduce", "reproduce_score", "Check whether the picture was taken from a screen or print.", "photographed from a screen or print", CardChecks.Reproduced, i => i.Reproduced),
        ],
    };

    public override FieldScript? Writing => FieldScript.Khmer;

    protected override IEnumerable<DocumentSide> Define() =>
    [
        new DocumentSide("front")
        {
            Portrait = new Region(0.03f, 0.12f, 0.24f, 0.50f),
            Zone = new Region(0.03f, 0.77f, 0.93f, 0.20f),
            AcceptsZone = zone => zone.Format == "TD1" && zone[MrzFieldName.Issuer] == "KHM",
            Landmarks = [new("គោត្តនាមនិងនាម") { Proves = true }, new("អត្តសញ្ញាណប័ណ្ណសញ្ជាតិខ្មែរ") { Proves = true }],
        }
            .Add(Field("id_number", 0.62f, 0.03f, 0.32f, 0.08f, FieldScript.Digits, CambodianNumber.Parse) with { Mrz = ZoneField(MrzFieldName.Number), SourcesAgree = (printed, zone) => printed.StartsWith(zone, StringComparison.Ordinal) })
            .Add(Row("name_kh", 0.12f, 0.62f, KhmerName.Parse, "គោត្តនាមនិងនាម៖"))
            .Add(Field("name_en", 0.42f, 0.20f, 0.50f, 0.07f, FieldScript.Latin, CambodianName.Latin) with { Mrz = LatinName, SourcesAgree = SameLetters })
            .Add(Row("birth_date", 0.28f, 0.36f, CambodianDate.Parse, "ថ្ងៃខែឆ្នាំកំណើត៖") with { Mrz = Date(MrzFieldName.BirthDate, (z, today) => z.BirthDate(today)) })
            .Add(Row("sex", 0.28f, 0.12f, KhmerSex.Parse, "ភេទ៖") with
            {
                Region = new Region(0.66f, 0.28f, 0.12f, 0.07f),
                AnchorAt = (0.66f, 0.315f),
                Mrz = (zone, _) => KhmerSex.OfLetter(zone[MrzFieldName.Sex]) is { } sex ? (sex, zone.Fields[MrzFieldName.Sex]) : null,
            })
            .Add(Row("height", 0.28f, 0.18f, CambodianHeight.Parse, "កំពស់៖", "កម្ពស់៖") with { Region = new Region(0.79f, 0.28f, 0.18f, 0.07f), AnchorAt = (0.79f, 0.315f) })
            .Add(Row("birth_place", 0.36f, 0.66f, KhmerPlace.Parse, "ទីកន្លែងកំណើត៖"))
            .Add(Row("address", 0.44f, 0.66f, KhmerAddress.Parse, "អាសយដ្ឋាន៖") with { Region = new Region(0.30f, 0.44f, 0.66f, 0.14f), IsMultiLine = true })
            .Add(Row("issue_date", 0.59f, 0.66f, CambodianValidity.Issue, "សុពលភាព៖"))
            .Add(Row("expiry_date", 0.59f, 0.66f, CambodianValidity.Expiry, "សុពលភាព៖") with { Mrz = Date(MrzFieldName.ExpiryDate, (z, today) => z.ExpiryDate(today)) })
            .Add(Row("description", 0.67f, 0.66f, KhmerMarks.Parse, "ភិនភាគ៖"))
            .Add(new FieldDefinition("machine_code1") { Mrz = ZoneLine(0) })
            .Add(new FieldDefinition("machine_code2") { Mrz = ZoneLine(1) })
            .Add(new FieldDefinition("machine_code3") { Mrz = ZoneLine(2) })
            .Agree("issue_date", "expiry_date", (issue, expiry) => CambodianDate.Read(issue) < CambodianDate.Read(expiry)),
    ];

    /// <summary>A row of the card: the label at its beginning, the value after it.</summary>
    private static FieldDefinition Row(string key, float y, float width, FieldParser parser, params IReadOnlyList<string> labels) =>
        Field(key, 0.30f, y, width, 0.07f, FieldScript.Khmer, parser).Labelled(0.30f, y + 0.035f, labels);

    private static MrzSource Date(MrzFieldName field, Func<MrzDocument, DateOnly, DateOnly?> read) =>
        (zone, today) => read(zone, today) is { } date ? (CambodianDate.Format(date), zone.Fields[field]) : null;

    private static (string Value, MrzField Origin)? LatinName(MrzDocument zone, DateOnly today) =>
        ($"{zone[MrzFieldName.Surname]} {zone[MrzFieldName.GivenNames]}".Trim(), zone.Fields[MrzFieldName.Names]);
}
