using OcrService.Specimens.People;

namespace OcrService.Specimens.Documents;

/// <summary>The card of a person without Thai nationality. Its numbers name the province 99, which does not exist.</summary>
internal sealed class ThaiPinkCard() : DocumentSpecimen("thailand-id-card-pink", "thailand-id-card")
{
    internal override CardContent Invent(Dice dice)
    {
        DateOnly issue = dice.Between(new DateOnly(2015, 1, 1), new DateOnly(2025, 9, 30));
        DateOnly birth = dice.Between(issue.AddYears(-75), issue.AddYears(-6));
        (string thai, string latin) = ThaiNames.Guest(dice);
        (string first, string second) = ThaiPlaces.Address(dice);

        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["type"] = "pink",
            ["side"] = "front",
            ["id_number"] = ThaiPrint.Number(dice.Pick(["0", "6", "7", "8"]) + "99" + dice.Digits(9)),
            ["name_th"] = thai,
            ["name_en"] = latin,
            ["ref_number"] = $"00-{dice.Digits(4)}-{dice.Digits(6)}-{dice.Digits(1)}",
            ["date_of_birth_th"] = ThaiPrint.Thai(birth),
            ["address_th"] = $"{first} {second}",
            ["date_of_issue_th"] = ThaiPrint.Thai(issue),
            ["date_of_expiry_th"] = ThaiPrint.Thai(issue.AddYears(10)),
        };
        var printed = new Dictionary<string, string>(fields, StringComparer.Ordinal)
        {
            ["printed_address_1"] = first,
            ["printed_address_2"] = second,
            ["printed_officer"] = $"({ThaiNames.Citizen(dice, child: false).Thai})",
        };
        return new CardContent(printed, fields, []);
    }
}
