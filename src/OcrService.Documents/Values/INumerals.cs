namespace OcrService.Documents.Values;

/// <summary>The digits of a script as readers take them.</summary>
internal interface INumerals
{
    /// <summary>The digits that the character may have been, each with what must be assumed for it: 0 for what it says itself, about 1 for a misreading.</summary>
    IEnumerable<(char Digit, float Cost)> At(string line, int at);

    /// <summary>What must be assumed when the character is surplus, such as a digit that was read twice; null when it cannot be.</summary>
    float? Surplus(string line, int at);
}
