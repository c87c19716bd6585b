using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class KhmerNameTests
{
    [Theory]
    [InlineData("តេស្ត គំរូ", "តេស្ត គំរូ")]
    [InlineData("គោត្តនាមនិងនាម៖ តេស្ត គំរូ", "តេស្ត គំរូ")]
    [InlineData("គោត្តនាម និងនាម : តេស្ត គំរូ", "តេស្ត គំរូ")]
    [InlineData("តោត្តខាមនិងនាម៖ សុខ ចន្ថា", "សុខ ចន្ថា")]
    [InlineData("គោត្តគាមនិងនាម៖សុខ ចន្ថា", "សុខ ចន្ថា")]
    [InlineData("នាម៖ សុខ ចន្ថា\nSOK CHANTHA", "សុខ ចន្ថា")]
    [InlineData("999000001\nគោត្តនាមនិងនាម៖ ស៊្រុន សុភក្រ្ត\nSRUN SOPHEAKTRA", "ស្រ៊ុន សុភក្ត្រ")]
    public void Khmer_names_are_read(string text, string name) => KhmerName.Parse(text).ShouldBe(name);

    [Theory]
    [InlineData("")]
    [InlineData("TEST KUMRU")]
    [InlineData("គោត្តនាមនិងនាម៖")]
    [InlineData("ភេទ៖ ស្រី")]
    public void What_is_no_Khmer_name_is_null(string text) => KhmerName.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData("TEST KUMRU", "TEST KUMRU")]
    [InlineData("គោត្តនាមនិងនាម៖ តេស្ត គំរូ\nTEST KUMRU", "TEST KUMRU")]
    [InlineData("TE5T  KUMRU.", "TEST KUMRU")]
    [InlineData("TEST KUMRU\nIDKHM9990000010<<<<<<<<<<<<<<<", "TEST KUMRU")]
    [InlineData("TEST KUMRU ។", "TEST KUMRU")]
    public void Latin_names_are_read(string text, string name) => CambodianName.Latin(text).ShouldBe(name);

    [Theory]
    [InlineData("")]
    [InlineData("តេស្ត គំរូ")]
    [InlineData("TEST<<KUMRU<<<<<<<<<<<<<<<<<<<")]
    [InlineData("999000001")]
    [InlineData("tn nui ti")]
    public void What_is_no_Latin_name_is_null(string text) => CambodianName.Latin(text).ShouldBeNull();

    [Fact]
    public void Labels_in_any_state_leave_the_name()
    {
        ReaderNoise noise = new(46);
        NoiseScore score = new();
        for (int i = 0; i < 500; i++)
        {
            string truth = noise.Pick(KhmerWords.Names);
            string label = noise.Confuse(noise.Pick(["គោត្តនាមនិងនាម៖ ", "គោត្តនាម និងនាម៖ ", "គោត្តនាមនិងនាម៖", "នាមនិងនាម៖ "]), 3, NativeNoise.KhmerLetters);
            string read = noise.Beside(label + truth, ["ព្រះរាជាណាចក្រកម្ពុជា\n", "999000001\n"], ["\nTEST KUMRU", "\nថ្ងៃខែឆ្នាំកំណើត៖ ០១.០១.១៩៩០"]);
            score.Add(truth, read, KhmerName.Parse(read));
        }

        score.ShouldBe(0.97, 0.03);
    }
}
