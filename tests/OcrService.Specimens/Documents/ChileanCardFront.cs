using OcrService.Specimens.People;

namespace OcrService.Specimens.Documents;

/// <summary>The front of the Chilean identity card in the looks of 2013 and 2024. The RUN is above any person's.</summary>
internal sealed class ChileanCardFront() : DocumentSpecimen("chile-id-card-front", "chile-id-card")
{
    // Without those that look like digits.
    private const string Letters = "ABCDEFGHJKLMNPRSTUVWXYZ";

    private static readonly string[] Months = ["ENE", "FEB", "MAR", "ABR", "MAY", "JUN", "JUL", "AGO", "SEP", "OCT", "NOV", "DIC"];

    /// <summary>The RUN's check character: weights 2 to 7 from the right, 11 - sum mod 11; 11 is 0 and 10 is K.</summary>
    public static char CheckCharacter(string digits)
    {
        int sum = digits.Reverse().Select((digit, i) => (digit - '0') * (2 + (i % 6))).Sum();
        return (11 - (sum % 11)) switch { 11 => '0', 10 => 'K', int check => (char)('0' + check) };
    }

    internal override CardContent Invent(Dice dice)
    {
        (IReadOnlyList<string> surnames, string given, string sex) = SpanishNames.Invent(dice);
        DateOnly issue = dice.Between(new DateOnly(2016, 1, 1), new DateOnly(2025, 9, 30));
        DateOnly birth = dice.Between(issue.AddYears(-86), issue.AddYears(-3));
        string run = "990000" + dice.Digits(2);
        string document = (dice.Chance(0.25) ? $"{Letters[dice.Between(0, Letters.Length - 1)]}00" : "999") + ".0" + dice.Digits(2) + "." + dice.Digits(3);

        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["surname"] = string.Join('\n', surnames),
            ["given_name"] = given,
            ["nationality"] = dice.Chance(0.8) ? "CHILENA" : dice.Pick(SpanishNames.ForeignNationalities),
            ["sex"] = sex,
            ["birth"] = Day(birth),
            ["issue_date"] = Day(issue),
            ["expiry_date"] = Day(issue.AddYears(dice.Chance(0.7) ? 10 : 5)),
            ["document_number"] = document,
            ["number"] = $"{run[..2]}.{run[2..5]}.{run[5..]}-{CheckCharacter(run)}",
        };
        var printed = new Dictionary<string, string>(fields, StringComparer.Ordinal)
        {
            ["printed_surname_1"] = surnames[0],
            ["printed_surname_2"] = surnames.Count > 1 ? surnames[1] : "",
            ["printed_surnames"] = string.Join(' ', surnames),
        };
        return new CardContent(printed, fields, []);
    }

    private static string Day(DateOnly date) => $"{date.Day:00} {Months[date.Month - 1]} {date.Year}";
}
