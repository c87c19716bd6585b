namespace OcrService.Documents.Mrz;

/// <summary>What single states write into the fields of TD1 that ICAO Doc 9303 leaves to them.</summary>
internal static class MrzIssuers
{
    /// <summary>The rules are gathered from cards, not from a law, so that a clear reading outweighs them.</summary>
    private const float Aberration = 2.5f;

    private static readonly Dictionary<(string Issuer, MrzFieldName Field), MrzPattern> Td1 = new()
    {
        [("KHM", MrzFieldName.Number)] = Of("ddddddddd"),
        [("KHM", MrzFieldName.Optional)] = Of("<<<<<<<<<<<<<<<"),
        [("KHM", MrzFieldName.Optional2)] = Of("<<<<<<<<<<<"),
        [("CHL", MrzFieldName.Number)] = Of("xdddddddd"),
        [("CHL", MrzFieldName.Optional)] = Of("add<<<<<<<<<<<<"),
        // The national number with its check character, which the composite check digit cannot tell from a filler when it is K.
        [("CHL", MrzFieldName.Optional2)] = Of("dddddddd<r<", "ddddddd<r<<"),
        [("MAC", MrzFieldName.Number)] = Of("dddddddd<"),
    };

    /// <summary>Whether the state may leave the holder's nationality out.</summary>
    public static bool OmitsNationality(string? issuer) => issuer == "MAC";

    public static MrzPattern? PatternOf(MrzFormat format, MrzFieldName field, string? issuer) =>
        format == MrzFormats.Td1 && issuer is not null ? Td1.GetValueOrDefault((issuer, field)) : null;

    private static MrzPattern Of(params string[] alternatives) => new(alternatives) { Aberration = Aberration };
}
