using OcrService.Documents.Fields;
using OcrService.Documents.Values;

namespace OcrService.Documents.Types;

/// <summary>The Myanmar driving licence, front: every value in Burmese and in Latin letters, one confirming the other.</summary>
internal sealed class MyanmarDrivingLicence() : CardType("myanmar-driver-license")
{
    public override DocumentContract Contract { get; } = new()
    {
        Operation = "RecognizeMyanmarDriverLicense",
        Summary = "Myanmar driving licence",
        Description = "Reads the front of a Myanmar driving licence; each value exists in Burmese and in Latin script. Burmese text comes in Zawgyi unless convert_unicode is true.",
        Options = [CardOptions.ConvertUnicode],
        Fields =
        [
            new("card_number", "Licence number in Burmese script.", "က/၁၂၃၄၅/၁၈", Always: true),
            new("card_number_en", "Licence number in Latin script.", "A/12345/18", Always: true),
            new("name", "Name in Burmese.", "ဦးနမူနာ", Always: true),
            new("name_en", "Name in English.", "U NAMUNA", Always: true),
            new("nrc_id", "NRC number in Burmese script.", "၁၂/ကခဂ(နိုင်)၁၂၃၄၅၆", Always: true),
            new("nrc_id_en", "NRC number in Latin script.", "12/KAKHAGA(N)123456", Always: true),
            new("birth", "Date of birth in Burmese script.", "၅-၂-၁၉၉၀", Always: true),
            new("birth_en", "Date of birth in Latin script.", "5-2-1990", Always: true),
            new("blood_group", "Blood group in Burmese.", "အို", Always: true),
            new("blood_group_en", "Blood group in Latin script.", "O", Always: true),
            new("expiried_date", "Valid until, Burmese script.", "၃၁-၁၂-၂၀၂၈", Always: true),
            new("expiried_date_en", "Valid until, Latin script.", "31-12-2028", Always: true),
        ],
    };

    public override FieldScript? Writing => FieldScript.Burmese;

    protected internal override string Write(FieldDefinition field, string value, DocumentRequest request) =>
        request.Of(CardOptions.ConvertUnicode) ? value : Zawgyi.FromUnicode(value);

    protected override IEnumerable<DocumentSide> Define()
    {
        var side = new DocumentSide("front")
        {
            Portrait = new Region(0.03f, 0.28f, 0.25f, 0.45f),
            Landmarks = [new("ယာဉ်မောင်းလိုင်စင်") { Proves = true }, new("DRIVING LICENCE", "DRIVING LICENSE") { Proves = true }],
        };
        Row("card_number", 0.22f, 0.60f, LicenceNumber.Burmese, LicenceNumber.Latin, LicenceNumber.Reconcile, _ => true, "အမှတ်", "No.");
        Row("name", 0.33f, 0.60f, BurmeseName.Parse, BurmeseName.Latin, null, null, "အမည်", "Name");
        Row("nrc_id", 0.44f, 0.60f, NrcNumber.Burmese, NrcNumber.Latin, NrcNumber.Reconcile, NrcNumber.IsValid, "မှတ်ပုံတင်အမှတ်", "NRC No.");
        Row("birth", 0.55f, 0.60f, BurmeseDate.Parse, BurmeseDate.Latin, BurmeseDate.Reconcile, BurmeseDate.IsValid, "မွေးသက္ကရာဇ်", "Date of Birth", "D.O.B");
        Row("blood_group", 0.66f, 0.40f, BurmeseBloodGroup.Burmese, BurmeseBloodGroup.Latin, BurmeseBloodGroup.Reconcile, null, "သွေးအမျိုးအစား", "Blood Type");
        Row("expiried_date", 0.77f, 0.60f, BurmeseDate.Parse, BurmeseDate.Latin, BurmeseDate.Reconcile, BurmeseDate.IsValid, "ကုန်ဆုံးရက်", "သက်တမ်းကုန်ဆုံးမည့်နေ့", "Valid up to");
        side.Agree("birth_en", "expiried_date_en", (birth, expiry) => BurmeseDate.Read(birth) < BurmeseDate.Read(expiry));
        return [side];

        // A row holds the value in both scripts, beside or above one another; the reader of Burmese knows Latin letters as well.
        void Row(
            string key, float y, float width, FieldParser burmese, FieldParser latin, Func<string, string, (string, string)?>? settle, Func<string, bool>? isValid, params IReadOnlyList<string> labels)
        {
            side.Add(Field(key, 0.32f, y, width, 0.10f, FieldScript.Burmese, burmese).Labelled(0.32f, y + 0.03f, labels) with { IsMultiLine = true, IsValid = isValid });
            side.Add(Field($"{key}_en", 0.32f, y, width, 0.10f, FieldScript.Burmese, latin).Labelled(0.32f, y + 0.03f, labels) with { IsMultiLine = true, IsValid = isValid });
            if (settle is not null)
            {
                side.Pair(key, $"{key}_en", settle);
            }
        }
    }
}
