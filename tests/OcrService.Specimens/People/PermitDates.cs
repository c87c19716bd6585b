namespace OcrService.Specimens.People;

/// <summary>Dates of the Chinese travel permits.</summary>
internal static class PermitDates
{
    /// <summary>A day of birth; one holder in eight is a child.</summary>
    public static DateOnly Birth(Dice dice) =>
        dice.Chance(0.12) ? dice.Between(new DateOnly(2010, 1, 1), new DateOnly(2022, 12, 31)) : Crowd.Birth(dice);

    /// <summary>First and last day of validity, which is shorter for a child.</summary>
    /// <param name="dice">Chance.</param>
    /// <param name="birth">Birth of the holder.</param>
    /// <param name="grownUpAt">Age from which the longer validity holds.</param>
    /// <param name="years">The longer validity.</param>
    /// <param name="childYears">The shorter one.</param>
    public static (DateOnly Issue, DateOnly Expiry) Validity(Dice dice, DateOnly birth, int grownUpAt, int years, int childYears)
    {
        DateOnly issue = dice.Between(new DateOnly(2017, 1, 3), new DateOnly(2025, 9, 30));
        if (issue < birth.AddDays(90)) issue = birth.AddDays(dice.Between(90, 900));
        return (issue, issue.AddYears(birth.AddYears(grownUpAt) <= issue ? years : childYears).AddDays(-1));
    }

    public static string Printed(DateOnly date) => date.ToString("yyyy.MM.dd");

    public static string Period(DateOnly from, DateOnly to) => $"{Printed(from)}-{Printed(to)}";
}
