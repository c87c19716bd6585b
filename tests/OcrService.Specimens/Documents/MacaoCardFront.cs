using OcrService.Specimens.People;

namespace OcrService.Specimens.Documents;

/// <summary>The front of the Macao resident identity card in the looks of 2002, 2013 and 2023. Numbers begin with 9; real ones do not.</summary>
internal sealed class MacaoCardFront() : DocumentSpecimen("macao-id-card-front", "macao-id-card")
{
    internal override CardContent Invent(Dice dice)
    {
        CantoneseName name = CantoneseNames.Macao(dice);
        DateOnly issue = dice.Between(new DateOnly(2008, 1, 1), new DateOnly(2025, 9, 30));
        DateOnly birth = dice.Between(issue.AddYears(-90), issue.AddYears(-6));
        DateOnly oldest = birth > new DateOnly(1992, 2, 1) ? birth.AddYears(5) : new DateOnly(1992, 2, 1);
        bool man = dice.Chance(0.5), permanent = dice.Chance(0.75);
        int years = birth.AddYears(18) > issue ? 5 : 10;

        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["side"] = "front",
            ["name"] = name.Han,
            ["name_en"] = $"{name.Surname} {name.Given}",
            ["sex"] = man ? "男" : "女",
            ["issue_date"] = Day(issue),
            // From sixty on the card is valid for life.
            ["expiry_date"] = birth.AddYears(60) <= issue ? "------" : Day(issue.AddYears(years).AddDays(-1)),
            ["birth_date"] = Day(birth),
            ["initial_issue_date"] = Day(dice.Between(oldest, issue)),
            ["height"] = $"{dice.Between(birth.AddYears(15) > issue ? 110 : 148, birth.AddYears(15) > issue ? 165 : 192) / 100m:0.00}",
            ["number"] = $"900{dice.Digits(4)}({dice.Digits(1)})",
            ["symbols"] = dice.Pick(["A", "A", "B", "C", "C", "D", "N"]) + (dice.Chance(0.6) ? "S" : "") + (man ? "M" : "F"),
        };
        var printed = new Dictionary<string, string>(fields, StringComparer.Ordinal)
        {
            ["printed_title"] = permanent ? "澳門特別行政區永久性居民身份證" : "澳門特別行政區非永久性居民身份證",
            ["printed_title_pt"] = permanent ? "Bilhete de Identidade de Residente Permanente da R.A.E.M." : "Bilhete de Identidade de Residente não Permanente da R.A.E.M.",
            ["printed_title_2023"] = permanent ? "澳門永久性居民身份證" : "澳門非永久性居民身份證",
            ["printed_title_2023_pt"] = permanent ? "Bilhete de Identidade de Residente Permanente de Macau" : "Bilhete de Identidade de Residente Não Permanente de Macau",
            ["printed_name_en"] = $"{name.Surname}, {name.Given}",
            ["printed_han_surname"] = name.HanSurname,
            ["printed_han_given"] = name.HanGiven,
            ["printed_surname"] = name.Surname,
            ["printed_given"] = name.Given,
            ["printed_sex"] = man ? "男 M" : "女 F",
            ["printed_sex_letter"] = man ? "M" : "F",
        };
        return new CardContent(printed, fields, []);
    }

    private static string Day(DateOnly date) => $"{date:dd-MM-yyyy}";
}
