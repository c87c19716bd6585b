namespace OcrService.Specimens.People;

/// <summary>Numbers of citizenship scrutiny cards: state, township, class of holder, serial. The serial is 0, which nobody has.</summary>
internal static class NrcNumbers
{
    private static readonly State[] States = [.. Resources.Read<IReadOnlyList<State>>("Texts/townships.json")];

    private static readonly Bilingual[] Classes =
        [new("နိုင်", "N"), new("ဧည့်", "E"), new("ပြု", "P"), new("သာသနာ", "T"), new("ယာယီ", "Y"), new("စ", "S")];

    /// <summary>One number in both scripts.</summary>
    /// <param name="dice">Chance.</param>
    /// <param name="digits">Length of the serial: 6, on some old cards 5.</param>
    public static Bilingual Invent(Dice dice, int digits = 6)
    {
        State state = dice.Pick(States);
        (string burmese, string latin) = dice.Pick([.. state.Townships]);
        Bilingual holder = dice.Chance(0.75) ? Classes[0] : dice.Pick(Classes);
        string serial = new('0', digits);
        return new Bilingual(
            NativeDigits.Burmese($"{state.Number}/{burmese}({holder.Burmese}){serial}"), $"{state.Number}/{latin}({holder.Latin}){serial}");
    }

    internal sealed record State(int Number, IReadOnlyDictionary<string, string> Townships);
}
