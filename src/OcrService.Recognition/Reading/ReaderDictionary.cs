using System.Text;

namespace OcrService.Recognition.Reading;

/// <summary>The alphabet of a CTC reader: class 0 is the blank, then the lines of the dictionary, then (PP-OCR's use_space_char) the space.</summary>
internal sealed class ReaderDictionary
{
    private readonly string[] _symbols;

    private ReaderDictionary(string[] symbols) => _symbols = symbols;

    /// <summary>Number of classes, blank included.</summary>
    public int Count => _symbols.Length;

    public string this[int index] => _symbols[index];

    /// <summary>Reads a UTF-8 dictionary of one symbol a line and fits it to the network's class count.</summary>
    /// <exception cref="InvalidDataException">The dictionary cannot belong to a network of that many classes.</exception>
    public static ReaderDictionary Parse(ReadOnlySpan<byte> utf8, int classes)
    {
        string text = Encoding.UTF8.GetString(utf8);
        string[] lines = text.Split('\n');
        int count = lines.Length > 0 && lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
        List<string> symbols = new(count + 2) { "" };
        for (int i = 0; i < count; i++)
            symbols.Add(lines[i].TrimEnd('\r'));
        if (symbols.Count == classes - 1)
            symbols.Add(" ");
        if (symbols.Count != classes)
            throw new InvalidDataException($"The dictionary has {count} symbols, which does not fit a network of {classes} classes.");
        return new ReaderDictionary([.. symbols]);
    }

    /// <summary>Class numbers of the given characters, in their order; characters that the dictionary lacks are left out.</summary>
    public int[] ClassesOf(string characters)
    {
        List<int> classes = [];
        foreach (char c in characters)
        {
            int index = Array.IndexOf(_symbols, c.ToString());
            if (index > 0)
                classes.Add(index);
        }

        return [.. classes];
    }
}
