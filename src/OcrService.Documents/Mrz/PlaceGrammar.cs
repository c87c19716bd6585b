namespace OcrService.Documents.Mrz;

/// <summary>
/// One of the last four cells of a name: the name goes on, or the code of the issuing place stands there, the first four digits of a
/// Chinese division (GB/T 2260). The states are those of <see cref="NameGrammar"/>, and one for inside the code.
/// </summary>
/// <param name="position">Which of the four, from 0.</param>
/// <param name="isUsual">Whether cards of the format have the code as a rule.</param>
internal sealed class PlaceGrammar(int position, bool isUsual) : MrzGrammar
{
    public const int Length = 4;

    private const float AgainstRule = 2;
    private const float Broken = 6;
    private static readonly NameGrammar Name = NameGrammar.Instance;

    public override ulong Allowed => Name.Allowed | MrzAlphabet.Digits;

    public override int States => Name.States + 1;

    private static int InCode => Name.States;

    public override (int Next, float Cost) Step(int state, int character, CellHint hint)
    {
        bool begins = position == 0;
        if (MrzAlphabet.IsIn(MrzAlphabet.Digits, character))
        {
            // The first digit is the part of the country, from 1 to 8.
            float cost = begins ? (isUsual ? 0 : AgainstRule) + (character is 0 or 9 ? AgainstRule : 0) : state == InCode ? 0 : Broken;
            return (InCode, cost);
        }

        if (state == InCode)
        {
            return (InCode, Broken);
        }

        (int next, float inName) = Name.Step(state, character, hint);
        return (next, inName + (begins && isUsual ? AgainstRule : 0));
    }
}
