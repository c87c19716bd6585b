using System.Globalization;
using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>A registration number of Myanmar taken apart: <c>12/OUKAMA(N)000000</c>.</summary>
/// <param name="State">Number of the state or region, 1 to 14.</param>
/// <param name="Township">Short code, Burmese letters or Latin syllables.</param>
/// <param name="Holder">Class of the holder as one Latin letter.</param>
/// <param name="Serial">Five or six Arabic digits.</param>
/// <param name="Printed">The class as it is printed.</param>
internal sealed partial record NrcParts(int State, string Township, char Holder, string Serial, string Printed)
{
    /// <summary>The parts of a number in Burmese letters in wire form; null when the text is something else.</summary>
    public static NrcParts? OfBurmese(string value) =>
        BurmeseForm().Match(BurmeseDigits.ToArabic(value)) is { Success: true } m && NrcHolders.All.FirstOrDefault(h => h.Burmese == m.Groups[3].Value) is (string word, char letter)
            ? Of(m, letter, word)
            : null;

    /// <summary>The parts of a number in Latin letters in wire form; null when the text is something else.</summary>
    public static NrcParts? OfLatin(string value) =>
        LatinForm().Match(value) is { Success: true } m && NrcHolders.Latin.FirstOrDefault(h => h.Latin == m.Groups[3].Value) is (string word, char letter)
            ? Of(m, letter, word)
            : null;

    public string Burmese => BurmeseDigits.ToBurmese(State.ToString(CultureInfo.InvariantCulture)) + $"/{Township}({NrcHolders.BurmeseOf(Holder)})" + BurmeseDigits.ToBurmese(Serial);

    public string Latin => string.Create(CultureInfo.InvariantCulture, $"{State}/{Township}({Printed}){Serial}");

    private static NrcParts? Of(Match m, char letter, string word) =>
        int.Parse(m.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture) is >= 1 and <= NrcTownships.States and int state
            ? new NrcParts(state, m.Groups[2].Value, letter, m.Groups[4].Value, word)
            : null;

    [GeneratedRegex(@"^([0-9]{1,2})/([\u1000-\u1025]{3})\(([\u1000-\u103F]+)\)([0-9]{5,6})\z")]
    private static partial Regex BurmeseForm();

    [GeneratedRegex(@"^([0-9]{1,2})/([A-Z]{5,9})\(([A-Z]+)\)([0-9]{5,6})\z")]
    private static partial Regex LatinForm();
}
