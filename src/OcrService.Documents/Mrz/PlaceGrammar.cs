namespace OcrService.Documents.Mrz;

/// <summary>
/// One of the last four cells of a name: the name goes on, or the code of the issuing place stands there, the first four digits of a
/// Chinese division (GB/T 2260). The states are those of <see cref="NameGrammar"/>, ten for the first digit of the code, and one for
/// the rest of it.
/// </summary>
/// <param name="position">Which of the four, from 0.</param>
/// <param name="isUsual">Whether cards of the format have the code as a rule.</param>
internal sealed class PlaceGrammar(int position, bool isUsual) : MrzGrammar
{
    public const int Length = 4;

    private const float AgainstRule = 2;
    private const float NoSuchPlace = 3;
    private const float Broken = 6;
    private static readonly NameGrammar Name = NameGrammar.Instance;

    /// <summary>For every first digit, which is a part of the country, the second digits of its provinces.</summary>
    private static readonly string[] Provinces = ["", "12345", "123", "1234567", "123456", "01234", "12345", "1", "12", ""];

    public override ulong Allowed => Name.Allowed | MrzAlphabet.Digits;

    public override int States => Name.States + 11;

    private static int AfterFirst => Name.States;

    private static int Inside => Name.States + 10;

    public override (int Next, float Cost) Step(int state, int character, CellHint hint)
    {
        if (MrzAlphabet.IsIn(MrzAlphabet.Digits, character))
        {
            return position switch
            {
                0 => (AfterFirst + character, isUsual ? 0 : AgainstRule),
                1 when state >= AfterFirst => (Inside, IsProvince(state - AfterFirst, character) ? 0 : NoSuchPlace),
                _ => (Inside, state >= AfterFirst ? 0 : Broken),
            };
        }

        if (state >= AfterFirst)
        {
            return (Inside, Broken);
        }

        (int next, float cost) = Name.Step(state, character, hint);
        return (next, cost + (position == 0 && isUsual ? AgainstRule : 0));
    }

    private static bool IsProvince(int first, int second) => Provinces[first].Contains((char)('0' + second), StringComparison.Ordinal);
}
