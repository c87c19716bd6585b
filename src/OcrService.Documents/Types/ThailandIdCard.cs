using System.Text.RegularExpressions;
using OcrService.Documents.Fields;
using OcrService.Documents.Finding;
using OcrService.Documents.Values;

namespace OcrService.Documents.Types;

/// <summary>The Thai national identity card, front and back, and the pink card of people without Thai nationality.</summary>
internal sealed partial class ThailandIdCard() : CardType("thailand-id-card")
{
    private static readonly Landmark[] CitizenTitles = [new("บัตรประจำตัวประชาชน") { Proves = true }, new("Thai National ID Card") { Proves = true }];

    private static readonly Landmark[] PinkTitles = [new("บัตรประจำตัวคนซึ่งไม่มีสัญชาติไทย", "บัตรประจำตัวคนไม่มีสัญชาติไทย") { Proves = true }];

    /// <summary>What stands on both kinds of front beside the labels of fields. (Dates stand above their labels.)</summary>
    private static readonly Landmark[] Furniture =
    [
        new("Identification Number") { At = (0.19f, 0.185f) },
        new("วันออกบัตร") { At = (0.10f, 0.845f) },
        new("Date of Issue") { At = (0.10f, 0.945f) },
        new("วันบัตรหมดอายุ") { At = (0.58f, 0.845f) },
        new("Date of Expiry") { At = (0.58f, 0.945f) },
        new("เจ้าพนักงานออกบัตร"),
    ];

    public override DocumentContract Contract { get; } = new()
    {
        Operation = "RecognizeThailandIdcard",
        Summary = "Thai identity card",
        Description = "Reads the Thai national identity card, front or back, and the pink card for foreigners, with Thai and English values in separate fields.",
        Options = [CardOptions.Side],
        Fields =
        [
            new("type", "normal = card of a Thai citizen, pink = card for foreigners.", "normal"),
            new("side", "front or back.", "front", Always: true),
            new("id_number", "Identification number with the printed grouping. Front.", "1 1234 56789 01 4"),
            new("name_th", "Name in Thai, title included. Front.", "นาง ตัวอย่าง ทดสอบ"),
            new("name_en", "Full English name. Pink cards.", "MR. SAMPLE TESTER"),
            new("ref_number", "Reference number. Pink cards.", "00-1234-567890-1"),
            new("first_name_en", "English first name, title included. Front.", "Mrs. Tuayang"),
            new("last_name_en", "English last name. Front.", "Thotsop"),
            new("date_of_birth_th", "Birth date in Thai script, Buddhist era. Front.", "5 ก.พ. 2533"),
            new("date_of_birth_en", "Birth date in English. Front.", "5 Feb. 1990"),
            new("religion_th", "Religion in Thai; may be empty. Front.", "พุทธ"),
            new("address_th", "Address in Thai, one line. Front.", "99/9 หมู่ที่ 9 ต.ตัวอย่าง อ.เมือง จ.นนทบุรี"),
            new("date_of_issue_th", "Issue date in Thai script. Front.", "4 มี.ค. 2564"),
            new("date_of_issue_en", "Issue date in English. Front.", "4 Mar. 2021"),
            new("date_of_expiry_th", "Expiry date in Thai script. Front.", "4 ก.พ. 2573"),
            new("date_of_expiry_en", "Expiry date in English. Front.", "4 Feb. 2030"),
            new("serial_number", "Number printed below the portrait. Front.", "1001-01-03041234"),
            new("card_number", "Card number. Back.", "12345678"),
            new("laser_number", "Laser code. Back.", "ME0-0000000-00"),
        ],
        Extras = [CardOptions.PortraitImage, CardOptions.PortraitLocation, CardOptions.IdCardTypeWithScreen, CardOptions.TextLocation],
    };

    public override FieldScript? Writing => FieldScript.Thai;

    protected override IEnumerable<DocumentSide> Define() => [Front(), Pink(), Back()];

    private static DocumentSide Front() =>
        new DocumentSide("front") { WireSide = "front", Landmarks = [.. CitizenTitles, .. Furniture], Portrait = new Region(0.75f, 0.48f, 0.21f, 0.42f) }
            .Add(new FieldDefinition("type") { Constant = "normal", IsJudged = false })
            .Add(new FieldDefinition("side") { Constant = "front", IsJudged = false })
            .Add(Field("id_number", 0.45f, 0.11f, 0.50f, 0.09f, FieldScript.Digits, ThaiNumber.Parse).Labelled(0.19f, 0.14f, "เลขประจำตัวประชาชน") with
            {
                Form = CitizenNumber(),
                IsValid = ThaiNumber.IsValid,
                Proves = true,
            })
            .Add(Field("name_th", 0.29f, 0.18f, 0.67f, 0.12f, FieldScript.Thai, ThaiName.Parse).Labelled(0.14f, 0.24f, "ชื่อตัวและชื่อสกุล"))
            .Add(Field("first_name_en", 0.39f, 0.29f, 0.40f, 0.07f, FieldScript.Latin, ThaiLatinName.First).Labelled(0.32f, 0.32f, "Name"))
            .Add(Field("last_name_en", 0.45f, 0.37f, 0.35f, 0.06f, FieldScript.Latin, ThaiLatinName.Last).Labelled(0.32f, 0.39f, "Last name"))
            .Add(Thai("date_of_birth_th", 0.45f, 0.43f, 0.27f, 0.08f).Labelled(0.35f, 0.47f, "เกิดวันที่"))
            .Add(English("date_of_birth_en", 0.52f, 0.50f, 0.25f, 0.08f).Labelled(0.35f, 0.54f, "Date of Birth"))
            .Add(Field("religion_th", 0.42f, 0.57f, 0.14f, 0.08f, FieldScript.Thai, ThaiReligion.Parse).Labelled(0.35f, 0.60f, "ศาสนา"))
            .Add(Field("address_th", 0.10f, 0.62f, 0.63f, 0.16f, FieldScript.Thai, ThaiAddress.Parse).Labelled(0.10f, 0.66f, "ที่อยู่") with { IsMultiLine = true })
            .Add(Thai("date_of_issue_th", 0.09f, 0.77f, 0.17f, 0.06f))
            .Add(English("date_of_issue_en", 0.09f, 0.88f, 0.18f, 0.05f))
            .Add(Thai("date_of_expiry_th", 0.58f, 0.77f, 0.19f, 0.07f))
            .Add(English("date_of_expiry_en", 0.57f, 0.87f, 0.20f, 0.06f))
            .Add(Field("serial_number", 0.75f, 0.92f, 0.22f, 0.05f, FieldScript.Digits, ThaiSerial.Parse) with { Form = SerialForm() })
            .Pair("date_of_birth_th", "date_of_birth_en", SameDay)
            .Pair("date_of_issue_th", "date_of_issue_en", SameDay)
            .Pair("date_of_expiry_th", "date_of_expiry_en", SameDay);

    private static DocumentSide Pink() =>
        new DocumentSide("pink front") { WireSide = "front", Landmarks = [.. PinkTitles, .. Furniture], Portrait = new Region(0.75f, 0.48f, 0.21f, 0.42f) }
            .Add(new FieldDefinition("type") { Constant = "pink", IsJudged = false })
            .Add(new FieldDefinition("side") { Constant = "front", IsJudged = false })
            .Add(Field("id_number", 0.45f, 0.11f, 0.50f, 0.09f, FieldScript.Digits, ThaiNumber.Parse).Labelled(0.19f, 0.14f, "เลขประจำตัว 13 หลัก", "เลขประจำตัวประชาชน", "เลขประจำตัว") with { Form = AlienNumber(), Proves = true, IsValid = ThaiNumber.IsValid })
            .Add(Field("name_th", 0.29f, 0.18f, 0.67f, 0.12f, FieldScript.Thai, ThaiName.Parse).Labelled(0.14f, 0.24f, "ชื่อตัวและชื่อสกุล", "ชื่อ"))
            .Add(Field("name_en", 0.39f, 0.29f, 0.50f, 0.07f, FieldScript.Latin, ThaiLatinName.Full).Labelled(0.32f, 0.32f, "Name"))
            .Add(Field("ref_number", 0.70f, 0.92f, 0.28f, 0.05f, FieldScript.Digits, ThaiReference.Parse) with { Form = ReferenceForm(), Proves = true })
            .Add(Thai("date_of_birth_th", 0.45f, 0.43f, 0.27f, 0.08f).Labelled(0.35f, 0.47f, "เกิดวันที่"))
            .Add(Thai("date_of_issue_th", 0.09f, 0.77f, 0.17f, 0.06f))
            .Add(Thai("date_of_expiry_th", 0.58f, 0.77f, 0.19f, 0.07f))
            .Add(Field("address_th", 0.10f, 0.62f, 0.63f, 0.16f, FieldScript.Thai, ThaiAddress.Parse).Labelled(0.10f, 0.66f, "ที่อยู่") with { IsMultiLine = true });

    private static DocumentSide Back() =>
        new DocumentSide("back") { WireSide = "back", Landmarks = CitizenTitles, IsFreeForm = true }
            .Add(new FieldDefinition("side") { Constant = "back", IsJudged = false })
            .Add(Field("card_number", 0.05f, 0.04f, 0.30f, 0.08f, FieldScript.Digits, ThaiCardNumber.Parse))
            .Add(Field("laser_number", 0.27f, 0.55f, 0.46f, 0.09f, FieldScript.Latin, LaserCode.Parse) with { Form = LaserForm(), Proves = true });

    private static FieldDefinition Thai(string key, float x, float y, float width, float height) => Field(key, x, y, width, height, FieldScript.Thai, ThaiDate.Thai);

    private static FieldDefinition English(string key, float x, float y, float width, float height) => Field(key, x, y, width, height, FieldScript.Latin, ThaiDate.English);

    /// <summary>The two lines of a date by each other; null when they contradict.</summary>
    private static (string Thai, string English)? SameDay(string thai, string english) =>
        ThaiDate.Reconcile(thai, english) is { Thai: { } th, English: { } en } && (ThaiDate.IsLifelong(th) || ThaiDate.Read(th) == ThaiDate.Read(en)) ? (th, en) : null;

    // The first digit is the category of person: 0, 6 and 7 have no citizen's card, 8 may have either.
    [GeneratedRegex(@"(?<!\d)[1-589]\d{12}(?!\d)")]
    private static partial Regex CitizenNumber();

    [GeneratedRegex(@"(?<!\d)[0678]\d{12}(?!\d)")]
    private static partial Regex AlienNumber();

    [GeneratedRegex(@"(?<!\d)\d{4}-\d{2}-\d{8}(?!\d)")]
    private static partial Regex SerialForm();

    [GeneratedRegex(@"(?<!\d)\d{2}-\d{4}-\d{6}-\d(?!\d)")]
    private static partial Regex ReferenceForm();

    [GeneratedRegex(@"(?<![A-Z])[A-Z]{2}\d-?\d{7}-?\d{2}(?!\d)")]
    private static partial Regex LaserForm();
}
