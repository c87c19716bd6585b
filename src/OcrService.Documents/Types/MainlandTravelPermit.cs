using System.Text.RegularExpressions;
using OcrService.Documents.Fields;
using OcrService.Documents.Finding;
using OcrService.Documents.Mrz;
using OcrService.Documents.Values;

namespace OcrService.Documents.Types;

/// <summary>
/// The permits with which residents of Hong Kong and Macao (cards of 1999, 2013 and, for foreign nationals, 2024) or of Taiwan (card of
/// 2015) travel to the mainland: the face, and the back with the home identity and three machine readable lines.
/// </summary>
internal sealed partial class MainlandTravelPermit() : CardType("mainland-travel-permit")
{
    private const string HongKongMacao = "港澳居民来往内地通行证", Taiwan = "台湾居民来往大陆通行证";

    private static readonly Landmark HongKongMacaoTitle = new(HongKongMacao) { Proves = true }, TaiwanTitle = new(Taiwan) { Proves = true };

    public override DocumentContract Contract { get; } = new()
    {
        Operation = "RecognizeMainlandTravelPermit",
        Summary = "Mainland travel permit for residents of Hong Kong, Macao and Taiwan",
        Description = "Reads the permits with which residents of Hong Kong and Macao (\"home return permit\") or of Taiwan travel to the mainland.",
        Fields =
        [
            new("type", "港澳居民来往内地通行证 or 台湾居民来往大陆通行证.", HongKongMacao, Always: true),
            new("side", "front or back.", "front", Always: true),
            new("name", "Chinese name. Front.", "樂示例"),
            new("name_en", "Name in Latin capitals, SURNAME, GIVEN. Front.", "LOK, SHILAI"),
            new("birth_date", "Date of birth, YYYY.MM.DD. Front.", "1990.01.01"),
            new("sex", "男 or 女. Front.", "女"),
            new("valid_period", "Validity, YYYY.MM.DD-YYYY.MM.DD. Front.", "2020.01.02-2030.01.01"),
            new("issuing_authority", "Issuing authority. Front.", "公安部出入境管理局"),
            new("number", "Permit number. Front.", "H00000000"),
            new("issue_place", "Place of issue; empty on cards without one. Front.", "香港"),
            new("issue_times", "How many times the permit has been issued. Front.", "01"),
            new("id_name", "Name on the identity card of the home region. Back.", "樂示例"),
            new("id_number", "Number of the identity card of the home region. Back.", "A123456(3)"),
            new("machine_code1", "First line of the machine readable zone. Back.", "CRH9999000160133501014M9001011"),
            new("machine_code2", "Second line. Back.", "NBPJLBLOLCOCMKNEAABQ0000015<42"),
            new("machine_code3", "Third line. Back.", "YANG<<BEN<CE<SHI<<<<<<<<<<<<<<"),
        ],
        Extras = [CardOptions.PortraitImage, CardOptions.PortraitLocation],
    };

    protected override IEnumerable<DocumentSide> Define() => [Front(), Back()];

    private static DocumentSide Front() =>
        new DocumentSide("front") { WireSide = "front", Portrait = new Region(0.04f, 0.25f, 0.23f, 0.52f) }
            .Add(new FieldDefinition("type") { Tells = [(HongKongMacaoTitle, HongKongMacao), (TaiwanTitle, Taiwan)] })
            .Add(new FieldDefinition("side") { Constant = "front" })
            .Add(Field("name", 0.32f, 0.225f, 0.30f, 0.065f, FieldScript.ChineseName, HanName.Parse).Labelled(0.32f, 0.20f, "姓名"))
            .Add(Field("name_en", 0.32f, 0.31f, 0.50f, 0.055f, FieldScript.Latin, PersonName.Printed) with { IsValid = HasComma })
            .Add(Field("birth_date", 0.32f, 0.43f, 0.17f, 0.055f, FieldScript.Digits, PermitDate.Parse).Labelled(0.32f, 0.395f, "出生日期"))
            .Add(Field("sex", 0.67f, 0.44f, 0.06f, 0.065f, FieldScript.ChineseAndLatin, PrintedSex.Han).Labelled(0.67f, 0.395f, "性别"))
            .Add(Field("valid_period", 0.32f, 0.56f, 0.51f, 0.055f, FieldScript.Digits, PermitPeriod.Parse).Labelled(0.32f, 0.525f, "有效期限") with { Form = PeriodForm(), IsValid = PermitPeriod.IsValid })
            .Add(Field("issuing_authority", 0.31f, 0.67f, 0.34f, 0.07f, FieldScript.SimplifiedChinese, PermitAuthority.Parse).Labelled(0.32f, 0.64f, "签发机关"))
            .Add(Field("number", 0.32f, 0.80f, 0.26f, 0.06f, FieldScript.Latin, PermitNumber.Mainland).Labelled(0.32f, 0.765f, "证件号码") with { Form = NumberForm() })
            .Add(Field("issue_place", 0.70f, 0.67f, 0.15f, 0.07f, FieldScript.SimplifiedChinese, PermitPlace.Parse).Labelled(0.70f, 0.64f, "签发地点"))
            .Add(Field("issue_times", 0.66f, 0.80f, 0.10f, 0.06f, FieldScript.Digits, IssueTimes.Parse).Labelled(0.66f, 0.765f, "换证次数", "签发次数"))
            .Agree("birth_date", "valid_period", (birth, period) => PermitDate.Read(birth) < PermitPeriod.Read(period)?.From);

    private static DocumentSide Back() =>
        new DocumentSide("back") { WireSide = "back", Zone = new Region(0.04f, 0.66f, 0.92f, 0.30f), AcceptsZone = zone => zone.Format is "CR" or "CT" or "CF" or "C<" }
            .Add(new FieldDefinition("type") { Mrz = (zone, _) => (zone.Format == "CT" ? Taiwan : HongKongMacao, zone.Fields[MrzFieldName.Number]) })
            .Add(new FieldDefinition("side") { Constant = "back" })
            .Add(Field("id_name", 0.30f, 0.12f, 0.40f, 0.08f, FieldScript.TraditionalChinese, text => HanName.Parse(text) ?? (PersonName.Printed(text) is { } latin && HasComma(latin) ? latin : null))
                .Labelled(0.05f, 0.16f, "香港身份证件姓名", "澳门身份证件姓名", "台湾身份证件姓名", "身份证件姓名", "姓名"))
            .Add(Field("id_number", 0.30f, 0.22f, 0.45f, 0.08f, FieldScript.Latin, HomeIdentityNumber.Parse)
                .Labelled(0.05f, 0.26f, "香港身份证件号码", "澳门身份证件号码", "台湾身份证件号码", "身份证件号码", "证件号码") with { Mrz = IdentityNumber, IsValid = HomeIdentityNumber.IsValid })
            .Add(new FieldDefinition("machine_code1") { Mrz = ZoneLine(0) })
            .Add(new FieldDefinition("machine_code2") { Mrz = ZoneLine(1) })
            .Add(new FieldDefinition("machine_code3") { Mrz = ZoneLine(2) });

    private static (string Value, MrzField Origin)? IdentityNumber(MrzDocument zone, DateOnly today) =>
        zone.Fields.TryGetValue(MrzFieldName.IdentityNumber, out MrzField? field) ? (HomeIdentityNumber.OfZone(field.Value), field) : null;

    [GeneratedRegex(@"(?<![A-Z0-9])([HM]A?\d{7,8}(\d{2})?|\d{8})(?![\d.])")]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"[12]\d{3}\.\d{2}\.\d{2}-[12]\d{3}\.\d{2}\.\d{2}")]
    private static partial Regex PeriodForm();
}
