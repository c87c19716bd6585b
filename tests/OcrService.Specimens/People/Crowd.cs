namespace OcrService.Specimens.People;

/// <summary>Makes people up from lists of names.</summary>
internal static class Crowd
{
    /// <summary>Cells for the name in a TD3 zone: a longer one would be cut there and could not be expected back whole.</summary>
    private const int MrzNameRoom = 39;

    private static readonly NameLists Lists = Resources.Read<NameLists>("Texts/names.json");

    public static Person Chinese(Dice dice)
    {
        HanSyllable surname = dice.Pick(Lists.HanSurnames);
        HanSyllable[] given = [.. Enumerable.Range(0, dice.Chance(0.7) ? 2 : 1).Select(_ => dice.Pick(Lists.HanGiven))];
        return new Person(
            surname.Latin,
            string.Concat(given.Select(g => g.Latin)),
            surname.Han + string.Concat(given.Select(g => g.Han)),
            dice.Chance(0.5) ? "M" : "F",
            Birth(dice));
    }

    public static Person Anyone(Dice dice)
    {
        string sex = dice.Chance(0.5) ? "M" : "F";
        string surname = dice.Chance(0.15) ? dice.Pick(Lists.LatinSurnames) + " " + dice.Pick(Lists.LatinSurnames) : dice.Pick(Lists.LatinSurnames);
        string given = dice.Pick(Lists.LatinGiven);
        for (int more = dice.Between(0, 2); more > 0; more--)
        {
            string next = $"{given} {dice.Pick(Lists.LatinGiven)}";
            if (surname.Length + 2 + next.Length <= MrzNameRoom) given = next;
        }

        return new Person(surname, given, "", sex, Birth(dice));
    }

    /// <summary>A day between 1946 and 2007.</summary>
    public static DateOnly Birth(Dice dice) => new DateOnly(1946, 1, 1).AddDays(dice.Between(0, 22500));

    internal sealed record HanSyllable(string Han, string Latin);

    internal sealed record NameLists(
        IReadOnlyList<HanSyllable> HanSurnames,
        IReadOnlyList<HanSyllable> HanGiven,
        IReadOnlyList<string> LatinSurnames,
        IReadOnlyList<string> LatinGiven);
}
