using System.Text.RegularExpressions;
using OcrService.Documents.Fields;
using OcrService.Documents.Finding;
using OcrService.Documents.Mrz;
using OcrService.Documents.Pages;
using OcrService.Documents.Values;

namespace OcrService.Documents.Types;

/// <summary>
/// Passports (ICAO Doc 9303 part 4): the machine readable zone of any state, and the full data page of the ordinary Chinese
/// passport issued since 2012. Request option <c>country_code</c>: <c>GENERAL</c>, <c>CHN</c>, or absent for automatic.
/// </summary>
internal sealed partial class Passport() : DocumentType("passport")
{
    private const float Aspect = 125f / 88;
    private const float ZoneWidth = 44 * 2.54f / 125;

    private static readonly ChoiceOption CountryCodeOption = new(
        "country_code",
        "Selects the reader: GENERAL = machine readable zone only, CHN = full Chinese passport. Without it the service decides by "
            + "itself which kind of passport it sees.",
        ["GENERAL", "CHN"]);

    public override DocumentContract Contract { get; } = new()
    {
        Operation = "RecognizePassport",
        Summary = "Passport",
        Description =
            "Reads the data page of a passport. Ordinary Chinese electronic passports are read in full (printed fields and Chinese "
            + "text); all others are read through the two-line machine readable zone, which yields seven fields.",
        Options = [CountryCodeOption],
        Fields =
        [
            new("passport_type", "Type letter: P ordinary, W diplomatic, G service. Chinese passports only.", "P"),
            new("country_code", "Three-letter code of the issuing state.", "UTO", Always: true),
            new("passport_number", "Passport number.", "X12345678", Always: true),
            new("nationality", "Nationality in English. Chinese passports only.", "CHINESE"),
            new("surname", "Surname in Latin capitals.", "SAMPLE", Always: true),
            new("given_name", "Given names in Latin capitals, separated by a space.", "ALEX JORDAN", Always: true),
            new("sex", "M or F.", "M", Always: true),
            new("date_of_birth", "Date of birth, YYYY-MM-DD.", "1985-09-18", Always: true),
            new("date_of_expiry", "Date of expiry, YYYY-MM-DD.", "2030-01-15", Always: true),
            new("date_of_issue", "Date of issue, YYYY-MM-DD. Chinese passports only.", "2020-07-09"),
            new("place_of_birth", "Place of birth in Latin capitals. Chinese passports only.", "HUNAN"),
            new("place_of_issue", "Place of issue in Latin capitals. Chinese passports only.", "GUANGDONG"),
            new("issuing_authority", "Issuing authority in English. Chinese passports only.", "MPS Exit & Entry Administration"),
            new("machine_code", "First line of the machine readable zone. Not of Chinese passports.", "P<UTOSAMPLE<<ALEX<JORDAN<<<<<<<<<<<<<<<<<<<<"),
            new("machine_code2", "Second line of the machine readable zone. Not of Chinese passports.", "X123456785UTO8509185M3001156<<<<<<<<<<<<<<00"),
            new("extra_info", "Extra data in the local script; {} by default.", null, Always: true,
            [
                new("local_language", "Of Chinese passports.", null, Always: false,
                [
                    new("name", "Name.", "示例"),
                    new("sex", "Sex.", "女"),
                    new("place_of_birth", "Place of birth.", "湖南"),
                    new("place_of_issue", "Place of issue.", "广东"),
                    new("issuing_authority", "Issuing authority.", "公安部出入境管理局"),
                    new("nationality", "Nationality.", "中国"),
                ]),
            ]),
        ],
    };

    public override bool NeedsMrz => true;

    public override Outcome<DocumentResult> Extract(Page page, IPicture picture, DocumentRequest request, DocumentOptions options)
    {
        string? country = request.Of(CountryCodeOption);
        MrzDocument? zone = page.MrzZones.Select(z => MrzReader.Read(z, request.Today)).OfType<MrzDocument>().MaxBy(z => z.Plausibility);
        FoundCard? chinese = country == "GENERAL" ? null : CardFinder.Find([Chinese], page, request.Today);
        if (zone is null)
        {
            // The printed page of a Chinese passport says enough without its zone; of another one nothing is known.
            return chinese is null ? DocumentFaults.NotFound : Fill(chinese, page, picture, request, options);
        }

        bool foreign = zone[MrzFieldName.Issuer] != "CHN";
        if (zone.Format != "TD3" || (country == "CHN" && foreign))
        {
            return DocumentFaults.NotFound;
        }

        bool full = country != "GENERAL" && !foreign && MainlandNumber().IsMatch(zone[MrzFieldName.Number]);
        FoundCard card = full && chinese is not null ? chinese with { Zone = zone } : new FoundCard(full ? Chinese : General, FrameOf(zone), zone, [], zone.Plausibility);
        return Fill(card, page, picture, request, options);
    }

    protected override IEnumerable<DocumentSide> Define() => [DefineGeneral(), DefineChinese()];

    private DocumentSide General => Sides[0];

    private DocumentSide Chinese => Sides[1];

    private static DocumentSide DefineGeneral() => new DocumentSide("machine readable zone") { EmptyGroups = ["extra_info"] }
        .Add(new("country_code") { Mrz = Of(MrzFieldName.Issuer) })
        .Add(new("surname") { Mrz = Of(MrzFieldName.Surname) })
        .Add(new("given_name") { Mrz = Of(MrzFieldName.GivenNames) })
        .Add(new("passport_number") { Mrz = Of(MrzFieldName.Number) })
        .Add(new("date_of_birth") { Mrz = BirthDate })
        .Add(new("sex") { Mrz = Sex })
        .Add(new("date_of_expiry") { Mrz = ExpiryDate })
        .Add(new("machine_code") { Mrz = (zone, _) => (zone.Lines[0], zone.Fields[MrzFieldName.Surname]), IsJudged = false })
        .Add(new("machine_code2") { Mrz = (zone, _) => (zone.Lines[1], zone.Fields[MrzFieldName.Number]), IsJudged = false });

    // Columns begin at 0.32, 0.44 and 0.63 of the page and end where the next one begins; a label stands above its value.
    private static DocumentSide DefineChinese() => new DocumentSide("Chinese data page") { Aspect = Aspect, Landmarks = [new("护照号码/Passport No.") { Proves = true }, new("中华人民共和国护照") { Proves = true }] }
        .Add(Printed("passport_type", "类型/Type", 0.32f, 0.14f, 0.13f, FieldScript.Latin, t => TypeLetter().Match(t).Value, TypeOf))
        .Add(Printed("country_code", "国家码/Country Code", 0.46f, 0.14f, 0.16f, FieldScript.Latin, t => CountryCode().IsMatch(t) ? "CHN" : null, Of(MrzFieldName.Issuer)))
        .Add(Printed("passport_number", "护照号码/Passport No.", 0.63f, 0.145f, 0.32f, FieldScript.Latin, NumberOf, Of(MrzFieldName.Number)))
        .Add(Printed("nationality", "国籍/Nationality", 0.44f, 0.36f, 0.18f, FieldScript.ChineseAndLatin, t => Nationality(t) ? "CHINESE" : null, NationalityOf))
        .Add(LatinName("surname", n => n.Surname, MrzFieldName.Surname))
        .Add(LatinName("given_name", n => n.Given, MrzFieldName.GivenNames))
        .Add(Printed("sex", "性别/Sex", 0.32f, 0.36f, 0.11f, FieldScript.ChineseAndLatin, SexOf, Sex))
        .Add(Printed("date_of_birth", "出生日期/Date of birth", 0.63f, 0.36f, 0.32f, FieldScript.ChineseAndLatin, PrintedDate.DayMonthYear, BirthDate))
        .Add(Printed("date_of_expiry", "有效期至/Date of expiry", 0.63f, 0.54f, 0.32f, FieldScript.ChineseAndLatin, PrintedDate.DayMonthYear, ExpiryDate))
        .Add(Printed("date_of_issue", "签发日期/Date of issue", 0.63f, 0.45f, 0.32f, FieldScript.ChineseAndLatin, PrintedDate.DayMonthYear))
        .Add(BirthPlace("place_of_birth", p => p.Latin))
        .Add(IssuePlace("place_of_issue", p => p.Latin))
        .Add(Authority("issuing_authority", a => a.Latin))
        .Add(Printed("extra_info.local_language.name", "姓名/Name", 0.32f, 0.2f, 0.6f, FieldScript.ChineseName, HanName.Parse, HanOfZone) with
        {
            AnchorAt = (0.32f, 0.165f),
            SourcesAgree = NamesAgree,
        })
        .Add(Printed("extra_info.local_language.sex", "性别/Sex", 0.32f, 0.36f, 0.11f, FieldScript.ChineseAndLatin, t => HanSex(SexOf(t)), (z, d) => Sex(z, d) is { } s ? (HanSex(s.Value) ?? "", s.Origin) : null))
        .Add(BirthPlace("extra_info.local_language.place_of_birth", p => p.Han))
        .Add(IssuePlace("extra_info.local_language.place_of_issue", p => p.Han))
        .Add(Authority("extra_info.local_language.issuing_authority", a => a.Han))
        .Add(Printed("extra_info.local_language.nationality", "国籍/Nationality", 0.44f, 0.36f, 0.18f, FieldScript.ChineseAndLatin, t => Nationality(t) ? "中国" : null, (z, d) => NationalityOf(z, d) is { } n ? ("中国", n.Origin) : null))
        .Agree("date_of_issue", "date_of_expiry", ValidityIsTenOrFiveYears)
        .Agree("date_of_birth", "date_of_issue", (birth, issue) => string.CompareOrdinal(birth, issue) < 0)
        .Agree("country_code", "nationality", (code, nationality) => code == "CHN" && nationality == "CHINESE");

    // The contract gives no confidence for extra_info.
    private static FieldDefinition Printed(
        string key, string label, float x, float y, float width, FieldScript script, FieldParser parser, MrzSource? zone = null) => new(key)
        {
            IsJudged = !key.Contains('.', StringComparison.Ordinal),
            Anchor = new Anchor([label, .. label.Split('/').Where(half => half.Length >= 4)]),
            AnchorAt = (x, y - 0.025f),
            Region = new Region(x, y, width, 0.04f),
            Script = script,
            Parser = parser,
            Mrz = zone,
        };

    private static FieldDefinition LatinName(string key, Func<PersonName, string> part, MrzFieldName zone) =>
        Printed(key, "姓名/Name", 0.32f, 0.26f, 0.6f, FieldScript.Latin, t => PersonName.AtComma(t) is { } n ? part(n) : null, Of(zone)) with
        {
            AnchorAt = (0.32f, 0.165f),
            SourcesAgree = (printed, machine) => Squeezed(printed) == Squeezed(machine),
        };

    private static FieldDefinition BirthPlace(string key, Func<ChinesePlace, string> part) =>
        Printed(key, "出生地点/Place of birth", 0.32f, 0.45f, 0.3f, FieldScript.ChineseAndLatin, t => ChinesePlaces.Parse(t) is { } p ? part(p) : null);

    private static FieldDefinition IssuePlace(string key, Func<ChinesePlace, string> part) =>
        Printed(key, "签发地点/Place of issue", 0.32f, 0.54f, 0.3f, FieldScript.ChineseAndLatin, t => ChinesePlaces.Parse(t) is { } p ? part(p) : null);

    private static FieldDefinition Authority(string key, Func<ChineseAuthority, string> part) =>
        Printed(key, "签发机关/Authority", 0.32f, 0.64f, 0.3f, FieldScript.ChineseAndLatin, t => ChineseAuthority.Parse(t) is { } a ? part(a) : null) with
        {
            // Chinese and English stand on lines of their own.
            Region = new Region(0.32f, 0.64f, 0.3f, 0.085f),
        };

    private static MrzSource Of(MrzFieldName name) => (zone, _) => (zone[name], zone.Fields[name]);

    private static (string Value, MrzField Origin)? Sex(MrzDocument zone, DateOnly today) =>
        zone[MrzFieldName.Sex] is "M" or "F" ? (zone[MrzFieldName.Sex], zone.Fields[MrzFieldName.Sex]) : null;

    private static (string Value, MrzField Origin)? BirthDate(MrzDocument zone, DateOnly today) =>
        zone.BirthDate(today) is { } date ? (PrintedDate.Format(date), zone.Fields[MrzFieldName.BirthDate]) : null;

    private static (string Value, MrzField Origin)? ExpiryDate(MrzDocument zone, DateOnly today) =>
        zone.ExpiryDate(today) is { } date ? (PrintedDate.Format(date), zone.Fields[MrzFieldName.ExpiryDate]) : null;

    private static (string Value, MrzField Origin)? NationalityOf(MrzDocument zone, DateOnly today) =>
        zone[MrzFieldName.Nationality] == "CHN" ? ("CHINESE", zone.Fields[MrzFieldName.Nationality]) : null;

    /// <summary>P ordinary, W diplomatic, G service and public affairs.</summary>
    private static (string Value, MrzField Origin)? TypeOf(MrzDocument zone, DateOnly today) =>
        (zone[MrzFieldName.DocumentCode] switch { "PD" => "W", "PS" or "PP" => "G", _ => "P" }, zone.Fields[MrzFieldName.DocumentCode]);

    private static (string Value, MrzField Origin)? HanOfZone(MrzDocument zone, DateOnly today) =>
        ChineseNameCode.Decode(zone[MrzFieldName.Optional]) is { Length: >= 2 } name ? (name, zone.Fields[MrzFieldName.Optional]) : null;

    /// <summary>The zone has room for three characters; a longer printed name goes on after them.</summary>
    private static bool NamesAgree(string printed, string machine) =>
        printed == machine || (machine.Length == 3 && printed.StartsWith(machine, StringComparison.Ordinal));

    private static bool ValidityIsTenOrFiveYears(string issue, string expiry) =>
        PrintedDate.Parse(issue) is { } from && PrintedDate.Parse(expiry) is { } to && (from.AddYears(10).AddDays(-1) == to || from.AddYears(5).AddDays(-1) == to);

    private static string Squeezed(string name) => string.Concat(name.Where(char.IsLetter));

    private static bool Nationality(string text) =>
        text.Contains("中国", StringComparison.Ordinal) || FuzzyText.Find(FuzzyText.Compact(text), "chinese").Distance <= 2;

    private static string? SexOf(string text) => SexLetters().Match(text) switch
    {
        { Success: true, Value: "男" or "M" } => "M",
        { Success: true, Value: "女" or "F" } => "F",
        _ => null,
    };

    private static string? HanSex(string? letter) => letter switch { "M" => "男", "F" => "女", _ => null };

    /// <summary>Chinese numbers have neither I nor O, so those are digits misread.</summary>
    private static string? NumberOf(string text)
    {
        string compact = string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        Match match = PrintedNumber().Match(compact);
        if (!match.Success)
        {
            return null;
        }

        char second = match.Value[1] is 'O' ? '0' : match.Value[1] is 'I' ? '1' : match.Value[1];
        return $"{match.Value[0]}{second}{string.Concat(match.Value[2..].Select(Lookalikes.LetterToDigit))}";
    }

    /// <summary>
    /// The data page from its two machine readable lines: 44 cells of 2.54 mm in the middle of 125 mm, at the foot of 88 mm. The
    /// lines are too close together to tell perspective, so the page is taken as a rectangle along them.
    /// </summary>
    private static DocumentFrame FrameOf(MrzDocument zone)
    {
        Quad upper = zone.LineQuads[0];
        Quad lower = zone.LineQuads[1];
        PagePoint along = upper.At(1, 0.5f) - upper.At(0, 0.5f) + (lower.At(1, 0.5f) - lower.At(0, 0.5f));
        PagePoint right = along * (0.5f / ZoneWidth);
        PagePoint down = new PagePoint(-right.Y, right.X) * (1 / Aspect);
        PagePoint center = (upper.At(0.5f, 0.5f) + lower.At(0.5f, 0.5f)) * 0.5f;
        // The middle between the lines stands at half the width and 0.893 of the height.
        PagePoint origin = center - (right * 0.4925f) - (down * 0.893f);
        return new DocumentFrame(new Quad(origin, origin + right, origin + right + down, origin + down));
    }

    [GeneratedRegex("^(E[A-Z0-9]\\d{7}|G\\d{8}|[SPD]E?\\d{7,8})$")]
    private static partial Regex MainlandNumber();

    [GeneratedRegex("[A-Z][A-Z0-9][0-9OIDLZSBQ]{7}")]
    private static partial Regex PrintedNumber();

    [GeneratedRegex("[PWG]")]
    private static partial Regex TypeLetter();

    [GeneratedRegex("C[HMN][NMH]")]
    private static partial Regex CountryCode();

    [GeneratedRegex("[男女MF]")]
    private static partial Regex SexLetters();
}
