namespace OcrService.Documents.Values;

/// <summary>The labels of the identity card and the driving licence of Myanmar, and the values behind them.</summary>
internal static class BurmeseLabels
{
    public const string Number = "number", Registration = "registration", Date = "date", Name = "name", Father = "father", Religion = "religion", Height = "height",
        Blood = "blood", Profession = "profession", Address = "address", CardNumber = "card number";

    private const string Other = "other";

    private static readonly (string Field, string[] Wordings)[] Wordings =
    [
        (Other, ["နိုင်ငံသားစိစစ်ရေးကတ်ပြား", "ပြည်ထောင်စုသမ္မတမြန်မာနိုင်ငံတော်", "ယာဉ်မောင်းလိုင်စင်", "DRIVING LICENCE"]),
        (Other, ["ထင်ရှားသည့်အမှတ်အသား", "ထုတ်ပေးသူ", "ထိုးမြဲလက်မှတ်", "လက်ဝဲလက်မ"]),
        (Registration, ["မှတ်ပုံတင်အမှတ်", "NRC No"]),
        (Date, ["ရက်စွဲ", "နေ့စွဲ", "မွေးသက္ကရာဇ်", "မွေးသဣရာဇ်", "ကုန်ဆုံးရက်", "သက်တမ်းကုန်ဆုံးမည့်နေ့", "Date of Birth", "D.O.B", "Valid up to"]),
        (Name, ["အမည်", "Name"]),
        (Father, ["အဘအမည်"]),
        (Religion, ["လူမျိုး/ဘာသာ", "လူမျိုးနှင့်ကိုးကွယ်သည့်ဘာသာ", "လူမျိုး", "ကိုးကွယ်သည့်ဘာသာ"]),
        (Height, ["အရပ်"]),
        (Blood, ["သွေးအုပ်စု", "သွေးအမျိုးအစား", "Blood Type", "Blood Group"]),
        (Profession, ["အလုပ်အကိုင်"]),
        (Address, ["နေရပ်လိပ်စာ"]),
        (CardNumber, ["စာအမှတ်"]),
    ];

    // Addresses begin with the word for number, too.
    private static readonly LabelSet InAddresses = Set(Wordings);
    private static readonly LabelSet All = Set([.. Wordings, (Number, ["အမှတ်", "No"])]);

    /// <summary>The lines of a field's value in normal storage order.</summary>
    public static IReadOnlyList<string> Of(string field, string text) => (field == Address ? InAddresses : All).Of(field, BurmeseText.Normalize(text));

    private static LabelSet Set(IEnumerable<(string Field, string[] Wordings)> labels) => new(c => BurmeseText.IsMark(c) || c == BurmeseText.Virama, "း1l။", labels);
}
