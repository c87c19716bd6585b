namespace OcrService.Documents.Mrz;

/// <summary>What a range of cells may hold.</summary>
internal enum CellClass
{
    Code,
    State,
    Name,
    Number,
    Date,
    Sex,
    Optional,

    /// <summary>As the row's pattern says.</summary>
    Pattern,

    /// <summary>A name whose last four cells may hold the four digits of an issuing place instead.</summary>
    NameAndPlace,
}

/// <summary>One row of a format's table. Lines and columns count from 0.</summary>
/// <param name="Field">The field that stands there.</param>
/// <param name="Class">What its cells may hold.</param>
/// <param name="Line">Line of the zone.</param>
/// <param name="Start">First cell.</param>
/// <param name="End">Cell after the last one.</param>
/// <param name="Check">Cell of the field's own check digit on the same line, or -1.</param>
internal sealed record MrzRow(MrzFieldName Field, CellClass Class, int Line, int Start, int End, int Check = -1)
{
    /// <summary>What stands there, cell by cell, for rows of <see cref="CellClass.Pattern"/>.</summary>
    public MrzPattern? Pattern { get; init; }
}

/// <summary>A run of cells that a composite check digit covers.</summary>
internal readonly record struct MrzRange(int Line, int Start, int End);

/// <summary>A check digit over several fields.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Column">Its cell.</param>
/// <param name="Over">The cells under it, in the order in which it counts them.</param>
internal sealed record MrzComposite(int Line, int Column, params IReadOnlyList<MrzRange> Over)
{
    /// <summary>False where nobody outside the issuer knows for sure what it covers: a digit that fails then says nothing.</summary>
    public bool IsCertain { get; init; } = true;
}

/// <summary>A layout of machine readable lines as a table.</summary>
/// <param name="Name">Name as ICAO Doc 9303 gives it; the document code where the format is not of its making.</param>
/// <param name="LineCount">Number of lines.</param>
/// <param name="Length">Cells in each line.</param>
/// <param name="FirstLetters">Letters the document code may begin with.</param>
/// <param name="Rows">The fields.</param>
internal sealed record MrzFormat(string Name, int LineCount, int Length, string FirstLetters, IReadOnlyList<MrzRow> Rows)
{
    /// <summary>Check digits over several fields. No field is under two of them.</summary>
    public IReadOnlyList<MrzComposite> Composites { get; init; } = [];

    /// <summary>Cells that hold a filler and belong to no field.</summary>
    public IReadOnlyList<MrzRange> Separators { get; init; } = [];

    /// <summary>The optional field into which a document number of more than nine characters runs over.</summary>
    public MrzFieldName? NumberRunsInto { get; init; }

    /// <summary>Three letters that must stand in the issuer's cells; null for any state.</summary>
    public string? OnlyIssuer { get; init; }

    /// <summary>The one document code of the format; null when there are more.</summary>
    public string? OnlyCode { get; init; }

    /// <summary>Whether the issuing place stands at the end of <see cref="CellClass.NameAndPlace"/> as a rule.</summary>
    public bool PlaceIsUsual { get; init; }
}

/// <summary>
/// The formats: ICAO Doc 9303 part 4 (TD3), part 5 (TD1), part 6 (TD2), part 7 (visas), and the French identity card of
/// 1988-2021, which is two lines of 36 with a layout of its own. Those of the Chinese travel permits are <see cref="PermitFormats"/>.
/// </summary>
internal static class MrzFormats
{
    public static readonly MrzFormat Td3 = new("TD3", 2, 44, "P", [.. NamesAbove(44), .. Below(), new(MrzFieldName.Optional, CellClass.Optional, 1, 28, 42, 42)])
    {
        Composites = [new(1, 43, new(1, 0, 10), new(1, 13, 20), new(1, 21, 43))],
    };

    public static readonly MrzFormat Td2 = new("TD2", 2, 36, "IAC", [.. NamesAbove(36), .. Below(), new(MrzFieldName.Optional, CellClass.Optional, 1, 28, 35)])
    {
        Composites = [new(1, 35, new(1, 0, 10), new(1, 13, 20), new(1, 21, 35))],
        NumberRunsInto = MrzFieldName.Optional,
    };

    public static readonly MrzFormat VisaA = new("MRV-A", 2, 44, "V", [.. NamesAbove(44), .. Below(), new(MrzFieldName.Optional, CellClass.Optional, 1, 28, 44)]);

    public static readonly MrzFormat VisaB = new("MRV-B", 2, 36, "V", [.. NamesAbove(36), .. Below(), new(MrzFieldName.Optional, CellClass.Optional, 1, 28, 36)]);

    public static readonly MrzFormat Td1 = new(
        "TD1",
        3,
        30,
        "IAC",
        [
            new(MrzFieldName.DocumentCode, CellClass.Code, 0, 0, 2),
            new(MrzFieldName.Issuer, CellClass.State, 0, 2, 5),
            new(MrzFieldName.Number, CellClass.Number, 0, 5, 14, 14),
            new(MrzFieldName.Optional, CellClass.Optional, 0, 15, 30),
            new(MrzFieldName.BirthDate, CellClass.Date, 1, 0, 6, 6),
            new(MrzFieldName.Sex, CellClass.Sex, 1, 7, 8),
            new(MrzFieldName.ExpiryDate, CellClass.Date, 1, 8, 14, 14),
            new(MrzFieldName.Nationality, CellClass.State, 1, 15, 18),
            new(MrzFieldName.Optional2, CellClass.Optional, 1, 18, 29),
            new(MrzFieldName.Names, CellClass.Name, 2, 0, 30),
        ])
    {
        Composites = [new(1, 29, new(0, 5, 30), new(1, 0, 7), new(1, 8, 15), new(1, 18, 29))],
        NumberRunsInto = MrzFieldName.Optional,
    };

    public static readonly MrzFormat FrenchId = new(
        "FRA-ID",
        2,
        36,
        "I",
        [
            new(MrzFieldName.DocumentCode, CellClass.Code, 0, 0, 2),
            new(MrzFieldName.Issuer, CellClass.State, 0, 2, 5),
            new(MrzFieldName.Surname, CellClass.Name, 0, 5, 30),
            new(MrzFieldName.Optional, CellClass.Optional, 0, 30, 36),
            new(MrzFieldName.Number, CellClass.Number, 1, 0, 12, 12),
            new(MrzFieldName.GivenNames, CellClass.Name, 1, 13, 27),
            new(MrzFieldName.BirthDate, CellClass.Date, 1, 27, 33, 33),
            new(MrzFieldName.Sex, CellClass.Sex, 1, 34, 35),
        ])
    {
        Composites = [new(1, 35, new(0, 0, 36), new(1, 0, 35))],
        OnlyIssuer = "FRA",
    };

    public static readonly IReadOnlyList<MrzFormat> All = [Td3, Td1, Td2, VisaA, VisaB, FrenchId, .. PermitFormats.All];

    private static MrzRow[] NamesAbove(int length) =>
    [
        new(MrzFieldName.DocumentCode, CellClass.Code, 0, 0, 2),
        new(MrzFieldName.Issuer, CellClass.State, 0, 2, 5),
        new(MrzFieldName.Names, CellClass.Name, 0, 5, length),
    ];

    private static MrzRow[] Below() =>
    [
        new(MrzFieldName.Number, CellClass.Number, 1, 0, 9, 9),
        new(MrzFieldName.Nationality, CellClass.State, 1, 10, 13),
        new(MrzFieldName.BirthDate, CellClass.Date, 1, 13, 19, 19),
        new(MrzFieldName.Sex, CellClass.Sex, 1, 20, 21),
        new(MrzFieldName.ExpiryDate, CellClass.Date, 1, 21, 27, 27),
    ];
}
