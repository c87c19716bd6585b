namespace OcrService.Specimens.People;

/// <summary>A resident of Hong Kong, Macao or Taiwan.</summary>
/// <param name="Person">With the name in simplified characters and the spelling of the place.</param>
/// <param name="Traditional">The name in traditional characters.</param>
internal sealed record StraitResident(Person Person, string Traditional)
{
    private static readonly Names Lists = Resources.Read<Names>("Texts/strait-names.json");

    public static StraitResident Invent(Dice dice, bool taiwan)
    {
        Han surname = dice.Pick(Lists.Surnames);
        Han[] given = [.. Enumerable.Range(0, dice.Chance(0.85) ? 2 : 1).Select(_ => dice.Pick(Lists.Given))];
        var person = new Person(
            Spelled(surname),
            string.Join(dice.Chance(0.75) ? " " : "", given.Select(Spelled)),
            surname.Simplified + string.Concat(given.Select(g => g.Simplified)),
            dice.Chance(0.5) ? "M" : "F",
            PermitDates.Birth(dice));
        return new StraitResident(person, surname.Traditional + string.Concat(given.Select(g => g.Traditional)));

        string Spelled(Han han) => taiwan ? han.Taiwan : han.HongKong;
    }

    internal sealed record Han(string Simplified, string Traditional, string HongKong, string Taiwan);

    internal sealed record Names(IReadOnlyList<Han> Surnames, IReadOnlyList<Han> Given);
}
