using OcrService.Specimens.Documents;

namespace OcrService.Specimens.People;

/// <summary>Identity numbers of Hong Kong, Macao and Taiwan in ranges that nobody holds, as printed.</summary>
internal static class HomeNumbers
{
    private static readonly string[] UnissuedPrefixes = ["Q", "U", "ZZ"];

    private static readonly int[] TaiwanLetters =
        [10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33];

    public static string HongKong(Dice dice)
    {
        string body = dice.Pick(UnissuedPrefixes) + dice.Digits(6);
        return $"{body}({HongKongCard.CheckCharacter(body)})";
    }

    /// <summary>The first digit is 1, 5 or 7 on real cards; how the last one follows is not published.</summary>
    public static string Macao(Dice dice) => $"9{dice.Digits(6)}({dice.Digits(1)})";

    /// <summary>The second character is 0, where people have 1 or 2, 8 or 9.</summary>
    public static string Taiwan(Dice dice)
    {
        string body = dice.Letter() + "0" + dice.Digits(7);
        return body + TaiwanCheck(body);
    }

    /// <summary>Weights 1, 9, 8 to 2 over the two digits of the letter and the eight digits before the check digit.</summary>
    public static char TaiwanCheck(string body)
    {
        int letter = TaiwanLetters[body[0] - 'A'];
        int sum = (letter / 10) + (letter % 10 * 9);
        for (int i = 1; i < 9; i++) sum += (body[i] - '0') * (9 - i);
        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
