using OcrService.Specimens.People;

namespace OcrService.Specimens.Documents;

/// <summary>The front of the Thai national identity card. Numbers begin with 9, a category that is not assigned.</summary>
internal sealed class ThaiCardFront() : DocumentSpecimen("thailand-id-card-front", "thailand-id-card")
{
    private static readonly string[] Religions = ["พุทธ", "พุทธ", "พุทธ", "อิสลาม", "คริสต์", "ฮินดู", "ซิกข์", "-", ""];

    internal override CardContent Invent(Dice dice)
    {
        DateOnly issue = dice.Between(new DateOnly(2017, 6, 1), new DateOnly(2025, 9, 30));
        DateOnly birth = dice.Between(issue.AddYears(-82), issue.AddYears(-7));
        ThaiName name = ThaiNames.Citizen(dice, child: birth.AddYears(15) > issue);
        (string first, string second) = ThaiPlaces.Address(dice);
        bool forLife = birth.AddYears(70) <= issue;
        DateOnly expiry = Expiry(birth, issue);
        string issuedAt = $"{issue:MMdd}{dice.Between(8, 16):00}{dice.Between(0, 59):00}";

        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["type"] = "normal",
            ["side"] = "front",
            ["id_number"] = ThaiPrint.Number("9" + dice.Digits(11)),
            ["name_th"] = name.Thai,
            ["first_name_en"] = name.First,
            ["last_name_en"] = name.Last,
            ["date_of_birth_th"] = ThaiPrint.Thai(birth),
            ["date_of_birth_en"] = ThaiPrint.Latin(birth),
            ["religion_th"] = dice.Pick(Religions),
            ["address_th"] = $"{first} {second}",
            ["date_of_issue_th"] = ThaiPrint.Thai(issue),
            ["date_of_issue_en"] = ThaiPrint.Latin(issue),
            ["date_of_expiry_th"] = forLife ? "ตลอดชีพ" : ThaiPrint.Thai(expiry),
            ["date_of_expiry_en"] = forLife ? "LIFELONG" : ThaiPrint.Latin(expiry),
            ["serial_number"] = $"{dice.Digits(4)}-{dice.Between(1, 12):00}-{issuedAt}",
        };
        var printed = new Dictionary<string, string>(fields, StringComparer.Ordinal)
        {
            ["printed_address_1"] = first,
            ["printed_address_2"] = second,
            ["printed_officer"] = $"({ThaiNames.Citizen(dice, child: false).Thai})",
        };
        return new CardContent(printed, fields, []);
    }

    /// <summary>Eight years and then up to the day before the next birthday.</summary>
    private static DateOnly Expiry(DateOnly birth, DateOnly issue)
    {
        DateOnly end = birth.AddYears(issue.Year + 8 - birth.Year).AddDays(-1);
        return end < issue.AddYears(8) ? birth.AddYears(issue.Year + 9 - birth.Year).AddDays(-1) : end;
    }
}
