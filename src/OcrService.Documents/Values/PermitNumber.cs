namespace OcrService.Documents.Values;

/// <summary>
/// Numbers of Chinese permits. Exit-entry permits: C for Hong Kong and Macao, L for Taiwan (T and W on booklets), then eight
/// digits, the first of which may be a letter other than I and O in the C series. Mainland travel permits: H or M and eight digits,
/// HA or MA and seven for foreign citizens, ten digits on the card of 1999; eight digits alone for Taiwan.
/// </summary>
public static class PermitNumber
{
    private static readonly PrintedNumber OfExitEntry = new("[C]########", "[C][A-HJ-NP-Z]#######", "[L]########", "[TW]########")
    {
        Misread = new Dictionary<char, string> { ['G'] = "C", ['0'] = "C", ['O'] = "C", ['Q'] = "C", ['€'] = "C", ['E'] = "L" },
    };

    private static readonly PrintedNumber OfHongKongMacao = new("[HM]########", "[HM][A]#######", "[HM]##########")
    {
        Misread = new Dictionary<char, string> { ['W'] = "M", ['K'] = "H" },
    };

    private static readonly PrintedNumber OfTaiwan = new("########");

    /// <summary>The number of an exit-entry permit; null when there is none.</summary>
    public static string? ExitEntry(string text) => OfExitEntry.Best(text);

    /// <summary>The number of a mainland travel permit of a resident of Hong Kong or Macao; null when there is none.</summary>
    public static string? HongKongMacao(string text) => OfHongKongMacao.Best(text);

    /// <summary>The number of a mainland travel permit of a resident of Taiwan; null when there is none.</summary>
    public static string? Taiwan(string text) => OfTaiwan.Best(text);

    /// <summary>The number of a mainland travel permit of either kind; null when there is none.</summary>
    public static string? Mainland(string text) => HongKongMacao(text) ?? Taiwan(text);

    /// <summary>The number without the count of renewals that the card of 1999 adds to it.</summary>
    public static string WithoutRenewals(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length == 11 ? number[..9] : number;
    }
}
