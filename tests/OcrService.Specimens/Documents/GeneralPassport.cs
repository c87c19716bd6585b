using OcrService.Specimens.Cards;
using OcrService.Specimens.People;

namespace OcrService.Specimens.Documents;

/// <summary>A TD3 page of the fictional state UTO or of a real state, in a layout of no state, with an invented number. Its fields are the seven of the zone.</summary>
internal sealed class GeneralPassport() : DocumentSpecimen("passport-general", "passport")
{
    private static readonly IReadOnlyList<State> States = Resources.Read<IReadOnlyList<State>>("Texts/states.json");

    // Committed figures and seeds of tests were found with these throws.
    private protected override Dice Throw(int seed) => new(seed);

    internal override CardContent Invent(Dice dice)
    {
        State state = dice.Chance(0.3) ? States[0] : dice.Pick(States);
        Person person = Crowd.Anyone(dice);
        (DateOnly issue, DateOnly expiry) = PassportDates.Validity(dice);
        string number = dice.Between(0, 2) switch
        {
            0 => "ZE000" + dice.Digits(3),
            1 => "X0" + dice.Digits(7),
            _ => "Q00" + (char)('A' + dice.Between(0, 25)) + dice.Digits(4) + (char)('A' + dice.Between(0, 25)),
        };
        string optional = dice.Between(0, 2) switch { 0 => dice.Digits(11), 1 => "ZE" + dice.Digits(6) + "B", _ => "" };
        IReadOnlyList<string> mrz = Td3.Compose(
            "P", state.Code, person.Surname, person.Given, number, state.Code, person.Birth, person.Sex, expiry, optional);

        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["country_code"] = state.Code,
            ["surname"] = person.Surname,
            ["given_name"] = person.Given,
            ["passport_number"] = number,
            ["date_of_birth"] = PassportDates.Wire(person.Birth),
            ["sex"] = person.Sex,
            ["date_of_expiry"] = PassportDates.Wire(expiry),
        };
        var printed = new Dictionary<string, string>(fields, StringComparer.Ordinal)
        {
            ["printed_state"] = state.Name,
            ["printed_code"] = state.Code,
            ["printed_nationality"] = state.Nationality,
            ["printed_authority"] = "SPECIMEN OFFICE",
            ["printed_birth"] = PassportDates.Latin(person.Birth),
            ["printed_issue"] = PassportDates.Latin(issue),
            ["printed_expiry"] = PassportDates.Latin(expiry),
            ["mrz_1"] = mrz[0],
            ["mrz_2"] = mrz[1],
        };
        return new CardContent(printed, fields, mrz);
    }

    internal sealed record State(string Code, string Name, string Nationality);
}
