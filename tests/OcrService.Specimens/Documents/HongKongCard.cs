using OcrService.Specimens.People;

namespace OcrService.Specimens.Documents;

/// <summary>What the two series of the Hong Kong identity card have in common. Numbers begin with Q, U or ZZ, which are not issued.</summary>
internal abstract class HongKongCard(string name, DateOnly firstIssue, DateOnly lastIssue) : DocumentSpecimen(name, "hk-id-card")
{
    private static readonly string[] Prefixes = ["Q", "U", "ZZ"];

    /// <summary>
    /// The character in brackets: weights 9 to 2 over the prefix, padded to two letters by a space of value 36, and the six digits; A is 10.
    /// </summary>
    public static char CheckCharacter(string number)
    {
        int sum = number.Length == 7 ? 9 * 36 : 0;
        for (int i = 0; i < number.Length; i++)
        {
            int value = char.IsAsciiDigit(number[i]) ? number[i] - '0' : number[i] - 'A' + 10;
            sum += value * (number.Length - i + 1);
        }

        int check = (11 - (sum % 11)) % 11;
        return check == 10 ? 'A' : (char)('0' + check);
    }

    internal sealed override CardContent Invent(Dice dice)
    {
        CantoneseName holder = CantoneseNames.HongKong(dice);
        DateOnly issue = dice.Between(firstIssue, lastIssue);
        DateOnly birth = dice.Between(issue.AddYears(-88), issue.AddYears(-11));
        DateOnly oldest = birth.AddYears(11) > new DateOnly(1960, 1, 1) ? birth.AddYears(11) : new DateOnly(1960, 1, 1);
        DateOnly initial = dice.Chance(0.3) ? issue : dice.Between(oldest, issue);
        bool permanent = dice.Chance(0.7), man = dice.Chance(0.5);
        string number = dice.Pick(Prefixes) + "000" + dice.Digits(3);
        int age = issue.Year - birth.Year - (issue.DayOfYear < birth.DayOfYear ? 1 : 0);

        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = holder.Han,
            ["name_en"] = $"{holder.Surname}, {holder.Given}",
            ["sex"] = man ? "M" : "F",
            ["birth_date"] = $"{birth:dd-MM-yyyy}",
            ["number"] = $"{number}({CheckCharacter(number)})",
            ["symbols"] = Symbols(dice, permanent, age),
            ["name_telegraph_code"] = CantoneseNames.TelegraphCodes(holder.Han),
            ["permanent"] = permanent ? "true" : "false",
            ["initial_issue_date"] = $"({initial:MM-yy})",
            ["issue_date"] = $"{issue:dd-MM-yy}",
        };
        var printed = new Dictionary<string, string>(fields, StringComparer.Ordinal)
        {
            ["printed_title"] = permanent ? "香港永久性居民身份證" : "香港身份證",
            ["printed_title_en"] = permanent ? "HONG KONG PERMANENT IDENTITY CARD" : "HONG KONG IDENTITY CARD",
            ["printed_sex"] = man ? "男 M" : "女 F",
        };
        return new CardContent(printed, fields, []);
    }

    /// <summary>Stars for those who may re-enter, status, place of birth, then rarer marks.</summary>
    private static string Symbols(Dice dice, bool permanent, int age)
    {
        string stars = permanent && dice.Chance(0.85) ? (age >= 18 ? "***" : "*") : "";
        string status = permanent ? "A" : dice.Pick(["R", "C", "C", "U"]);
        string born = dice.Pick(["Z", "Z", "X", "X", "W", "O"]);
        return stars + status + born + (dice.Chance(0.1) ? "B" : "") + (dice.Chance(0.08) ? "N" : "") + (dice.Chance(0.08) ? dice.Pick(["L", "L1", "L2"]) : "");
    }
}

/// <summary>The smart card issued from June 2003 to November 2018.</summary>
internal sealed class HongKongCard2003() : HongKongCard("hk-id-card-2003", new(2003, 6, 23), new(2018, 11, 23));

/// <summary>The smart card issued since 26 November 2018.</summary>
internal sealed class HongKongCard2018() : HongKongCard("hk-id-card-2018", new(2018, 11, 26), new(2025, 9, 30));
