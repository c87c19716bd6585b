using OcrService.Documents.Fields;
using OcrService.Documents.Finding;
using OcrService.Documents.Pages;
using OcrService.Documents.Values;

namespace OcrService.Documents.Types;

/// <summary>The Myanmar citizenship scrutiny card ("NRC"), front and back, printed by computer or typed.</summary>
internal sealed class MyanmarIdCard() : CardType("myanmar-id-card")
{
    /// <summary>A laminated paper card of roughly 90 x 65 mm.</summary>
    private const float CardAspect = 1.4f;

    private static readonly SwitchOption ReturnTranslation = new("return_translation", "Return Latin transliterations.");

    public override DocumentContract Contract { get; } = new()
    {
        Operation = "RecognizeMyanmarIdcard",
        Summary = "Myanmar identity card (NRC)",
        Description = "Reads the Myanmar national registration card, old or new design, front or back. Burmese text comes in Zawgyi unless convert_unicode is true.",
        Options = [CardOptions.ConvertUnicode, ReturnTranslation],
        Fields =
        [
            new("side", "front or back.", "front", Always: true),
            new("class", "new_version or old_version.", "new_version", Always: true),
            new("nrc_id", "NRC number in Burmese script. Front.", "၁၂/ကခဂ(နိုင်)၁၂၃၄၅၆"),
            new("issue_date", "Date of issue in Burmese script. Front.", "၁-၁-၂၀၁၅"),
            new("name", "Name in Burmese. Front.", "မနမူနာ"),
            new("father_name", "Father's name in Burmese. Front.", "ဦးစမ်းသပ်"),
            new("birth", "Date of birth in Burmese script. Front.", "၅-၂-၁၉၉၀"),
            new("bloodlines_religion", "Ethnic group and religion. Front.", "ဗမာ၊ဗုဒ္ဓ"),
            new("height", "Height. Front.", "၅ပေ ၂လက်မ"),
            new("blood_group", "Blood group. Front.", "အို"),
            new("card_id", "Card number. Back.", "AA123456"),
            new("nrc_id_back", "NRC number. Back.", "၁၂/ကခဂ(နိုင်)၁၂၃၄၅၆"),
            new("profession", "Occupation. Back.", "ကျောင်းသား"),
            new("address", "Address. Back.", "အမှတ် ၁၊ နမူနာလမ်း၊ ရန်ကုန်"),
            new("translation_info", "Latin transliterations. Front, on request.", null, Members:
            [
                new("name_translation", "Transliterated name.", "MA NAMUNA"),
                new("father_name_translation", "Transliterated father's name.", "U SANTHAT"),
                new("nrc_id_translation", "Transliterated NRC number.", "12/KAKHAGA(N)123456"),
                new("birth_translation", "Transliterated date of birth.", "5-2-1990"),
            ]),
        ],
        Extras = [CardOptions.PortraitImage, CardOptions.PortraitLocation, CardOptions.IdCardType],
        ConfidenceWhen = new SwitchOption("return_confidence", "Return the confidence object."),
    };

    public override FieldScript? Writing => FieldScript.Burmese;

    protected internal override string Write(FieldDefinition field, string value, DocumentRequest request) =>
        request.Of(CardOptions.ConvertUnicode) ? value : Zawgyi.FromUnicode(value);

    /// <summary>
    /// The old cards bear a black-and-white photo. A photocopy tells nothing, and the back of either has no photo: they count as new.
    /// </summary>
    private protected override IReadOnlyList<FieldValue> Complete(IReadOnlyList<FieldValue> values, FoundCard card, IPicture picture)
    {
        if (card.Side.Portrait is not { } region)
        {
            return values;
        }

        Quad portrait = card.Frame.ToPixels(region.X, region.Y, region.X + region.Width, region.Y + region.Height);
        bool old = IsGrey(picture.FindPortrait(portrait) ?? portrait) && !IsGrey(card.Frame.Quad);
        return old ? [.. values.Select(v => v.Key == "class" ? v with { Value = "old_version" } : v)] : values;

        bool IsGrey(Quad part) => picture.Inspect(part, null, CardChecks.Copy).Copy > CardInspection.AlarmAbove;
    }

    protected override IEnumerable<DocumentSide> Define() =>
    [
        Front("front, portrait at the left", new Region(0.04f, 0.25f, 0.22f, 0.40f), labels: 0.30f),
        Front("front, portrait at the right", new Region(0.74f, 0.25f, 0.22f, 0.40f), labels: 0.05f),
        Back(),
    ];

    /// <summary>The rows are the same; their labels stand at the left of what the portrait leaves.</summary>
    private static DocumentSide Front(string name, Region portrait, float labels) =>
        new DocumentSide(name)
        {
            WireSide = "front",
            Aspect = CardAspect,
            Portrait = portrait,
            Landmarks =
            [
                new("နိုင်ငံသားစိစစ်ရေးကတ်ပြား") { Proves = true },
                new("အဘအမည်") { Proves = true },
                new("လူမျိုး/ဘာသာ", "လူမျိုးနှင့်ကိုးကွယ်သည့်ဘာသာ") { Proves = true },
                new("ထင်ရှားသည့်အမှတ်အသား") { Proves = true },
            ],
        }
            .Add(new FieldDefinition("side") { Constant = "front", IsJudged = false })
            .Add(new FieldDefinition("class") { Constant = "new_version", IsJudged = false })
            .Add(Row("nrc_id", labels, 0.13f, 0.45f, 0.09f, NrcNumber.Burmese, "အမှတ်") with { IsValid = NrcNumber.IsValid })
            .Add(Row("issue_date", labels, 0.23f, 0.40f, 0.08f, BurmeseDate.Parse, "ရက်စွဲ", "နေ့စွဲ") with { IsValid = BurmeseDate.IsValid })
            .Add(Row("name", labels, 0.32f, 0.62f, 0.09f, BurmeseName.Parse, "အမည်"))
            .Add(Row("father_name", labels, 0.42f, 0.62f, 0.09f, BurmeseName.Parse, "အဘအမည်") with { IsJudged = false })
            .Add(Row("birth", labels, 0.51f, 0.45f, 0.08f, BurmeseDate.Parse, "မွေးသက္ကရာဇ်", "မွေးသဣရာဇ်") with { IsValid = BurmeseDate.IsValid })
            .Add(Row("bloodlines_religion", labels, 0.60f, 0.60f, 0.08f, BurmeseReligion.Parse, "လူမျိုး/ဘာသာ", "လူမျိုးနှင့်ကိုးကွယ်သည့်ဘာသာ"))
            .Add(Row("height", labels, 0.69f, 0.30f, 0.08f, BurmeseHeight.Parse, "အရပ်"))
            .Add(Row("blood_group", labels, 0.69f, 0.30f, 0.08f, BurmeseBloodGroup.Parse, "သွေးအုပ်စု") with { Region = new Region(0.62f, 0.69f, 0.30f, 0.08f), AnchorAt = (0.62f, 0.73f) })
            .Add(Translation("name_translation", "name", Romanisation.Of))
            .Add(Translation("father_name_translation", "father_name", Romanisation.Of))
            .Add(Translation("nrc_id_translation", "nrc_id", NrcNumber.ToLatin))
            .Add(Translation("birth_translation", "birth", BurmeseDate.ToLatin))
            .Agree("birth", "issue_date", (birth, issue) => BurmeseDate.Read(birth) < BurmeseDate.Read(issue));

    private static DocumentSide Back() =>
        new DocumentSide("back") { WireSide = "back", Aspect = CardAspect, IsFreeForm = true, Landmarks = [new("နေရပ်လိပ်စာ") { Proves = true }, new("အလုပ်အကိုင်") { Proves = true }] }
            .Add(new FieldDefinition("side") { Constant = "back", IsJudged = false })
            .Add(new FieldDefinition("class") { Constant = "new_version", IsJudged = false })
            .Add(Field("card_id", 0.05f, 0.03f, 0.40f, 0.09f, FieldScript.Burmese, MyanmarCardNumber.Parse).Labelled(0.05f, 0.075f, "စာအမှတ်"))
            .Add(Field("nrc_id_back", 0.50f, 0.03f, 0.45f, 0.09f, FieldScript.Burmese, NrcNumber.Burmese).Labelled(0.50f, 0.075f, "အမှတ်") with { IsValid = NrcNumber.IsValid })
            .Add(Row("profession", 0.30f, 0.15f, 0.60f, 0.09f, BurmeseProfession.Parse, "အလုပ်အကိုင်"))
            .Add(Row("address", 0.30f, 0.26f, 0.65f, 0.25f, BurmeseAddress.Parse, "နေရပ်လိပ်စာ") with { IsMultiLine = true });

    /// <summary>A row of the card: the label at the left, the value right of it.</summary>
    private static FieldDefinition Row(string key, float label, float y, float width, float height, FieldParser parser, params IReadOnlyList<string> wordings) =>
        Field(key, 0.30f, y, width, height, FieldScript.Burmese, parser).Labelled(label, y + (MathF.Min(height, 0.09f) / 2), wordings);

    private static FieldDefinition Translation(string member, string from, FieldParser make) =>
        new($"translation_info.{member}") { From = from, Parser = make, When = ReturnTranslation, IsJudged = false };
}
