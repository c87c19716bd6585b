namespace OcrService.Specimens.Documents;

/// <summary>The back of a mainland resident's card, with one or two endorsements in the order in which they were printed on it.</summary>
internal abstract class ExitEntryPermitBack(string region, string title, string[] places)
    : DocumentSpecimen($"exit-entry-permit-{region}-back", "exit-entry-permit")
{
    private const int Blocks = 2;

    internal override CardContent Invent(Dice dice)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["type"] = title, ["side"] = "back" };
        var printed = new Dictionary<string, string>(StringComparer.Ordinal);
        List<string> endorsed = [.. places];
        while (endorsed.Count > 1 && dice.Chance(0.4)) endorsed.RemoveAt(dice.Between(0, endorsed.Count - 1));
        for (int i = 0; i < Blocks; i++)
        {
            string place = i < endorsed.Count ? endorsed[i] : "";
            Endorsement endorsement = place.Length > 0 ? Endorsement.Invent(dice, place == "台湾") : new Endorsement("", "", "", "", "", "");
            (string Name, string Value)[] parts =
            [
                ("endorsement_type", endorsement.Kind),
                ("valid_round_trips", endorsement.Trips),
                ("endorsement_valid_period", endorsement.Period),
                ("remark", endorsement.Remark),
                ("issue_info", endorsement.Issue),
            ];
            printed[$"place{i}"] = place;
            printed[$"stay{i}"] = endorsement.Stay;
            foreach ((string name, string value) in parts)
            {
                printed[$"{name}{i}"] = value;
                if (place.Length > 0) fields[$"endorsement_info_{Key(place)}.{name}"] = value;
            }
        }

        return new CardContent(printed, fields, []);
    }

    private static string Key(string place) => place switch { "香港" => "hk", "澳门" => "mo", _ => "tw" };
}

internal sealed class ExitEntryPermitHkmoBack() : ExitEntryPermitBack("hkmo", "往来港澳通行证", ["香港", "澳门"]);

internal sealed class ExitEntryPermitTaiwanBack() : ExitEntryPermitBack("taiwan", "往来台湾通行证", ["台湾"]);
