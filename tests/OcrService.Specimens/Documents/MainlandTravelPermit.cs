using OcrService.Specimens.Cards;
using OcrService.Specimens.People;

namespace OcrService.Specimens.Documents;

/// <summary>Both sides of a card with which residents of Hong Kong, Macao or Taiwan travel to the mainland.</summary>
/// <param name="Zone">What its zone says.</param>
/// <param name="Lines">The zone.</param>
/// <param name="Issue">First day of validity.</param>
/// <param name="HomeName">Name on the home-region identity card.</param>
/// <param name="HomeNumber">Number of the home-region identity card as printed.</param>
/// <param name="Home">香港, 澳门 or 台湾.</param>
/// <param name="IssuePlace">Place of issue; empty where the card does not say it.</param>
internal sealed record MainlandTravelPermit(
    ReturnPermit Zone, IReadOnlyList<string> Lines, DateOnly Issue, string HomeName, string HomeNumber, string Home, string IssuePlace = "")
{
    /// <summary>Cells for the name in line 3: a longer one would be cut there.</summary>
    private const int NameRoom = 28;

    private static readonly string[] Nationalities = ["UTO", "GBR", "IND", "PHL", "IDN", "USA", "CAN", "AUS", "PRT", "NPL", "PAK", "FRA", "THA", "JPN"];

    public static MainlandTravelPermit HongKongOrMacao(Dice dice)
    {
        (string home, string letter, string number) = Place(dice);
        StraitResident resident = StraitResident.Invent(dice, taiwan: false);
        (DateOnly issue, DateOnly expiry) = PermitDates.Validity(dice, resident.Person.Birth, grownUpAt: 18, years: 10, childYears: 5);
        ReturnPermit zone = Zoned("CR", letter + PermitNumbers.Body(dice), resident.Person, expiry, number, dice);
        return new MainlandTravelPermit(zone, PermitZone.Return(zone), issue, resident.Traditional, number, home, dice.Chance(0.3) ? home : "");
    }

    public static MainlandTravelPermit Taiwan(Dice dice)
    {
        StraitResident resident = StraitResident.Invent(dice, taiwan: true);
        string number = HomeNumbers.Taiwan(dice);
        Province place = dice.Pick(Province.All);
        (DateOnly issue, DateOnly expiry) = PermitDates.Validity(dice, resident.Person.Birth, grownUpAt: 18, years: 5, childYears: 5);
        ReturnPermit zone = Zoned("CT", PermitNumbers.Body(dice), resident.Person, expiry, number, dice) with { PlaceCode = place.Region + "00" };
        return new MainlandTravelPermit(zone, PermitZone.Return(zone), issue, resident.Traditional, number, "台湾", place.Han);
    }

    /// <summary>For permanent residents of Hong Kong and Macao who are no Chinese citizens, issued since July 2024; some have a Chinese name.</summary>
    public static MainlandTravelPermit Foreign(Dice dice)
    {
        (string home, string letter, string number) = Place(dice);
        Person person = Crowd.Anyone(dice);
        if (person.Surname.Length + person.Given.Length > NameRoom) person = person with { Given = person.Given.Split(' ')[0] };
        person = person with { Han = dice.Chance(0.6) ? StraitResident.Invent(dice, taiwan: false).Person.Han : "" };
        DateOnly issue = dice.Between(new DateOnly(2024, 7, 10), new DateOnly(2025, 9, 30)), expiry = issue.AddYears(5).AddDays(-1);
        string body = dice.Between(0, 2) switch { 0 => "0000000", 1 => "999900" + dice.Digits(1), _ => "999999" + dice.Digits(1) };
        ReturnPermit zone = Zoned("CF", letter + "A" + body, person, expiry, number, dice) with { Nationality = dice.Pick(Nationalities) };
        return new MainlandTravelPermit(zone, PermitZone.Return(zone), issue, $"{person.Surname}, {person.Given}", number, home);
    }

    /// <summary>The card issued until 2012, with the name in telegraph codes, most of which are made up here.</summary>
    public static MainlandTravelPermit Of1999(Dice dice)
    {
        MainlandTravelPermit card = HongKongOrMacao(dice);
        DateOnly birth = dice.Between(new DateOnly(1926, 1, 1), new DateOnly(1985, 12, 31));
        DateOnly issue = dice.Between(new DateOnly(2003, 1, 1), new DateOnly(2012, 12, 31)), expiry = issue.AddYears(10).AddDays(-1);
        ReturnPermit zone = card.Zone with { Birth = birth, Expiry = expiry };
        string telegraph = CantoneseNames.TelegraphCodes(card.HomeName).Replace(" ", "", StringComparison.Ordinal);
        IReadOnlyList<string> lines = PermitZone.Return1999(
            telegraph, zone.Number + zone.Renewals, zone.Surname, zone.Given, birth, zone.Sex, expiry);
        return card with { Zone = zone, Lines = lines, Issue = issue };
    }

    private static (string Home, string Letter, string Number) Place(Dice dice) =>
        dice.Chance(0.35) ? ("澳门", "M", HomeNumbers.Macao(dice)) : ("香港", "H", HomeNumbers.HongKong(dice));

    private static ReturnPermit Zoned(string code, string number, Person person, DateOnly expiry, string homeNumber, Dice dice) => new(
        code, number, $"0{dice.Between(0, 4)}", expiry, person.Sex, person.Birth, person.Han,
        homeNumber.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal), person.Surname, person.Given);
}
