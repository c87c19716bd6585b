namespace OcrService.Documents.Mrz;

/// <summary>
/// The machine readable lines of the Chinese travel permits, which follow ICAO Doc 9303 in letters and check digits only. The layouts
/// were found from published specimens, and one check digit of CT is not understood.
/// </summary>
internal static class PermitFormats
{
    /// <summary>Permit for Hong Kong and Macao, a single line. Letters came in when the first hundred million numbers were used up.</summary>
    public static readonly MrzFormat Cs = ExitEntry("CS", "Cnddddddd");

    /// <summary>Permit for Taiwan, a single line.</summary>
    public static readonly MrzFormat Cd = ExitEntry("CD", "Ldddddddd");

    /// <summary>Permit of residents of Hong Kong and Macao since 2013.</summary>
    public static readonly MrzFormat Cr = Mainland(
        "CR",
        new("hdddddddd"),
        [
            Pattern(MrzFieldName.NameCode, 1, 0, HanNames(16, 4)),
            Pattern(MrzFieldName.NameFlags, 1, 16, new("ff")),
            SarIdentity(),
        ]);

    /// <summary>The same for those who are not Chinese citizens, since 2024.</summary>
    public static readonly MrzFormat Cf = Mainland(
        "CF",
        new("hAddddddd"),
        [
            Pattern(MrzFieldName.NameCode, 1, 0, HanNames(12, 3)),
            Pattern(MrzFieldName.NameFlags, 1, 12, new("fff")),
            new(MrzFieldName.Nationality, CellClass.State, 1, 15, 18),
            SarIdentity(),
        ]);

    /// <summary>Permit of residents of Taiwan since 2015. The identity number has no check digit of its own.</summary>
    public static readonly MrzFormat Ct = Mainland(
        "CT",
        new("dddddddd<"),
        [
            Pattern(MrzFieldName.NameCode, 1, 0, HanNames(16, 4)),
            Pattern(MrzFieldName.NameFlags, 1, 16, new("ff")),
            Pattern(MrzFieldName.IdentityNumber, 1, 19, new("addddddddd")),
        ],
        compositeIsCertain: false) with
    {
        PlaceIsUsual = true,
    };

    /// <summary>Permit of residents of Hong Kong and Macao of 1999 to 2012, with the name in telegraph codes.</summary>
    public static readonly MrzFormat C1999 = new(
        "C<",
        3,
        30,
        "C",
        [
            new(MrzFieldName.DocumentCode, CellClass.Code, 0, 0, 2),
            new(MrzFieldName.Issuer, CellClass.State, 0, 2, 5),
            Pattern(MrzFieldName.NameCode, 0, 5, Groups("dddd", 20, 5), check: 26),
            Pattern(MrzFieldName.NameFlags, 0, 25, new("d") { Aberration = 2 }),
            new(MrzFieldName.BirthDate, CellClass.Date, 1, 0, 6, 6),
            new(MrzFieldName.Sex, CellClass.Sex, 1, 7, 8),
            new(MrzFieldName.ExpiryDate, CellClass.Date, 1, 8, 14, 14),
            Pattern(MrzFieldName.Number, 1, 15, new("hdddddddddd"), check: 26),
            Pattern(MrzFieldName.BirthCentury, 1, 27, new("y")),
            Pattern(MrzFieldName.ExpiryCentury, 1, 28, new("y")),
            new(MrzFieldName.Names, CellClass.Name, 2, 0, 30),
        ])
    {
        OnlyCode = "C<",
        OnlyIssuer = "CHN",
        Separators = [new(0, 27, 29)],
        Composites = [new(0, 29, new MrzRange(0, 0, 29)), new(1, 29, new MrzRange(1, 0, 29))],
    };

    public static readonly IReadOnlyList<MrzFormat> All = [Cs, Cd, Cr, Ct, Cf, C1999];

    private static MrzFormat ExitEntry(string code, string number) => new(
        code,
        1,
        30,
        code[..1],
        [
            new(MrzFieldName.DocumentCode, CellClass.Code, 0, 0, 2),
            Pattern(MrzFieldName.Number, 0, 2, new(number), check: 11),
            new(MrzFieldName.ExpiryDate, CellClass.Date, 0, 13, 19, 19),
            new(MrzFieldName.BirthDate, CellClass.Date, 0, 21, 27, 27),
        ])
    {
        OnlyCode = code,
        Separators = [new(0, 12, 13), new(0, 20, 21), new(0, 28, 29)],
        Composites = [new(0, 29, new(0, 2, 12), new(0, 13, 20), new(0, 21, 28))],
    };

    private static MrzFormat Mainland(string code, MrzPattern number, MrzRow[] second, bool compositeIsCertain = true) => new(
        code,
        3,
        30,
        code[..1],
        [
            new(MrzFieldName.DocumentCode, CellClass.Code, 0, 0, 2),
            Pattern(MrzFieldName.Number, 0, 2, number, check: 11),
            Pattern(MrzFieldName.Renewals, 0, 12, new("dd"), check: 14),
            new(MrzFieldName.ExpiryDate, CellClass.Date, 0, 15, 21, 21),
            new(MrzFieldName.Sex, CellClass.Sex, 0, 22, 23),
            new(MrzFieldName.BirthDate, CellClass.Date, 0, 23, 29, 29),
            .. second,
            Pattern(MrzFieldName.BirthCentury, 1, 18, new("e")),
            new(MrzFieldName.Names, CellClass.NameAndPlace, 2, 0, 30),
        ])
    {
        OnlyCode = code,
        Composites = [new(1, 29, new(0, 2, 22), new(0, 23, 30), new(1, 19, 29)) { IsCertain = compositeIsCertain }],
    };

    /// <summary>Hong Kong: one or two letters, six digits, a check character. Macao: eight digits.</summary>
    private static MrzRow SarIdentity() =>
        Pattern(MrzFieldName.IdentityNumber, 1, 19, new("addddddc<", "aaddddddc", "dddddddd<") { Aberration = 4 }, check: 28);

    /// <summary>Up to so many Han characters of four letters; one without Chinese name has none.</summary>
    private static MrzPattern HanNames(int length, int most) => Groups("giji", length, most);

    private static MrzPattern Groups(string group, int length, int most) =>
        new([.. Enumerable.Range(0, most + 1).Select(n => string.Concat(Enumerable.Repeat(group, n)).PadRight(length, '<'))]);

    private static MrzRow Pattern(MrzFieldName field, int line, int start, MrzPattern pattern, int check = -1) =>
        new(field, CellClass.Pattern, line, start, start + pattern.Length, check) { Pattern = pattern };
}
