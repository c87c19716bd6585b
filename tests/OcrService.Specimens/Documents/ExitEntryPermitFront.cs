using OcrService.Specimens.Cards;
using OcrService.Specimens.People;

namespace OcrService.Specimens.Documents;

/// <summary>The front of a card with which mainland residents leave for Hong Kong and Macao or for Taiwan.</summary>
internal abstract class ExitEntryPermitFront(string region, string title, string code, string letter)
    : DocumentSpecimen($"exit-entry-permit-{region}-front", "exit-entry-permit")
{
    // I and O are left out of the letters that follow the C.
    private const string SecondLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static readonly string[] Authorities = ["公安部出入境管理局", "中华人民共和国出入境管理局"];

    internal override CardContent Invent(Dice dice)
    {
        DateOnly birth = PermitDates.Birth(dice);
        Person person = Crowd.Chinese(dice) with { Birth = birth };
        (DateOnly issue, DateOnly expiry) = PermitDates.Validity(dice, birth, grownUpAt: 16, years: 10, childYears: 5);
        string number = letter == "C" && dice.Chance(0.5) ? $"C{SecondLetters[dice.Between(0, SecondLetters.Length - 1)]}0000000" : letter + PermitNumbers.Body(dice);
        string line = PermitZone.ExitEntry(code, number, expiry, birth);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["type"] = title,
            ["side"] = "front",
            ["name"] = person.Han,
            ["name_en"] = $"{person.Surname}, {person.Given}",
            ["sex"] = person.Sex == "M" ? "男" : "女",
            ["birth_date"] = PermitDates.Printed(birth),
            ["number"] = number,
            ["issuing_authority"] = dice.Pick(Authorities),
            ["issue_place"] = dice.Pick(Province.All).Han,
            ["valid_period"] = PermitDates.Period(issue, expiry),
            ["machine_code"] = line,
        };

        // Some cards leave no space behind the comma; the wire always has one.
        var printed = new Dictionary<string, string>(fields, StringComparer.Ordinal)
        {
            ["name_en"] = $"{person.Surname},{(dice.Chance(0.7) ? " " : "")}{person.Given}",
        };
        return new CardContent(printed, fields, [line]);
    }
}

internal sealed class ExitEntryPermitHkmoFront() : ExitEntryPermitFront("hkmo", "往来港澳通行证", "CS", "C");

internal sealed class ExitEntryPermitTaiwanFront() : ExitEntryPermitFront("taiwan", "往来台湾通行证", "CD", "L");
