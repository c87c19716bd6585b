namespace OcrService.Documents.Values;

/// <summary>
/// Registration number of Myanmar, <c>၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀</c> or <c>12/OUKAMA(N)000000</c>: state or region, township, class of
/// the holder, serial. It has no check digit; the codes of the townships take its place.
/// </summary>
public static class NrcNumber
{
    private static readonly NrcBurmeseSearch BurmeseSearch = new();
    private static readonly NrcLatinSearch LatinSearch = new();

    /// <summary>The number in Burmese letters, its signs restored and its code corrected; null when there is none.</summary>
    public static string? Burmese(string text) => BurmeseSearch.Best(BurmeseText.Normalize(text))?.Burmese;

    /// <summary>The number in Latin capitals, its signs restored and its code corrected; null when there is none.</summary>
    public static string? Latin(string text) => LatinSearch.Best(text)?.Latin;

    /// <summary>Whether a number in either script has the form, and a code of its state.</summary>
    public static bool IsValid(string value) =>
        NrcParts.OfBurmese(value) is { } burmese ? NrcTownships.Latin(burmese.State, burmese.Township) is not null
        : NrcParts.OfLatin(value) is { } latin && NrcTownships.Burmese(latin.State, latin.Township).Count > 0;

    /// <summary>A number in Burmese letters in Latin ones; null when it is none.</summary>
    public static string? ToLatin(string burmese) => NrcParts.OfBurmese(burmese) is { } parts ? InLatin(parts).Latin : null;

    /// <summary>A number in Latin letters in Burmese ones; null when it is none, or its code may be written in several ways or none.</summary>
    public static string? ToBurmese(string latin) => NrcParts.OfLatin(latin) is { } parts && NrcTownships.Burmese(parts.State, parts.Township) is [var code]
        ? (parts with { Township = code }).Burmese
        : null;

    /// <summary>
    /// Both forms of one number: a missing one is made of the other, and a state or township that no table has is repaired from the
    /// other. Null when they are two numbers.
    /// </summary>
    /// <param name="burmese">The number in Burmese letters, or nothing.</param>
    /// <param name="latin">The number in Latin letters, or nothing.</param>
    public static (string Burmese, string Latin)? Reconcile(string burmese, string latin)
    {
        NrcParts? first = NrcParts.OfBurmese(burmese) ?? BurmeseSearch.Best(BurmeseText.Normalize(burmese));
        NrcParts? second = NrcParts.OfLatin(latin) ?? LatinSearch.Best(latin);
        if (first is null || second is null)
        {
            return first is not null ? (first.Burmese, InLatin(first).Latin)
                : second is not null ? (ToBurmese(second.Latin) ?? "", second.Latin)
                : ("", "");
        }

        return first.Holder == second.Holder && Serial(first.Serial, second.Serial) is { } serial && Place(first, second) is var (state, burmeseCode, latinCode)
            ? ((first with { State = state, Township = burmeseCode, Serial = serial }).Burmese, (second with { State = state, Township = latinCode, Serial = serial }).Latin)
            : null;
    }

    private static NrcParts InLatin(NrcParts burmese) => burmese with
    {
        Township = NrcTownships.Latin(burmese.State, burmese.Township) ?? NrcSpelling.Of(burmese.Township),
        Printed = burmese.Holder.ToString(),
    };

    /// <summary>The serial of both; of a serial that lost a digit the whole one.</summary>
    private static string? Serial(string first, string second) =>
        first == second ? first
        : first.Length != second.Length && FuzzyText.Distance(first, second) == 1 ? (first.Length > second.Length ? first : second)
        : null;

    /// <summary>The state and code that explain both readings with the fewest assumptions; null when two do equally well.</summary>
    private static (int State, string Burmese, string Latin)? Place(NrcParts first, NrcParts second)
    {
        Dictionary<(int State, string Burmese, string Latin), int> wrong = [];
        foreach (int state in (int[])[first.State, second.State])
        {
            foreach (string code in NrcTownships.Burmese(state, second.Township).Prepend(first.Township))
            {
                string spelling = NrcTownships.Latin(state, code) ?? NrcSpelling.Of(code);
                bool same = NrcSpelling.Plain(spelling) == NrcSpelling.Plain(second.Township);
                wrong[(state, code, same ? second.Township : spelling)] = (state == first.State ? 0 : 2) + (state == second.State ? 0 : 2) + (code == first.Township ? 0 : 2)
                    + (same ? 0 : 2) + (NrcTownships.Latin(state, code) is null ? 1 : 0);
            }
        }

        int least = wrong.Values.Min();
        return least <= 3 && wrong.Where(w => w.Value == least).Take(2).ToArray() is [var only] ? only.Key : null;
    }
}
