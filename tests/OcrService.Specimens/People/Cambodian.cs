namespace OcrService.Specimens.People;

/// <summary>Makes up Cambodians, their places and marks.</summary>
internal static class Cambodian
{
    private const string Capital = "ភ្នំពេញ";

    private static readonly Words Lists = Resources.Read<Words>("Texts/cambodia.json");

    /// <summary>Family name first in both scripts; some have two given names.</summary>
    public static (Person Person, string Khmer) Anyone(Dice dice)
    {
        bool man = dice.Chance(0.5);
        KhmerWord family = dice.Pick(Lists.Family);
        KhmerWord[] given = [.. Enumerable.Range(0, dice.Chance(0.12) ? 2 : 1).Select(_ => dice.Pick(man ? Lists.Men : Lists.Women))];
        var person = new Person(family.Latin, string.Join(' ', given.Select(g => g.Latin)), "", man ? "M" : "F", Crowd.Birth(dice));
        return (person, $"{family.Khmer} {string.Join(' ', given.Select(g => g.Khmer))}");
    }

    /// <summary>Commune, district and province; in the capital quarter, district and city.</summary>
    public static string Region(Dice dice)
    {
        if (dice.Chance(0.25)) return $"សង្កាត់{Place(dice)} ខណ្ឌ{Place(dice)} {(dice.Chance(0.3) ? "រាជធានី" : "")}{Capital}";
        string province = (dice.Chance(0.5) ? "ខេត្ត" : "") + dice.Pick(Lists.Provinces);
        return dice.Chance(0.25) ? $"សង្កាត់{Place(dice)} ក្រុង{Place(dice)} {province}" : $"ឃុំ{Place(dice)} ស្រុក{Place(dice)} {province}";
    }

    /// <summary>House and street in towns, group in some villages, and the village.</summary>
    public static string Home(Dice dice)
    {
        string village = $"ភូមិ{Place(dice)}";
        if (dice.Chance(0.2)) return village;
        if (dice.Chance(0.3)) return $"ក្រុមទី{NativeDigits.Khmer($"{dice.Between(1, 24)}")} {village}";
        string house = NativeDigits.Khmer($"ផ្ទះ{(dice.Chance(0.4) ? "លេខ" : "")}{dice.Between(1, 480)}{(dice.Chance(0.2) ? "អា" : "")}");
        string street = dice.Chance(0.6) ? NativeDigits.Khmer($"{dice.Between(1, 799)}") : dice.Pick(Lists.Streets);
        return $"{house} ផ្លូវ{street} {village}";
    }

    /// <summary>As "a mole, 1 cm above the left eyebrow".</summary>
    public static string Mark(Dice dice)
    {
        string size = NativeDigits.Khmer(dice.Chance(0.6) ? $"{dice.Between(1, 6)}" : $"{dice.Between(0, 4)}.{dice.Between(1, 9)}");
        return $"{dice.Pick(Lists.Marks)}ចំ. {size} ស.ម {dice.Pick(Lists.MarkPlaces)}{dice.Pick(Lists.BodyParts)}{(dice.Chance(0.5) ? "ខាងឆ្វេង" : "ខាងស្ដាំ")}";
    }

    private static string Place(Dice dice) =>
        dice.Pick(Lists.PlaceHeads) + dice.Pick(Lists.PlaceTails) + (dice.Chance(0.15) ? "ទី" + NativeDigits.Khmer($"{dice.Between(1, 9)}") : "");

    internal sealed record KhmerWord(string Khmer, string Latin);

    internal sealed record Words(IReadOnlyList<KhmerWord> Family, IReadOnlyList<KhmerWord> Men, IReadOnlyList<KhmerWord> Women,
        IReadOnlyList<string> Provinces, IReadOnlyList<string> PlaceHeads, IReadOnlyList<string> PlaceTails, IReadOnlyList<string> Streets,
        IReadOnlyList<string> Marks, IReadOnlyList<string> MarkPlaces, IReadOnlyList<string> BodyParts);
}
