using System.Text.RegularExpressions;
using OcrService.Documents.Fields;
using OcrService.Documents.Finding;
using OcrService.Documents.Values;

namespace OcrService.Documents.Types;

/// <summary>The Hong Kong identity card, front: the smart card of 2003 and the new one of 2018, permanent or not. No machine readable zone.</summary>
internal sealed partial class HongKongIdCard() : CardType("hk-id-card")
{
    private static readonly Landmark Permanent = new("香港永久性居民身份證", "HONG KONG PERMANENT IDENTITY CARD") { Proves = true };
    private static readonly Landmark Ordinary = new("香港身份證", "HONG KONG IDENTITY CARD") { Proves = true };

    public override DocumentContract Contract { get; } = new()
    {
        Operation = "RecognizeHkIdCard",
        Summary = "Hong Kong identity card",
        Description = "Reads the front of the Hong Kong identity card, of the series of 2003 and of 2018.",
        Fields =
        [
            new("name", "Chinese name; empty for holders without one.", "樂示例", Always: true),
            new("name_en", "English name.", "LOK, Shi Lai", Always: true),
            new("sex", "M or F.", "F", Always: true),
            new("birth_date", "Date of birth, DD-MM-YYYY.", "03-06-1985", Always: true),
            new("number", "Identity card number as printed.", "A123456(3)", Always: true),
            new("symbols", "Symbols line.", "***AZ", Always: true),
            new("name_telegraph_code", "Chinese commercial code of the name, four digits per character, separated by spaces.", "2867 4355 0173", Always: true),
            new("permanent", "True for a permanent identity card.", "true", Always: true) { Kind = WireKind.Flag },
            new("initial_issue_date", "Date of first registration, (MM-YY).", "(06-03)", Always: true),
            new("issue_date", "Date of issue, DD-MM-YY.", "26-11-18", Always: true),
        ],
        Extras = [CardOptions.PortraitLocation, CardOptions.PortraitImage],
    };

    protected override IEnumerable<DocumentSide> Define() =>
    [
        Front("front of 2018", new(0.05f, 0.20f, 0.29f, 0.60f), nameX: 0.36f, nameY: 0.20f, codeY: 0.38f, birthY: 0.52f, symbolsY: 0.60f, issueLabelY: 0.73f),
        Front("front of 2003", new(0.05f, 0.36f, 0.28f, 0.55f), nameX: 0.05f, nameY: 0.18f, codeY: 0.36f, birthY: 0.48f, symbolsY: 0.57f, issueLabelY: 0.71f),
    ];

    /// <summary>Both series have the same rows in the same order, at other heights.</summary>
    private static DocumentSide Front(string name, Region portrait, float nameX, float nameY, float codeY, float birthY, float symbolsY, float issueLabelY) =>
        new DocumentSide(name) { Portrait = portrait }
            .Add(Field("name", nameX, nameY, 0.35f, 0.10f, FieldScript.TraditionalChinese, HanName.Parse))
            .Add(Field("name_en", nameX, nameY + 0.10f, 0.60f, 0.07f, FieldScript.Latin, PersonName.Printed) with { Form = NameForm(), IsValid = HasComma })
            .Add(Field("sex", 0.68f, birthY, 0.15f, 0.07f, FieldScript.ChineseAndLatin, PrintedSex.Letter))
            .Add(Field("birth_date", 0.36f, birthY, 0.30f, 0.07f, FieldScript.Digits, HongKongDate.Birth).Labelled(0.36f, birthY - 0.04f, "出生日期 Date of Birth", "Date of Birth") with
            {
                Form = LongDate(),
            })
            .Add(Field("number", 0.64f, issueLabelY + 0.11f, 0.33f, 0.10f, FieldScript.Latin, HongKongNumber.Parse) with
            {
                Form = NumberForm(),
                Proves = true,
                IsValid = HongKongNumber.IsValid,
            })
            .Add(Field("symbols", 0.36f, symbolsY, 0.25f, 0.07f, FieldScript.Latin, HongKongSymbols.Parse) with { Form = SymbolsForm(), IsValid = HongKongSymbols.IsValid })
            .Add(Field("name_telegraph_code", 0.36f, codeY, 0.40f, 0.06f, FieldScript.Digits, TelegraphCode.Parse) with { Form = CodeForm() })
            .Add(new FieldDefinition("permanent") { Kind = FieldKind.Flag, Tells = [(Permanent, "true"), (Ordinary, "false")] })
            .Add(Field("initial_issue_date", 0.36f, issueLabelY + 0.04f, 0.18f, 0.06f, FieldScript.Digits, HongKongDate.FirstIssue) with { Form = MonthForm() })
            .Add(Field("issue_date", 0.36f, issueLabelY + 0.12f, 0.25f, 0.08f, FieldScript.Digits, HongKongDate.Issue).Labelled(0.36f, issueLabelY, "簽發日期 Date of Issue", "Date of Issue") with
            {
                Form = ShortDate(),
            })
            .Pair("permanent", "symbols", (permanent, symbols) =>
                permanent.Length == 0 && symbols.Length > 0 ? (HongKongSymbols.HasRightOfAbode(symbols) ? "true" : "false", symbols)
                : symbols.Length == 0 || HongKongSymbols.HasRightOfAbode(symbols) == (permanent == "true") ? (permanent, symbols) : null)
            .Agree("name", "name_telegraph_code", (han, code) => TelegraphCode.Fits(code, han))
            .Agree("birth_date", "issue_date", (birth, issue) => HongKongDate.BirthDate(birth) < HongKongDate.IssueDate(issue));

    [GeneratedRegex(@"(?<![\d-])\d{2}-\d{2}-[12]\d{3}(?!\d)")]
    private static partial Regex LongDate();

    [GeneratedRegex(@"(?<![\d-])\d{2}-\d{2}-\d{2}(?!\d)")]
    private static partial Regex ShortDate();

    [GeneratedRegex(@"\(\d{2}-\d{2}\)")]
    private static partial Regex MonthForm();

    [GeneratedRegex(@"(?<![A-Z])[A-Z]{1,2}\d{6}\([0-9A]\)")]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"^\*{1,3}[ARCU][ZXWO2]|^[ARCU][ZXWO][BN]?$")]
    private static partial Regex SymbolsForm();

    [GeneratedRegex("^[A-Z'-]{2,}l?[,.][A-Z][A-Za-z'-]+")]
    private static partial Regex NameForm();

    [GeneratedRegex(@"^\d{8}(\d{4}){0,4}$")]
    private static partial Regex CodeForm();
}
