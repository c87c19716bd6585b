using System.Text.RegularExpressions;
using OcrService.Documents.Fields;
using OcrService.Documents.Finding;
using OcrService.Documents.Mrz;
using OcrService.Documents.Values;

namespace OcrService.Documents.Types;

/// <summary>The Macao resident identity card (BIR), permanent or not: the face of 2002, 2013 and 2023, and the back with its machine readable zone.</summary>
internal sealed partial class MacaoIdCard() : CardType("macao-id-card")
{
    private static readonly Landmark[] Titles =
    [
        new("澳門特別行政區永久性居民身份證", "澳門特別行政區非永久性居民身份證", "澳門永久性居民身份證", "澳門非永久性居民身份證") { Proves = true, At = (0.18f, 0.07f) },
        new("Bilhete de Identidade de Residente Permanente", "Bilhete de Identidade de Residente não Permanente") { Proves = true, At = (0.18f, 0.135f) },
    ];

    public override DocumentContract Contract { get; } = new()
    {
        Operation = "RecognizeMacaoIdCard",
        Summary = "Macao resident identity card",
        Description = "Reads the front or the back of the Macao resident identity card.",
        Options = [CardOptions.Side],
        Fields =
        [
            new("side", "front or back.", "front", Always: true),
            new("name", "Chinese name. Front.", "黎示例"),
            new("name_en", "Name in Latin letters, words separated by spaces. Front.", "LAI SI LAI"),
            new("sex", "男 or 女. Front.", "女"),
            new("issue_date", "Date of this issue. Front.", "02-01-2020"),
            new("expiry_date", "Valid until; ------ for cards without limit. Front.", "01-01-2030"),
            new("birth_date", "Date of birth, DD-MM-YYYY. Front.", "01-01-1990"),
            new("initial_issue_date", "Date of first issue. Front.", "05-03-2005"),
            new("height", "Height in metres. Front.", "1.60"),
            new("number", "Identity number as printed. Front.", "1234567(8)"),
            new("symbols", "Letter code, with the place of birth. Front.", "AT"),
            new("machine_code1", "First line of the machine readable zone. Back.", "IDMAC12345678<8<<<<<<<<<<<<<<<"),
            new("machine_code2", "Second line. Back.", "9001011F3001019MAC<<<<<<<<<<<0"),
            new("machine_code3", "Third line. Back.", "SAMPLE<<LAI<<<<<<<<<<<<<<<<<<<"),
        ],
        Extras = [CardOptions.PortraitImage],
    };

    protected override IEnumerable<DocumentSide> Define() => [Front(), Back()];

    private static DocumentSide Front() =>
        new DocumentSide("front") { WireSide = "front", Landmarks = Titles, Portrait = new Region(0.05f, 0.22f, 0.27f, 0.56f) }
            .Add(new FieldDefinition("side") { Constant = "front" })
            .Add(Row("name", 0.36f, 0.20f, 0.55f, 0.24f, FieldScript.TraditionalChinese, MacaoName.Han, "姓 / Apelido(s)", "姓名 / Nome", "Apelido(s)") with { IsMultiLine = true })
            .Add(Row("name_en", 0.36f, 0.20f, 0.55f, 0.24f, FieldScript.Latin, MacaoName.Latin, "名 / Nome(s)") with { IsMultiLine = true, AnchorAt = (0.36f, 0.335f) })
            .Add(Row("sex", 0.67f, 0.46f, 0.12f, 0.09f, FieldScript.ChineseAndLatin, PrintedSex.Han, "性別 / Sexo"))
            .Add(Date("issue_date", 0.36f, 0.69f, "本次發出日期 / Data de emissão", "Data de emissão"))
            .Add(Date("expiry_date", 0.36f, 0.80f, "有效期至 / Válido até", "Válido até") with { Parser = MacaoDate.Expiry })
            .Add(Date("birth_date", 0.36f, 0.46f, "出生日期 / Data de nascimento", "Data de nascimento"))
            .Add(Date("initial_issue_date", 0.36f, 0.58f, "首次發出日期 / 1.ª emissão", "1.ª emissão"))
            .Add(Row("height", 0.82f, 0.46f, 0.14f, 0.09f, FieldScript.Digits, MacaoHeight.Parse, "身高 / Altura"))
            .Add(Row("number", 0.67f, 0.82f, 0.30f, 0.10f, FieldScript.Digits, MacaoNumber.Parse, "編號 / N.º") with { Form = NumberForm(), Proves = true })
            .Add(Row("symbols", 0.67f, 0.58f, 0.15f, 0.09f, FieldScript.Latin, MacaoSymbols.Parse, "代碼 / Código") with { IsValid = MacaoSymbols.IsValid })
            .Agree("birth_date", "initial_issue_date", (birth, first) => MacaoDate.Read(birth) < MacaoDate.Read(first))
            .Agree("initial_issue_date", "issue_date", (first, issue) => MacaoDate.Read(first) <= MacaoDate.Read(issue))
            .Agree("issue_date", "expiry_date", (issue, expiry) => MacaoDate.Read(expiry) is not { } end || MacaoDate.Read(issue) < end);

    private static DocumentSide Back() =>
        new DocumentSide("back") { WireSide = "back", Zone = new Region(0.04f, 0.66f, 0.92f, 0.30f), AcceptsZone = zone => zone.Format == "TD1" && zone[MrzFieldName.Issuer] == "MAC" }
            .Add(new FieldDefinition("side") { Constant = "back" })
            .Add(new FieldDefinition("machine_code1") { Mrz = ZoneLine(0) })
            .Add(new FieldDefinition("machine_code2") { Mrz = ZoneLine(1) })
            .Add(new FieldDefinition("machine_code3") { Mrz = ZoneLine(2) });

    /// <summary>A box with the label in small print above the value.</summary>
    private static FieldDefinition Row(string key, float x, float y, float width, float height, FieldScript script, FieldParser parser, params IReadOnlyList<string> labels) =>
        Field(key, x, y, width, height, script, parser).Labelled(x, y + 0.02f, labels);

    private static FieldDefinition Date(string key, float x, float y, params IReadOnlyList<string> labels) =>
        Row(key, x, y, 0.28f, 0.09f, FieldScript.Digits, MacaoDate.Parse, labels);

    [GeneratedRegex(@"(?<!\d)\d{7}\(\d\)")]
    private static partial Regex NumberForm();
}
