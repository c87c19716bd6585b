namespace OcrService.Specimens.People;

/// <summary>A text in Burmese script and in Latin letters.</summary>
internal sealed record Bilingual(string Burmese, string Latin);

/// <summary>Makes up people of Myanmar and what their cards say of them.</summary>
internal static class Burmese
{
    private static readonly Words Lists = Resources.Read<Words>("Texts/myanmar.json");

    private static readonly Bilingual[] Men = [new("ဦး", "U"), new("ကို", "KO"), new("မောင်", "MAUNG")];

    private static readonly Bilingual[] Women = [new("ဒေါ်", "DAW"), new("မ", "MA")];

    private static readonly Bilingual[] BloodGroups = [new("အေ", "A"), new("ဘီ", "B"), new("အေဘီ", "AB"), new("အို", "O")];

    /// <summary>Names have no family part; the honorific belongs to them.</summary>
    public static Bilingual Name(Dice dice) => Named(dice, dice.Pick(dice.Chance(0.5) ? Men : Women));

    public static Bilingual Father(Dice dice) => Named(dice, Men[0]);

    public static Bilingual BloodGroup(Dice dice) => dice.Pick(BloodGroups);

    public static string Profession(Dice dice) => dice.Pick(Lists.Professions);

    public static string Mark(Dice dice) => dice.Pick(Lists.Marks);

    /// <summary>People and religion, parted by a stroke or a comma.</summary>
    public static string Belonging(Dice dice) => dice.Pick(Lists.Peoples) + (dice.Chance(0.6) ? "/" : "၊") + dice.Pick(Lists.Religions);

    /// <summary>Feet and inches, in signs or in words.</summary>
    public static string Height(Dice dice)
    {
        int feet = dice.Between(4, 6), inches = feet == 6 ? dice.Between(0, 3) : dice.Between(feet == 4 ? 7 : 0, 11);
        string signs = $"{feet}'{inches}\"", words = inches == 0 ? $"{feet}ပေ" : $"{feet}ပေ {inches}လက်မ";
        return NativeDigits.Burmese(dice.Chance(0.5) ? signs : words);
    }

    public static string Address(Dice dice)
    {
        string number = NativeDigits.Burmese($"{dice.Between(1, 240)}");
        string house = dice.Chance(0.6) ? $"အမှတ်({number})" : $"အမှတ် {number}";
        string street = dice.Pick(Lists.Places) + "လမ်း";
        string ward = dice.Chance(0.3) ? $"({NativeDigits.Burmese($"{dice.Between(1, 20)}")})ရပ်ကွက်" : dice.Pick(Lists.Places) + "ရပ်ကွက်";
        string town = dice.Pick(Lists.Towns) + (dice.Chance(0.4) ? "မြို့" : "");
        return string.Join("၊ ", dice.Chance(0.85) ? [house, street, ward, town] : [ward, town]);
    }

    private static Bilingual Named(Dice dice, Bilingual honorific)
    {
        Bilingual[] words = [.. Enumerable.Range(0, dice.Between(2, 4)).Select(_ => dice.Pick(Lists.Syllables))];
        return new Bilingual(
            honorific.Burmese + string.Concat(words.Select(w => w.Burmese)), $"{honorific.Latin} {string.Join(' ', words.Select(w => w.Latin))}");
    }

    internal sealed record Words(IReadOnlyList<Bilingual> Syllables, IReadOnlyList<string> Professions, IReadOnlyList<string> Places,
        IReadOnlyList<string> Towns, IReadOnlyList<string> Peoples, IReadOnlyList<string> Religions, IReadOnlyList<string> Marks);
}
