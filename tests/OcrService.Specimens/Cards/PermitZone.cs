namespace OcrService.Specimens.Cards;

/// <summary>
/// Writes the zones of the Chinese travel permits, none of which follows ICAO Doc 9303 except in the weights of its check digits
/// (cards/exit-entry-permit.md and cards/mainland-travel-permit.md).
/// </summary>
internal static class PermitZone
{
    /// <summary>The one line of the permits of mainland residents; expiry stands before birth.</summary>
    /// <param name="code">CS for Hong Kong and Macao, CD for Taiwan.</param>
    /// <param name="number">Nine characters.</param>
    /// <param name="expiry">Last day of validity.</param>
    /// <param name="birth">Date of birth.</param>
    public static string ExitEntry(string code, string number, DateOnly expiry, DateOnly birth)
    {
        string numbered = Td3.Checked(number), ends = Ymd(expiry), born = Ymd(birth);
        return $"{code}{numbered}<{ends}<{born}<{Td3.CheckDigit(numbered + ends + born)}";
    }

    /// <summary>The three lines of a permit of a resident of Hong Kong, Macao (CR, CF) or Taiwan (CT).</summary>
    public static IReadOnlyList<string> Return(ReturnPermit permit)
    {
        string numbered = Td3.Checked(Td3.Pad(permit.Number, 9)) + Td3.Checked(permit.Renewals);
        string ends = Ymd(permit.Expiry), born = Ymd(permit.Birth);
        string name = permit.Code == "CF"
            ? $"{Td3.Pad(GbkCode.Letters(permit.Han, 3), 12)}A<<{permit.Nationality}"
            : Td3.Pad(GbkCode.Letters(permit.Han, 4), 16) + "AA";
        string century = permit.Birth.Year switch { < 1900 => "A", < 2000 => "B", _ => "C" };

        // A number of Taiwan takes all ten places and leaves none for a check digit.
        string identity = permit.Identity.Length == 10 ? permit.Identity : Td3.Checked(Td3.Pad(permit.Identity, 9));
        return
        [
            permit.Code + numbered + ends + permit.Sex + born,
            name + century + identity + Td3.CheckDigit(numbered + ends + born + identity),
            Td3.Pad(Td1.Names(permit.Surname, permit.Given), 30 - permit.PlaceCode.Length) + permit.PlaceCode,
        ];
    }

    /// <summary>The three lines of the card of 1999 to 2012, with the name in telegraph codes.</summary>
    /// <param name="telegraph">Four digits a character, up to five characters.</param>
    /// <param name="number">Eleven characters: letter, eight digits and two digits of renewals.</param>
    /// <param name="surname">Latin surname.</param>
    /// <param name="given">Latin given name.</param>
    /// <param name="birth">Date of birth.</param>
    /// <param name="sex">M or F.</param>
    /// <param name="expiry">Last day of validity.</param>
    public static IReadOnlyList<string> Return1999(
        string telegraph, string number, string surname, string given, DateOnly birth, string sex, DateOnly expiry)
    {
        string name = Td3.Pad(telegraph, 20);
        string upper = $"C<CHN{name}0{Td3.CheckDigit(name)}<<";
        string lower = $"{Ymd(birth)}{sex}{Ymd(expiry)}{Td3.Checked(number)}{(birth.Year / 100) - 18}{(expiry.Year / 100) - 18}";
        return [Td3.Checked(upper), Td3.Checked(lower), Td3.Pad(Td1.Names(surname, given), 30)];
    }

    private static string Ymd(DateOnly date) => Td3.Checked(date.ToString("yyMMdd"));
}

/// <summary>What the zone of a mainland travel permit says.</summary>
/// <param name="Code">CR, CT or CF.</param>
/// <param name="Number">Permit number.</param>
/// <param name="Renewals">Two digits.</param>
/// <param name="Expiry">Last day of validity.</param>
/// <param name="Sex">M or F.</param>
/// <param name="Birth">Date of birth.</param>
/// <param name="Han">Chinese name in simplified characters.</param>
/// <param name="Identity">Number of the home-region identity card without brackets.</param>
/// <param name="Surname">Latin surname.</param>
/// <param name="Given">Latin given name.</param>
/// <param name="Nationality">Three letters, on CF only.</param>
/// <param name="PlaceCode">Four digits of the issuing place, on CT only.</param>
internal sealed record ReturnPermit(string Code, string Number, string Renewals, DateOnly Expiry, string Sex, DateOnly Birth, string Han,
    string Identity, string Surname, string Given, string Nationality = "", string PlaceCode = "");
