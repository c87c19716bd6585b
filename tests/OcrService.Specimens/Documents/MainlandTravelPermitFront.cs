using OcrService.Specimens.Cards;
using OcrService.Specimens.People;

namespace OcrService.Specimens.Documents;

internal abstract class MainlandTravelPermitFront(string holders, string title, Func<Dice, MainlandTravelPermit> permit)
    : DocumentSpecimen($"mainland-travel-permit-{holders}-front", "mainland-travel-permit")
{
    private static readonly string[] Authorities = ["公安部出入境管理局", "公安部出入境管理局", "中华人民共和国出入境管理局", "国家移民管理局"];

    internal override CardContent Invent(Dice dice)
    {
        MainlandTravelPermit card = permit(dice);
        ReturnPermit zone = card.Zone;

        // Most print the simplified name, some the one that the holder has at home.
        bool traditional = zone.Nationality.Length == 0 && dice.Chance(0.15);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["type"] = title,
            ["side"] = "front",
            ["name"] = traditional ? card.HomeName : zone.Han,
            ["name_en"] = $"{zone.Surname}, {zone.Given}",
            ["birth_date"] = PermitDates.Printed(zone.Birth),
            ["sex"] = zone.Sex == "M" ? "男" : "女",
            ["valid_period"] = PermitDates.Period(card.Issue, zone.Expiry),
            ["issuing_authority"] = dice.Pick(Authorities),
            ["number"] = zone.Number,
            ["issue_place"] = card.IssuePlace,
            ["issue_times"] = zone.Renewals,
        };
        var printed = new Dictionary<string, string>(fields, StringComparer.Ordinal) { ["nationality"] = zone.Nationality };
        return new CardContent(printed, fields, []);
    }
}

internal sealed class MainlandTravelPermitHkmoFront() : MainlandTravelPermitFront("hkmo", "港澳居民来往内地通行证", MainlandTravelPermit.HongKongOrMacao);

internal sealed class MainlandTravelPermitTaiwanFront() : MainlandTravelPermitFront("taiwan", "台湾居民来往大陆通行证", MainlandTravelPermit.Taiwan);

internal sealed class MainlandTravelPermitForeignFront() : MainlandTravelPermitFront("foreign", "港澳居民来往内地通行证", MainlandTravelPermit.Foreign);
