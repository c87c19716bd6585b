namespace OcrService.Documents.Values;

/// <summary>Characters that readers take for one another, used only where the field's alphabet decides.</summary>
public static class Lookalikes
{
    /// <summary>Digits and the characters that <see cref="LetterToDigit"/> takes for digits, as the inside of a regular expression's set.</summary>
    public const string DigitLike = "0-9OoDQUIlLJ|iZzASsGbTYBgqP";

    /// <summary>The digit that a letter in a number was meant to be; other characters unchanged.</summary>
    public static char LetterToDigit(char c) => c switch
    {
        'O' or 'o' or 'D' or 'Q' or 'U' => '0',
        'I' or 'l' or 'L' or 'J' or '|' or 'i' => '1',
        'Z' or 'z' => '2',
        'A' => '4',
        'S' or 's' => '5',
        'G' or 'b' => '6',
        'T' or 'Y' => '7',
        'B' => '8',
        'g' or 'q' or 'P' => '9',
        _ => c,
    };

    /// <summary>The digits that a character in a number may have been, the likeliest first; empty when it looks like none.</summary>
    public static string DigitsMeant(char c) => c switch
    {
        >= '0' and <= '9' => c.ToString(),
        'B' => "83",
        'D' => "0",
        'E' => "3",
        'G' => "6",
        'Q' => "09",
        'S' => "58",
        'T' or 'Y' => "71",
        'Z' => "27",
        '!' or ']' or '[' => "1",
        '?' => "7",
        _ => LetterToDigit(c) is >= '0' and <= '9' and char digit ? digit.ToString() : "",
    };

    /// <summary>The capital letters that a character in a code may have been, the likeliest first; empty when it looks like none.</summary>
    public static string LettersMeant(char c) => c switch
    {
        >= 'A' and <= 'Z' => c.ToString(),
        >= 'a' and <= 'z' => char.ToUpperInvariant(c).ToString(),
        '0' => "OQD",
        '1' or '|' or '!' => "IL",
        '2' => "Z",
        '3' => "B",
        '4' => "A",
        '5' or '$' => "S",
        '6' => "G",
        '7' => "TY",
        '8' => "B",
        '9' => "P",
        '(' or '<' => "C",
        _ => "",
    };

    /// <summary>The letter that a digit in a name was meant to be; a space for anything that is neither.</summary>
    public static char DigitToLetter(char c) => c switch
    {
        '0' => 'O',
        '1' => 'I',
        '2' => 'Z',
        '4' => 'A',
        '5' => 'S',
        '6' => 'G',
        '7' => 'T',
        '8' => 'B',
        _ => ' ',
    };
}
