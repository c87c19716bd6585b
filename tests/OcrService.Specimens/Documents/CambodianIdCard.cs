using OcrService.Specimens.Cards;
using OcrService.Specimens.People;

namespace OcrService.Specimens.Documents;

/// <summary>The front of a Cambodian identity card with its zone. Numbers are 999000000 to 999000009, which nobody holds.</summary>
internal sealed class CambodianIdCard() : DocumentSpecimen("cambodian-id-card", "cambodian-idcard")
{
    internal override CardContent Invent(Dice dice)
    {
        (Person person, string khmer) = Cambodian.Anyone(dice);
        DateOnly issue = dice.Between(new DateOnly(2012, 6, 1), new DateOnly(2025, 9, 30)), expiry = issue.AddYears(10).AddDays(-1);
        string number = "99900000" + dice.Digits(1);
        IReadOnlyList<string> zone = Td1.Compose("ID", "KHM", number, Td1.Names(person.Surname, person.Given), "KHM", person.Birth, person.Sex, expiry);
        string home = Cambodian.Home(dice), region = Cambodian.Region(dice);
        int height = person.Sex == "M" ? dice.Between(152, 186) : dice.Between(143, 175);

        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id_number"] = number + (dice.Chance(0.1) ? $"(0{dice.Between(1, 4)})" : ""),
            ["name_kh"] = khmer,
            ["name_en"] = $"{person.Surname} {person.Given}",
            ["birth_date"] = Dotted(person.Birth),
            ["sex"] = person.Sex == "M" ? "ប្រុស" : "ស្រី",
            ["height"] = $"{height} ស.ម",
            ["birth_place"] = Cambodian.Region(dice),
            ["address"] = $"{home} {region}",
            ["issue_date"] = Dotted(issue),
            ["expiry_date"] = Dotted(expiry),
            ["description"] = Cambodian.Mark(dice),
            ["machine_code1"] = zone[0],
            ["machine_code2"] = zone[1],
            ["machine_code3"] = zone[2],
        };

        // The wire has Arabic digits where the card has Khmer ones.
        var printed = new Dictionary<string, string>(fields, StringComparer.Ordinal)
        {
            ["birth_date"] = NativeDigits.Khmer(fields["birth_date"]),
            ["issue_date"] = NativeDigits.Khmer(fields["issue_date"]),
            ["expiry_date"] = NativeDigits.Khmer(fields["expiry_date"]),
            ["height"] = NativeDigits.Khmer(fields["height"]),
            ["address_1"] = home,
            ["address_2"] = region,
        };
        return new CardContent(printed, fields, zone);
    }

    private static string Dotted(DateOnly date) => date.ToString("dd.MM.yyyy");
}
