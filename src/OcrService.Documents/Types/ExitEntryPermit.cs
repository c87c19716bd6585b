using System.Text.RegularExpressions;
using OcrService.Documents.Fields;
using OcrService.Documents.Finding;
using OcrService.Documents.Mrz;
using OcrService.Documents.Values;

namespace OcrService.Documents.Types;

/// <summary>
/// The cards with which mainland residents travel to Hong Kong and Macao (since 2014) and to Taiwan (since 2016): the face with its one
/// machine readable line, and the back with the endorsements printed on it.
/// </summary>
internal sealed partial class ExitEntryPermit() : CardType("exit-entry-permit")
{
    private const string HongKongMacao = "往来港澳通行证", Taiwan = "往来台湾通行证";

    private static readonly Landmark HongKongMacaoTitle = new(HongKongMacao) { Proves = true }, TaiwanTitle = new(Taiwan) { Proves = true };

    public override DocumentContract Contract { get; } = new()
    {
        Operation = "RecognizeExitEntryPermit",
        Summary = "Exit-entry permit for Hong Kong and Macao, or for Taiwan",
        Description = "Reads the card with which mainland residents travel to Hong Kong and Macao, or to Taiwan: personal data on the front, endorsements on the back.",
        Fields =
        [
            new("type", "往来港澳通行证 or 往来台湾通行证.", HongKongMacao, Always: true),
            new("side", "front or back.", "front", Always: true),
            new("name", "Chinese name. Front.", "李示例"),
            new("name_en", "Name in Latin capitals, SURNAME, GIVEN. Front.", "LI, SHILI"),
            new("sex", "男 or 女. Front.", "女"),
            new("birth_date", "Date of birth, YYYY.MM.DD. Front.", "1990.01.01"),
            new("number", "Permit number. Front.", "C00000000"),
            new("issuing_authority", "Issuing authority. Front.", "公安部出入境管理局"),
            new("issue_place", "Place of issue. Front.", "广东"),
            new("valid_period", "Validity, YYYY.MM.DD-YYYY.MM.DD. Front.", "2020.01.02-2030.01.01"),
            new("machine_code", "Machine readable line. Front.", "CSC000000000<3001011<9001011<0"),
            Endorsements("endorsement_info_hk", "Hong Kong"),
            Endorsements("endorsement_info_mo", "Macao"),
            Endorsements("endorsement_info_tw", "Taiwan"),
        ],
        Extras = [CardOptions.PortraitImage, CardOptions.PortraitLocation],
    };

    public override bool HasSingleMrzRow => true;

    protected override IEnumerable<DocumentSide> Define() => [Front(), Back()];

    private static WireField Endorsements(string name, string region) => new(name, $"Endorsement for {region}. Back, when present.", null, Members:
    [
        new("endorsement_type", "Kind of endorsement.", "个人旅游(G)"),
        new("valid_round_trips", "Number of round trips allowed.", "一次"),
        new("endorsement_valid_period", "Validity of the endorsement.", "2025.01.01-2026.01.01"),
        new("remark", "Remark.", ""),
        new("issue_info", "Issuing information.", "广东 2025.01.01"),
    ]);

    private static DocumentSide Front() =>
        new DocumentSide("front")
        {
            WireSide = "front",
            Portrait = new Region(0.065f, 0.28f, 0.25f, 0.51f),
            Zone = new Region(0.08f, 0.86f, 0.84f, 0.06f),
            AcceptsZone = zone => zone.Format is "CS" or "CD",
        }
            .Add(new FieldDefinition("type") { Tells = [(HongKongMacaoTitle, HongKongMacao), (TaiwanTitle, Taiwan)], Mrz = (zone, _) => (zone.Format == "CD" ? Taiwan : HongKongMacao, zone.Fields[MrzFieldName.Number]) })
            .Add(new FieldDefinition("side") { Constant = "front" })
            .Add(Field("name", 0.35f, 0.25f, 0.30f, 0.08f, FieldScript.ChineseName, HanName.Parse).Labelled(0.355f, 0.225f, "姓名"))
            .Add(Field("name_en", 0.355f, 0.34f, 0.40f, 0.06f, FieldScript.Latin, PersonName.Printed) with { IsValid = HasComma })
            .Add(Field("sex", 0.62f, 0.49f, 0.06f, 0.06f, FieldScript.ChineseAndLatin, PrintedSex.Han).Labelled(0.62f, 0.455f, "性别"))
            .Add(Field("birth_date", 0.365f, 0.49f, 0.18f, 0.06f, FieldScript.Digits, PermitDate.Parse).Labelled(0.355f, 0.455f, "出生日期") with { Mrz = BirthDate })
            .Add(Field("number", 0.68f, 0.12f, 0.27f, 0.07f, FieldScript.Latin, PermitNumber.ExitEntry) with { Form = NumberForm(), Mrz = ZoneField(MrzFieldName.Number) })
            .Add(Field("issuing_authority", 0.36f, 0.74f, 0.32f, 0.06f, FieldScript.SimplifiedChinese, PermitAuthority.Parse).Labelled(0.355f, 0.705f, "签发机关"))
            .Add(Field("issue_place", 0.73f, 0.74f, 0.12f, 0.06f, FieldScript.SimplifiedChinese, PermitPlace.Parse).Labelled(0.73f, 0.705f, "签发地点"))
            .Add(Field("valid_period", 0.36f, 0.62f, 0.40f, 0.06f, FieldScript.Digits, PermitPeriod.Parse).Labelled(0.355f, 0.585f, "有效期限") with { Form = PeriodForm(), IsValid = PermitPeriod.IsValid })
            .Add(new FieldDefinition("machine_code") { Mrz = ZoneLine(0) });

    private static DocumentSide Back()
    {
        var side = new DocumentSide("back")
        {
            WireSide = "back",
            IsFreeForm = true,
            OptionalGroups = ["endorsement_info_hk", "endorsement_info_mo", "endorsement_info_tw"],
            Landmarks =
            [
                new("个人旅游", "团队旅游", "探亲", "商务", "逗留", "应邀", "学习", "乘务", "定居") { Proves = true, IsValue = true },
                new("香港签注", "澳门签注", "台湾签注", "往来台湾签注", "往来香港签注", "往来澳门签注") { Proves = true, IsValue = true },
                // Kinds such as "other" say nothing; these labels stand on endorsements alone.
                new("有效次数") { Proves = true, IsValue = true },
                new("签发信息") { Proves = true, IsValue = true },
            ],
        }
            .Add(new FieldDefinition("type") { Region = WholeCard, IsMultiLine = true, Script = FieldScript.SimplifiedChinese, Parser = PermitOf })
            .Add(new FieldDefinition("side") { Constant = "back" });
        foreach ((string key, EndorsementRegion region) in ((string, EndorsementRegion)[])[("hk", EndorsementRegion.HongKong), ("mo", EndorsementRegion.Macao), ("tw", EndorsementRegion.Taiwan)])
        {
            Add("endorsement_type", e => e.Kind);
            Add("valid_round_trips", e => e.RoundTrips);
            Add("endorsement_valid_period", e => e.ValidPeriod);
            Add("remark", e => e.Remark);
            Add("issue_info", e => e.IssueInfo);

            void Add(string member, Func<Endorsement, string> part) => side.Add(new FieldDefinition($"endorsement_info_{key}.{member}")
            {
                Region = WholeCard,
                IsMultiLine = true,
                Script = FieldScript.SimplifiedChinese,
                Parser = text => Endorsement.Parse(text).FirstOrDefault(e => e.Region == region) is { } found ? part(found) : null,
            });
        }

        return side;
    }

    private static Region WholeCard => new(0, 0, 1, 1);

    private static string? PermitOf(string text) => PermitType.Parse(text)
        ?? (Endorsement.Parse(text) is [{ } first, ..] ? first.Region == EndorsementRegion.Taiwan ? Taiwan : HongKongMacao : null);

    [GeneratedRegex(@"(?<![A-Z0-9])[CL][\dA-HJ-NP-Z]\d{7}(?![\d<])")]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"[12]\d{3}\.\d{2}\.\d{2}-[12]\d{3}\.\d{2}\.\d{2}")]
    private static partial Regex PeriodForm();
}
