using OcrService.Specimens.People;

namespace OcrService.Specimens.Documents;

/// <summary>The front of a driving licence of Myanmar: every value in Burmese and in Latin letters. Numbers are 00000 or 99990 to 99999.</summary>
internal sealed class MyanmarDriverLicense() : DocumentSpecimen("myanmar-driver-license", "myanmar-driver-license")
{
    private static readonly IReadOnlyDictionary<string, object> Members =
        new Dictionary<string, object>(StringComparer.Ordinal) { ["convert_unicode"] = true };

    // The letters of the licence classes in the order of both alphabets.
    private static readonly Bilingual[] Classes = [new("က", "A"), new("ခ", "B"), new("ဂ", "C"), new("ဃ", "D"), new("င", "E"), new("စ", "F")];

    public override IReadOnlyDictionary<string, object> Request => Members;

    internal override CardContent Invent(Dice dice)
    {
        Bilingual letter = dice.Pick(Classes), name = Burmese.Name(dice), nrc = NrcNumbers.Invent(dice), blood = Burmese.BloodGroup(dice);
        DateOnly expiry = dice.Between(new DateOnly(2024, 1, 1), new DateOnly(2030, 9, 30));
        string number = $"/{(dice.Chance(0.4) ? "00000" : "9999" + dice.Digits(1))}/{expiry.AddYears(-5):yy}";
        string birth = Hyphened(Crowd.Birth(dice)), until = Hyphened(expiry);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["card_number"] = letter.Burmese + NativeDigits.Burmese(number),
            ["card_number_en"] = letter.Latin + number,
            ["name"] = name.Burmese,
            ["name_en"] = name.Latin,
            ["nrc_id"] = nrc.Burmese,
            ["nrc_id_en"] = nrc.Latin,
            ["birth"] = NativeDigits.Burmese(birth),
            ["birth_en"] = birth,
            ["blood_group"] = blood.Burmese,
            ["blood_group_en"] = blood.Latin,
            ["expiried_date"] = NativeDigits.Burmese(until),
            ["expiried_date_en"] = until,
        };
        return new CardContent(fields, fields, []);
    }

    private static string Hyphened(DateOnly date) => date.ToString("d-M-yyyy");
}
