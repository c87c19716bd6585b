namespace OcrService.Documents.Values;

/// <summary>The classes of holders in Myanmar's registration numbers: citizen, associate, naturalised, religious, temporary, scrutiny.</summary>
internal static class NrcHolders
{
    public static readonly IReadOnlyList<(string Burmese, char Letter)> All =
        [("နိုင်", 'N'), ("ဧည့်", 'E'), ("ပြု", 'P'), ("သာသနာ", 'T'), ("ယာယီ", 'Y'), ("စ", 'S')];

    /// <summary>The Latin forms: letters, and the words that some cards print.</summary>
    public static readonly IReadOnlyList<(string Latin, char Letter)> Latin =
    [
        ("N", 'N'), ("E", 'E'), ("P", 'P'), ("T", 'T'), ("Y", 'Y'), ("S", 'S'),
        ("NAING", 'N'), ("EI", 'E'), ("PYU", 'P'), ("THANA", 'T'), ("YA", 'Y'),
    ];

    public static string BurmeseOf(char letter) => All.First(h => h.Letter == letter).Burmese;
}
