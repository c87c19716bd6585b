namespace OcrService.Specimens.Cards;

/// <summary>Writes the three lines of a TD1 zone (ICAO Doc 9303-5), apart from the service's own MRZ code.</summary>
internal static class Td1
{
    /// <summary>Three lines of 30.</summary>
    /// <param name="code">One or two letters.</param>
    /// <param name="state">Issuing state.</param>
    /// <param name="number">Document number; one longer than nine goes on in the optional field.</param>
    /// <param name="names">Line 3 as it stands there, without fillers at its end.</param>
    /// <param name="nationality">Three letters.</param>
    /// <param name="birth">Date of birth.</param>
    /// <param name="sex">M, F or anything else for unknown.</param>
    /// <param name="expiry">Last day of validity.</param>
    /// <param name="optional1">Line 1, positions 16-30.</param>
    /// <param name="optional2">Line 2, positions 19-29.</param>
    public static IReadOnlyList<string> Compose(string code, string state, string number, string names, string nationality,
        DateOnly birth, string sex, DateOnly expiry, string optional1 = "", string optional2 = "")
    {
        string numbered = number.Length > 9
            ? $"{number[..9]}<{number[9..]}{Td3.CheckDigit(number)}<{optional1}"
            : Td3.Checked(Td3.Pad(number, 9)) + optional1;
        string upper = Td3.Pad(numbered, 25);
        string born = Td3.Checked(birth.ToString("yyMMdd"));
        string ends = Td3.Checked(expiry.ToString("yyMMdd"));
        string option = Td3.Pad(optional2, 11);
        return
        [
            Td3.Pad(code, 2) + Td3.Pad(state, 3) + upper,
            born + (sex is "M" or "F" ? sex : "<") + ends + Td3.Pad(nationality, 3) + option + Td3.CheckDigit(upper + born + ends + option),
            Td3.Pad(names, 30),
        ];
    }

    /// <summary>A name as zones write it: surname, two fillers, given names.</summary>
    public static string Names(string surname, string given) => surname.Replace(' ', '<') + "<<" + given.Replace(' ', '<');
}
