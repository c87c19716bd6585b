using OcrService.Specimens.People;

namespace OcrService.Specimens.Documents;

internal abstract class MainlandTravelPermitFront(string region, string title) : DocumentSpecimen($"mainland-travel-permit-{region}-front", "mainland-travel-permit")
{
    private static readonly string[] Authorities = ["公安部出入境管理局", "公安部出入境管理局", "中华人民共和国出入境管理局", "国家移民管理局"];

    internal override CardContent Invent(Dice dice)
    {
        MainlandTravelPermit permit = Permit(dice);
        Person person = permit.Resident.Person;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["type"] = title,
            ["side"] = "front",
            ["name"] = dice.Chance(0.85) ? person.Han : permit.Resident.Traditional,
            ["name_en"] = $"{person.Surname}, {person.Given}",
            ["birth_date"] = PermitDates.Printed(person.Birth),
            ["sex"] = person.Sex == "M" ? "男" : "女",
            ["valid_period"] = PermitDates.Period(permit.Issue, permit.Zone.Expiry),
            ["issuing_authority"] = dice.Pick(Authorities),
            ["number"] = permit.Zone.Number,
            ["issue_place"] = permit.IssuePlace,
            ["issue_times"] = permit.Zone.Renewals,
        };
        return new CardContent(fields, fields, []);
    }

    private protected abstract MainlandTravelPermit Permit(Dice dice);
}

internal sealed class MainlandTravelPermitHkmoFront() : MainlandTravelPermitFront("hkmo", "港澳居民来往内地通行证")
{
    private protected override MainlandTravelPermit Permit(Dice dice) => MainlandTravelPermit.HongKongOrMacao(dice);
}

internal sealed class MainlandTravelPermitTaiwanFront() : MainlandTravelPermitFront("taiwan", "台湾居民来往大陆通行证")
{
    private protected override MainlandTravelPermit Permit(Dice dice) => MainlandTravelPermit.Taiwan(dice);
}
