namespace OcrService.Specimens.People;

/// <summary>Makes up names of people in Chile, with accents.</summary>
internal static class SpanishNames
{
    private static readonly NameLists Lists = Resources.Read<NameLists>("Texts/spanish-names.json");

    /// <summary>Nationalities of residents, as a card for foreigners prints them.</summary>
    public static IReadOnlyList<string> ForeignNationalities => Lists.ForeignNationalities;

    /// <summary>Mostly two surnames, one to four given names; all in capitals.</summary>
    public static (IReadOnlyList<string> Surnames, string Given, string Sex) Invent(Dice dice)
    {
        string[] surnames = [.. Enumerable.Range(0, dice.Chance(0.93) ? 2 : 1).Select(_ => dice.Pick(Lists.Surnames))];
        bool man = dice.Chance(0.5);
        IReadOnlyList<string> names = man ? Lists.Men : Lists.Women;
        int count = dice.Between(0, 9) switch { 0 => 1, 1 or 2 => 3, 3 => 4, _ => 2 };
        // What follows a first name can be an addition, as DEL CARMEN; what comes first can't.
        string given = dice.Pick([.. names.Where(n => !n.StartsWith("DE", StringComparison.Ordinal))]);
        for (int i = 1; i < count; i++) given += " " + dice.Pick(names);
        return (surnames, given, man ? "M" : "F");
    }

    internal sealed record NameLists(
        IReadOnlyList<string> Surnames, IReadOnlyList<string> Men, IReadOnlyList<string> Women, IReadOnlyList<string> ForeignNationalities);
}
