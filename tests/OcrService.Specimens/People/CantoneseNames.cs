using System.Globalization;

namespace OcrService.Specimens.People;

/// <summary>Makes up names of people in Hong Kong and Macao, with and without Han characters.</summary>
internal static class CantoneseNames
{
    private static readonly NameLists Lists = Resources.Read<NameLists>("Texts/cantonese-names.json");

    /// <summary>A name in the spelling of Hong Kong: one with Han characters may have a Western given name behind it.</summary>
    public static CantoneseName HongKong(Dice dice)
    {
        if (dice.Chance(0.18)) return new CantoneseName("", "", dice.Pick(Lists.ForeignSurnames), dice.Pick(Lists.ForeignGiven));
        (Surname surname, GivenSyllable[] given) = Han(dice);
        string latin = string.Join(' ', given.Select(g => Capitalised(g.Latin)));
        if (dice.Chance(0.2)) latin += " " + dice.Pick(Lists.WesternGiven);
        return new CantoneseName(surname.Han, string.Concat(given.Select(g => g.Han)), surname.HongKong, latin);
    }

    /// <summary>A name in the spelling of Macao, in capitals; people without Han characters have Portuguese names.</summary>
    public static CantoneseName Macao(Dice dice)
    {
        if (dice.Chance(0.12)) return new CantoneseName("", "", dice.Pick(Lists.PortugueseSurnames), dice.Pick(Lists.PortugueseGiven));
        (Surname surname, GivenSyllable[] given) = Han(dice);
        return new CantoneseName(surname.Han, string.Concat(given.Select(g => g.Han)), surname.Macao, string.Join(' ', given.Select(g => g.Latin)));
    }

    /// <summary>
    /// The telegraph codes of a name, four digits a character. Few are known for sure; any other character has a made-up code, always the same.
    /// </summary>
    public static string TelegraphCodes(string han) => string.Join(' ', han.EnumerateRunes().Select(r => Lists.TelegraphCodes.TryGetValue(r.ToString(), out string? code)
        ? code
        : (((r.Value * 7919) % 9000) + 100).ToString("0000", CultureInfo.InvariantCulture)));

    private static (Surname Surname, GivenSyllable[] Given) Han(Dice dice)
    {
        Surname surname = dice.Pick(Lists.Surnames);
        return (surname, [.. Enumerable.Range(0, dice.Chance(0.85) ? 2 : 1).Select(_ => dice.Pick(Lists.Given))]);
    }

    private static string Capitalised(string word) => word[..1] + word[1..].ToLowerInvariant();

    internal sealed record Surname(string Han, string HongKong, string Macao);

    internal sealed record GivenSyllable(string Han, string Latin);

    internal sealed record NameLists(
        IReadOnlyList<Surname> Surnames,
        IReadOnlyList<GivenSyllable> Given,
        IReadOnlyList<string> WesternGiven,
        IReadOnlyList<string> ForeignSurnames,
        IReadOnlyList<string> ForeignGiven,
        IReadOnlyList<string> PortugueseSurnames,
        IReadOnlyList<string> PortugueseGiven,
        IReadOnlyDictionary<string, string> TelegraphCodes);
}

/// <summary>A name of Hong Kong or Macao.</summary>
/// <param name="HanSurname">Traditional characters; empty for people without.</param>
/// <param name="HanGiven">Traditional characters; empty for people without.</param>
/// <param name="Surname">Latin capitals.</param>
/// <param name="Given">Latin letters, words separated by spaces.</param>
internal sealed record CantoneseName(string HanSurname, string HanGiven, string Surname, string Given)
{
    public string Han => HanSurname + HanGiven;
}
