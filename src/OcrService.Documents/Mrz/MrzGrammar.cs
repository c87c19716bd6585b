namespace OcrService.Documents.Mrz;

/// <summary>
/// What may follow what inside a field, as a small automaton with costs in nats. A rule that real documents break now and then has
/// a cost rather than a ban, so that a clear reading wins over it.
/// </summary>
internal abstract class MrzGrammar
{
    /// <summary>What a filler gains where the readers saw one of its lookalikes among fillers, or a row of them.</summary>
    protected static float FillerRelief(CellHint hint, bool amongFillers) =>
        hint.InRunOfLookalikes ? 4 : hint.LooksLikeFiller && amongFillers ? 3 : 0;

    /// <summary>Characters that may stand in the cell.</summary>
    public abstract ulong Allowed { get; }

    /// <summary>Number of states; state 0 is the field's beginning.</summary>
    public abstract int States { get; }

    /// <summary>Takes a character.</summary>
    public abstract (int Next, float Cost) Step(int state, int character, CellHint hint);
}

/// <summary>What the readers saw in a cell, as far as it bears on whether a letter is a filler.</summary>
/// <param name="LooksLikeFiller">They like a letter best that readers make of fillers.</param>
/// <param name="InRunOfLookalikes">And the same letter stands three times in a row, as no name has it.</param>
internal readonly record struct CellHint(bool LooksLikeFiller, bool InRunOfLookalikes);

/// <summary>Letters and digits, fillers at the end. State 1: after a character; 2: after a filler; 3: fillers only so far.</summary>
internal class NumberGrammar : MrzGrammar
{
    public const int AfterCharacter = 1;
    public const int OnlyFillers = 3;

    // Most states leave the letter O out of their numbers, and many the I, because they read like 0 and 1.
    private const float LetterO = 2;
    private const float LetterI = 0.7f;
    private static readonly int O = MrzAlphabet.IndexOf('O');
    private static readonly int I = MrzAlphabet.IndexOf('I');

    public static readonly NumberGrammar Instance = new();

    public sealed override ulong Allowed => MrzAlphabet.Any;

    public sealed override int States => 4;

    public sealed override (int Next, float Cost) Step(int state, int character, CellHint hint)
    {
        if (character == MrzAlphabet.Filler)
        {
            return (state is 0 or OnlyFillers ? OnlyFillers : 2, -FillerRelief(hint, amongFillers: state is 2 or OnlyFillers));
        }

        float cost = state switch { 2 => 1.2f, OnlyFillers => 1.5f, _ => 0 };
        return (AfterCharacter, cost + CostOf(character));
    }

    /// <summary>What a letter or digit costs wherever it stands.</summary>
    protected virtual float CostOf(int character) => character == O ? LetterO : character == I ? LetterI : 0;
}

/// <summary>
/// The holder's name in code at the beginning of the Chinese optional field (<see cref="Values.ChineseNameCode"/>): letters A to P, so
/// that what looks like a zero is the letter O. Other documents of the same issuer may have digits there, so they have a cost only.
/// </summary>
internal sealed class NameCodeGrammar : NumberGrammar
{
    /// <summary>Three characters of four letters.</summary>
    public const int Length = 12;

    private const float NoCode = 3;
    private static readonly int A = MrzAlphabet.IndexOf('A');
    private static readonly int P = MrzAlphabet.IndexOf('P');

    public static new readonly NameCodeGrammar Instance = new();

    protected override float CostOf(int character) => character >= A && character <= P ? 0 : NoCode;
}

/// <summary>One cell of YYMMDD. The state is the digit before, 10 for a filler (unknown part), 11 for none.</summary>
internal sealed class DateGrammar(int position) : MrzGrammar
{
    private const float Illegal = 4;
    private const float Unknown = 2;

    public override ulong Allowed => MrzAlphabet.Digits | MrzAlphabet.FillerBit;

    public override int States => 12;

    public override (int Next, float Cost) Step(int state, int character, CellHint hint)
    {
        if (character == MrzAlphabet.Filler)
        {
            return (10, Unknown);
        }

        bool legal = position switch
        {
            2 => character <= 1,
            3 => state switch { 0 => character >= 1, 1 => character <= 2, _ => state == 10 },
            4 => character <= 3,
            5 => state switch { 0 => character >= 1, 3 => character <= 1, _ => true },
            _ => true,
        };
        return (character, legal ? 0 : Illegal);
    }
}

/// <summary>A check digit. Its arithmetic is the search's; a filler is legal for a field that is empty.</summary>
internal sealed class CheckGrammar : MrzGrammar
{
    public static readonly CheckGrammar Instance = new();

    public override ulong Allowed => MrzAlphabet.Digits | MrzAlphabet.FillerBit;

    public override int States => 1;

    public override (int Next, float Cost) Step(int state, int character, CellHint hint) => (0, 0);
}

/// <summary>A filler and nothing else.</summary>
internal sealed class FillerGrammar : MrzGrammar
{
    public static readonly FillerGrammar Instance = new();

    public override ulong Allowed => MrzAlphabet.FillerBit;

    public override int States => 1;

    public override (int Next, float Cost) Step(int state, int character, CellHint hint) => (0, 0);
}

/// <summary>A letter or digit and no filler: the part of a long number that stands in the optional field.</summary>
internal sealed class RunOverGrammar : MrzGrammar
{
    public static readonly RunOverGrammar Instance = new();

    public override ulong Allowed => MrzAlphabet.Digits | MrzAlphabet.Letters;

    public override int States => 1;

    public override (int Next, float Cost) Step(int state, int character, CellHint hint) => (0, 0);
}

/// <summary>M, F, a filler, and the X of some newer documents.</summary>
internal sealed class SexGrammar : MrzGrammar
{
    private static readonly int M = MrzAlphabet.IndexOf('M');
    private static readonly int F = MrzAlphabet.IndexOf('F');
    private static readonly int X = MrzAlphabet.IndexOf('X');

    public static readonly SexGrammar Instance = new();

    public override ulong Allowed => (1UL << M) | (1UL << F) | (1UL << X) | MrzAlphabet.FillerBit;

    public override int States => 1;

    public override (int Next, float Cost) Step(int state, int character, CellHint hint) =>
        (0, character == MrzAlphabet.Filler ? 1.5f : character == X ? 2 : 0);
}

/// <summary>The two cells of the document code.</summary>
internal sealed class CodeGrammar(string? firstLetters) : MrzGrammar
{
    private const string UsualSecond = "ABDEMNOPRSTUVWC";

    public override ulong Allowed => firstLetters is null ? MrzAlphabet.Letters | MrzAlphabet.FillerBit : MrzAlphabet.Letters;

    public override int States => 1;

    public override (int Next, float Cost) Step(int state, int character, CellHint hint)
    {
        if (firstLetters is not null)
        {
            return (0, firstLetters.Contains(MrzAlphabet.Characters[character], StringComparison.Ordinal) ? 0 : 14);
        }

        return (0, character == MrzAlphabet.Filler ? 0
            : UsualSecond.Contains(MrzAlphabet.Characters[character], StringComparison.Ordinal) ? 1 : 2.5f);
    }
}

/// <summary>
/// Names: words with one filler between, two between surname and given names, then fillers to the end. In that tail a letter is
/// nearly always a filler misread. Three like letters in a row and one-letter words of a filler's shape are as suspicious.
/// </summary>
internal sealed class NameGrammar : MrzGrammar
{
    private const int Surname = 1;
    private const int SurnameGap = 2;
    private const int Separator = 3;
    private const int Given = 4;
    private const int GivenGap = 5;
    private const int Tail = 6;
    private const int Letters = 26;

    public static readonly NameGrammar Instance = new();

    public override ulong Allowed => MrzAlphabet.Letters | MrzAlphabet.FillerBit;

    // Phase, last letter, length of its run (1 to 3), whether the word has one letter only.
    public override int States => 7 * Letters * 3 * 2;

    public override (int Next, float Cost) Step(int state, int character, CellHint hint)
    {
        (int phase, int last, int run, bool single) = Unpack(state);
        return character == MrzAlphabet.Filler ? Filler(phase, last, single, hint) : Letter(phase, last, run, character - 10);
    }

    private static (int Next, float Cost) Letter(int phase, int last, int run, int letter)
    {
        switch (phase)
        {
            case Tail:
                return (Pack(Tail, 0, 1, false), 5);
            case Surname or Given:
                int length = last == letter ? Math.Min(run + 1, 3) : 1;
                return (Pack(phase, letter, length, false), length == 3 ? 4 : 0);
            default:
                return (Pack(phase is Separator or GivenGap ? Given : Surname, letter, 1, true), 0);
        }
    }

    private static (int Next, float Cost) Filler(int phase, int last, bool single, CellHint hint)
    {
        (int next, float cost) = phase switch
        {
            0 => (Tail, 6),
            Surname => (SurnameGap, AfterWord(last, single)),
            SurnameGap => (Separator, 0),
            Given => (GivenGap, AfterWord(last, single)),
            _ => (Tail, 0),
        };
        return (Pack(next, 0, 1, false), cost - FillerRelief(hint, amongFillers: phase == Tail));
    }

    private static float AfterWord(int last, bool single) => !single ? 0 : IsFillerLookalike(last + 10) ? 3 : 1;

    private static bool IsFillerLookalike(int character) =>
        MrzAlphabet.FillerLookalikes.Contains(MrzAlphabet.Characters[character], StringComparison.Ordinal);

    private static int Pack(int phase, int last, int run, bool single) => (((((phase * Letters) + last) * 3) + run - 1) * 2) + (single ? 1 : 0);

    private static (int Phase, int Last, int Run, bool Single) Unpack(int state) =>
        (state / (Letters * 6), state / 6 % Letters, (state / 2 % 3) + 1, state % 2 == 1);
}
