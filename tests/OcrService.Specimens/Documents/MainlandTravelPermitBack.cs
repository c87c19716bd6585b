using OcrService.Specimens.Cards;

namespace OcrService.Specimens.Documents;

internal abstract class MainlandTravelPermitBack(string region, string title) : DocumentSpecimen($"mainland-travel-permit-{region}-back", "mainland-travel-permit")
{
    internal override CardContent Invent(Dice dice)
    {
        MainlandTravelPermit permit = Permit(dice);
        IReadOnlyList<string> zone = PermitZone.Return(permit.Zone);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["type"] = title,
            ["side"] = "back",
            ["id_name"] = permit.Resident.Traditional,
            ["id_number"] = permit.HomeNumber,
            ["machine_code1"] = zone[0],
            ["machine_code2"] = zone[1],
            ["machine_code3"] = zone[2],
        };
        var printed = new Dictionary<string, string>(fields, StringComparer.Ordinal) { ["home"] = permit.Home };
        return new CardContent(printed, fields, zone);
    }

    private protected abstract MainlandTravelPermit Permit(Dice dice);
}

internal sealed class MainlandTravelPermitHkmoBack() : MainlandTravelPermitBack("hkmo", "港澳居民来往内地通行证")
{
    private protected override MainlandTravelPermit Permit(Dice dice) => MainlandTravelPermit.HongKongOrMacao(dice);
}

internal sealed class MainlandTravelPermitTaiwanBack() : MainlandTravelPermitBack("taiwan", "台湾居民来往大陆通行证")
{
    private protected override MainlandTravelPermit Permit(Dice dice) => MainlandTravelPermit.Taiwan(dice);
}
