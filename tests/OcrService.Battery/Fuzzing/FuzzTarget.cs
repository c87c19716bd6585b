namespace OcrService.Battery.Fuzzing;

/// <summary>Code that is given hostile input, and what it must do with any of it.</summary>
internal abstract class FuzzTarget
{
    protected FuzzTarget(string name, InputFormat format, IReadOnlyList<byte[]> corpus, int maxLength)
    {
        Name = name;
        Mutator = new Mutator(format, corpus, maxLength);
    }

    public string Name { get; }

    private Mutator Mutator { get; }

    /// <summary>The input of a case; the same numbers give the same bytes.</summary>
    public byte[] Input(int seed, long index) => Mutator.Make(Chance.Of(seed, index));

    /// <summary>Runs the code on the input. Any exception means a defect, <see cref="DefectException"/> one that the target found itself.</summary>
    /// <returns>What became of it, for counting.</returns>
    public abstract string Run(byte[] input);
}

/// <summary>The code did not fail, but what it did is wrong.</summary>
internal sealed class DefectException(string message) : Exception(message)
{
    public static void Unless(bool holds, string message)
    {
        if (!holds) throw new DefectException(message);
    }
}
