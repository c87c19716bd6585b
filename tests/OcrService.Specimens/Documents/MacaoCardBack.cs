using OcrService.Specimens.Cards;
using OcrService.Specimens.People;

namespace OcrService.Specimens.Documents;

/// <summary>The back of the Macao card. The zone's layout is not public; it is drawn as a TD1 zone with the number in its place.</summary>
internal sealed class MacaoCardBack() : DocumentSpecimen("macao-id-card-back", "macao-id-card")
{
    internal override CardContent Invent(Dice dice)
    {
        CantoneseName name = CantoneseNames.Macao(dice);
        DateOnly issue = dice.Between(new DateOnly(2014, 1, 1), new DateOnly(2025, 9, 30));
        DateOnly birth = dice.Between(issue.AddYears(-59), issue.AddYears(-18));
        IReadOnlyList<string> mrz = Td1.Compose(
            "ID", "MAC", "900" + dice.Digits(5), Td1.Names(name.Surname, name.Given), dice.Pick(["CHN", "CHN", "PRT", ""]),
            birth, dice.Chance(0.5) ? "M" : "F", issue.AddYears(10).AddDays(-1));
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["side"] = "back",
            ["machine_code1"] = mrz[0],
            ["machine_code2"] = mrz[1],
            ["machine_code3"] = mrz[2],
        };
        return new CardContent(fields, fields, mrz);
    }
}
