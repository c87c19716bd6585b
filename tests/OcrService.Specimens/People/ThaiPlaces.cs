namespace OcrService.Specimens.People;

/// <summary>Makes up addresses in real districts of Thailand; the house numbers and lanes are invented.</summary>
internal static class ThaiPlaces
{
    private const string Capital = "กรุงเทพมหานคร";

    private static readonly PlaceLists Lists = Resources.Read<PlaceLists>("Texts/thai-places.json");

    /// <summary>The two lines of an address as an identity card prints them.</summary>
    public static (string First, string Second) Address(Dice dice)
    {
        Place place = dice.Pick(Lists.Places);
        string house = $"{dice.Between(1, 999)}" + (dice.Chance(0.5) ? $"/{dice.Between(1, 199)}" : "");
        string subdistrict = dice.Pick(place.Subdistricts);
        if (place.Province == Capital)
        {
            string lane = dice.Chance(0.7) ? $" ซ.{dice.Pick(Lists.Lanes)} {dice.Between(1, 60)}" : "";
            return ($"{house}{lane} ถ.{dice.Pick(Lists.Streets)}", $"แขวง{subdistrict} เขต{place.District} {Capital}");
        }

        string where = dice.Between(0, 3) switch
        {
            0 => $" ถ.{dice.Pick(Lists.Streets)}",
            1 => $" หมู่ที่ {dice.Between(1, 18)} ซ.{dice.Pick(Lists.Lanes)}",
            _ => $" หมู่ที่ {dice.Between(1, 18)}",
        };
        return ($"{house}{where} ต.{subdistrict}", $"อ.{place.District} จ.{place.Province}");
    }

    internal sealed record Place(string Province, string District, IReadOnlyList<string> Subdistricts);

    internal sealed record PlaceLists(IReadOnlyList<Place> Places, IReadOnlyList<string> Streets, IReadOnlyList<string> Lanes);
}
