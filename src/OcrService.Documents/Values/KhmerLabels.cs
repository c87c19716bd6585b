namespace OcrService.Documents.Values;

/// <summary>The labels of the Cambodian identity card, and the values behind them.</summary>
internal static class KhmerLabels
{
    public const string Name = "name", Birth = "birth", Sex = "sex", Height = "height", BirthPlace = "birth place", Address = "address",
        Validity = "validity", Until = "until", Marks = "marks";

    private const string Title = "title";

    private static readonly LabelSet All = new(
        c => KhmerText.IsMark(c) || c == KhmerText.Coeng,
        "រះs៣",
        (Title, ["អត្តសញ្ញាណប័ណ្ណសញ្ជាតិខ្មែរ", "ព្រះរាជាណាចក្រកម្ពុជា", "ជាតិ សាសនា ព្រះមហាក្សត្រ"]),
        (Name, ["គោត្តនាមនិងនាម", "នាមនិងនាម", "គោត្តនាម"]),
        (Birth, ["ថ្ងៃខែឆ្នាំកំណើត", "ថ្ងៃ ខែ ឆ្នាំ"]),
        (Sex, ["ភេទ"]),
        (Height, ["កំពស់", "កម្ពស់"]),
        (BirthPlace, ["ទីកន្លែងកំណើត"]),
        (Address, ["អាសយដ្ឋាន", "អាស័យដ្ឋាន"]),
        (Validity, ["សុពលភាព"]),
        (Until, ["ដល់ថ្ងៃ", "ដល់ថ្ងៃទី"]),
        (Marks, ["ភិនភាគ"]));

    /// <summary>The lines of a field's value in normal storage order.</summary>
    public static IReadOnlyList<string> Of(string field, string text) => All.Of(field, KhmerText.Normalize(text));
}
