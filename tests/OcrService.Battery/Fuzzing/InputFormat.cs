namespace OcrService.Battery.Fuzzing;

/// <summary>What a mutator knows of a format.</summary>
internal abstract class InputFormat
{
    /// <summary>Where the parts lie that can be left out, repeated and exchanged; none for what is not understood.</summary>
    public abstract IReadOnlyList<Range> Parts(byte[] input);

    /// <summary>The input with checksums and lengths put right where the format has any.</summary>
    public virtual byte[] Repair(byte[] input) => input;
}

/// <summary>Text whose parts stand between a few marks, such as JSON or a header.</summary>
internal sealed class MarkedText(string marks) : InputFormat
{
    private readonly byte[] _marks = System.Text.Encoding.ASCII.GetBytes(marks);

    public override IReadOnlyList<Range> Parts(byte[] input)
    {
        var parts = new List<Range>();
        int start = 0;
        for (int i = 0; i <= input.Length; i++)
        {
            if (i < input.Length && !_marks.AsSpan().Contains(input[i])) continue;
            if (i > start) parts.Add(start..i);
            if (i < input.Length) parts.Add(i..(i + 1));
            start = i + 1;
        }

        return parts;
    }
}
