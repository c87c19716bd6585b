namespace OcrService.Recognition.Reading.Han;

/// <summary>The network's classes: characters in code order, and last that of windows without a character in their middle.</summary>
internal sealed class HanAlphabet
{
    private readonly string[] _characters;
    private readonly Dictionary<string, int> _classes;

    /// <summary>Takes the model's alphabet apart.</summary>
    /// <param name="text">Its characters one after the other, the ideographic space for no character.</param>
    /// <exception cref="InvalidDataException">The last character is not the ideographic space.</exception>
    public HanAlphabet(string text)
    {
        _characters = [.. text.EnumerateRunes().Select(r => r.ToString())];
        if (_characters is not [.., "\u3000"])
            throw new InvalidDataException("The alphabet of the Han reader has to end with the class of no character.");
        _classes = _characters.Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
    }

    /// <summary>Number of classes, that of no character included.</summary>
    public int Count => _characters.Length;

    /// <summary>The class of windows without a character in their middle.</summary>
    public int None => _characters.Length - 1;

    public string this[int index] => _characters[index];

    /// <summary>The class of a character, or -1.</summary>
    public int ClassOf(string character) => _classes.GetValueOrDefault(character, -1);
}
