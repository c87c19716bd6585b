namespace OcrService.Specimens.Documents;

internal abstract class MainlandTravelPermitBack(string holders, string title, Func<Dice, MainlandTravelPermit> permit)
    : DocumentSpecimen($"mainland-travel-permit-{holders}-back", "mainland-travel-permit")
{
    internal override CardContent Invent(Dice dice)
    {
        MainlandTravelPermit card = permit(dice);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["type"] = title,
            ["side"] = "back",
            ["id_name"] = card.HomeName,
            ["id_number"] = card.HomeNumber,
            ["machine_code1"] = card.Lines[0],
            ["machine_code2"] = card.Lines[1],
            ["machine_code3"] = card.Lines[2],
        };
        var printed = new Dictionary<string, string>(fields, StringComparer.Ordinal) { ["home"] = card.Home };
        return new CardContent(printed, fields, card.Lines);
    }
}

internal sealed class MainlandTravelPermitHkmoBack() : MainlandTravelPermitBack("hkmo", "港澳居民来往内地通行证", MainlandTravelPermit.HongKongOrMacao);

internal sealed class MainlandTravelPermit1999Back() : MainlandTravelPermitBack("1999", "港澳居民来往内地通行证", MainlandTravelPermit.Of1999);

internal sealed class MainlandTravelPermitForeignBack() : MainlandTravelPermitBack("foreign", "港澳居民来往内地通行证", MainlandTravelPermit.Foreign);

internal sealed class MainlandTravelPermitTaiwanBack() : MainlandTravelPermitBack("taiwan", "台湾居民来往大陆通行证", MainlandTravelPermit.Taiwan);
