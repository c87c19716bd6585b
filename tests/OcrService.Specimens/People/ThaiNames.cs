namespace OcrService.Specimens.People;

/// <summary>Makes up names of people in Thailand. The Latin spelling is the holder's own and does not follow from the Thai one.</summary>
internal static class ThaiNames
{
    private static readonly NameLists Lists = Resources.Read<NameLists>("Texts/thai-names.json");

    /// <summary>A citizen.</summary>
    /// <param name="dice">Source of chance.</param>
    /// <param name="child">Under fifteen, which decides the title.</param>
    public static ThaiName Citizen(Dice dice, bool child)
    {
        bool man = dice.Chance(0.5);
        (string thaiTitle, string title) = (man, child) switch
        {
            (true, true) => ("ด.ช.", "Master"),
            (false, true) => ("ด.ญ.", "Miss"),
            (true, false) => ("นาย", "Mr."),
            _ => dice.Chance(0.5) ? ("น.ส.", "Miss") : ("นาง", "Mrs."),
        };
        Spelling given = dice.Pick(man ? Lists.Men : Lists.Women), surname = dice.Pick(Lists.Surnames);
        return new ThaiName($"{thaiTitle} {given.Thai} {surname.Thai}", $"{title} {given.Latin}", surname.Latin);
    }

    /// <summary>Someone without Thai nationality: both spellings of the whole name, the Latin one in capitals with a title.</summary>
    public static (string Thai, string Latin) Guest(Dice dice)
    {
        Spelling name = dice.Pick(Lists.Guests);
        (string thaiTitle, string title) = dice.Pick([("นาย", "MR."), ("นาง", "MRS."), ("น.ส.", "MISS")]);
        return (dice.Chance(0.7) ? $"{thaiTitle} {name.Thai}" : name.Thai, $"{title} {name.Latin}");
    }

    internal sealed record Spelling(string Thai, string Latin);

    internal sealed record NameLists(
        IReadOnlyList<Spelling> Men, IReadOnlyList<Spelling> Women, IReadOnlyList<Spelling> Surnames, IReadOnlyList<Spelling> Guests);
}

/// <summary>A name of Thailand.</summary>
/// <param name="Thai">Title, given name and surname, separated by spaces.</param>
/// <param name="First">Latin title and given name.</param>
/// <param name="Last">Latin surname.</param>
internal sealed record ThaiName(string Thai, string First, string Last);
