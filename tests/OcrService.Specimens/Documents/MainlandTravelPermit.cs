using OcrService.Specimens.Cards;
using OcrService.Specimens.People;

namespace OcrService.Specimens.Documents;

/// <summary>Both sides of a card with which residents of Hong Kong, Macao or Taiwan travel to the mainland.</summary>
/// <param name="Resident">Holder.</param>
/// <param name="Zone">What its zone says.</param>
/// <param name="Issue">First day of validity.</param>
/// <param name="HomeNumber">Number of the home-region identity card as printed.</param>
/// <param name="Home">香港, 澳门 or 台湾.</param>
/// <param name="IssuePlace">Place of issue; empty where the card does not say it.</param>
internal sealed record MainlandTravelPermit(
    StraitResident Resident, ReturnPermit Zone, DateOnly Issue, string HomeNumber, string Home, string IssuePlace)
{
    public static MainlandTravelPermit HongKongOrMacao(Dice dice)
    {
        StraitResident resident = StraitResident.Invent(dice, taiwan: false);
        bool macao = dice.Chance(0.35);
        (string home, string letter) = macao ? ("澳门", "M") : ("香港", "H");
        string number = macao ? HomeNumbers.Macao(dice) : HomeNumbers.HongKong(dice);
        (DateOnly issue, DateOnly expiry) = PermitDates.Validity(dice, resident.Person.Birth, grownUpAt: 18, years: 10, childYears: 5);
        ReturnPermit zone = Zoned("CR", letter + PermitNumbers.Body(dice), resident.Person, expiry, number, dice);
        return new MainlandTravelPermit(resident, zone, issue, number, home, dice.Chance(0.3) ? home : "");
    }

    public static MainlandTravelPermit Taiwan(Dice dice)
    {
        StraitResident resident = StraitResident.Invent(dice, taiwan: true);
        string number = HomeNumbers.Taiwan(dice);
        Province place = dice.Pick(Province.All);
        (DateOnly issue, DateOnly expiry) = PermitDates.Validity(dice, resident.Person.Birth, grownUpAt: 18, years: 5, childYears: 5);
        ReturnPermit zone = Zoned("CT", PermitNumbers.Body(dice), resident.Person, expiry, number, dice) with { PlaceCode = place.Region + "00" };
        return new MainlandTravelPermit(resident, zone, issue, number, "台湾", place.Han);
    }

    private static ReturnPermit Zoned(string code, string number, Person person, DateOnly expiry, string homeNumber, Dice dice) => new(
        code, number, $"0{dice.Between(0, 4)}", expiry, person.Sex, person.Birth, person.Han,
        homeNumber.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal), person.Surname, person.Given);
}
