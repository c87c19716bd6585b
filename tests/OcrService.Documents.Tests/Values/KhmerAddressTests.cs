using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class KhmerAddressTests
{
    [Theory]
    [InlineData("ទីកន្លែងកំណើត៖ សង្កាត់គំរូ ខណ្ឌតេស្ត ភ្នំពេញ", "សង្កាត់គំរូ ខណ្ឌតេស្ត ភ្នំពេញ")]
    [InlineData("ទឹកន្លែងគំណើត៖ ឃុំត្រពាំងថ្មី ស្រុកវាលស្វាយ ខេត្តកំពង់ធ", "ឃុំត្រពាំងថ្មី ស្រុកវាលស្វាយ ខេត្តកំពង់ធំ")]
    [InlineData("សង្កាត់គំរូខណ្ឌតេស្តភ្នំពេញ", "សង្កាត់គំរូ ខណ្ឌតេស្ត ភ្នំពេញ")]
    [InlineData("ឃុំព្រែកអំពិល ស្រុកអូរក្រហម កណ្តាល", "ឃុំព្រែកអំពិល ស្រុកអូរក្រហម កណ្ដាល")]
    [InlineData("ឃុំព្រែកអំពិល ស្រុកអូរក្រហម បាត់ ដំបង", "ឃុំព្រែកអំពិល ស្រុកអូរក្រហម បាត់ដំបង")]
    [InlineData("សង្កាត់គំរូ ខណ្ឌតេស្ត វាជធានីភ្នំពេញ។", "សង្កាត់គំរូ ខណ្ឌតេស្ត រាជធានីភ្នំពេញ")]
    [InlineData("ស្រុកកំពង់ចាម", "ស្រុកកំពង់ចាម")]
    [InlineData("ថ្ងៃខែឆ្នាំកំណើត៖ ០១.០១.១៩៩០\nទីកន្លែងកំណើត៖ ភ្នំពេញ\nអាសយដ្ឋាន៖ ភូមិគំរូ", "ភ្នំពេញ")]
    public void Places_of_birth_are_read(string text, string place) => KhmerPlace.Parse(text).ShouldBe(place);

    [Theory]
    [InlineData("អាសយដ្ឋាន៖ ផ្ទះ៩៩ ផ្លូវ៩៩៩ ភូមិគំរូ\nសង្កាត់គំរូ ខណ្ឌតេស្ត ភ្នំពេញ", "ផ្ទះ៩៩ ផ្លូវ៩៩៩ ភូមិគំរូ សង្កាត់គំរូ ខណ្ឌតេស្ត ភ្នំពេញ")]
    [InlineData("អាសយដ្ឋាន៖ ធ្ទះលេខ៩0 ផ្លូវ៣៧៥ ភូមិគំរូ\nសង្កាត់គំរូ ខណ្ឌតេស្ត ភ្នំពេញ\nសុពលភាព៖ ០២.០១.២០២៥", "ផ្ទះលេខ៩០ ផ្លូវ៣៧៥ ភូមិគំរូ សង្កាត់គំរូ ខណ្ឌតេស្ត ភ្នំពេញ")]
    [InlineData("អាស័យដ្ឋាន : ភូមិគំរូ\nឃុំគំរូ ស្រុកតេស្ត ប៉ៃលិន", "ភូមិគំរូ ឃុំគំរូ ស្រុកតេស្ត ប៉ៃលិន")]
    [InlineData("ផ្ទះ៩៩ ផ្លូវព្រះនរោត្តមភូមិគំរូ\nសង្កាត់គំរូ ខណ្ឌតេស្ត ភ្នំពេញ", "ផ្ទះ៩៩ ផ្លូវព្រះនរោត្តម ភូមិគំរូ សង្កាត់គំរូ ខណ្ឌតេស្ត ភ្នំពេញ")]
    public void Addresses_are_read(string text, string address) => KhmerAddress.Parse(text).ShouldBe(address);

    [Theory]
    [InlineData("")]
    [InlineData("អាសយដ្ឋាន៖")]
    [InlineData("999000001")]
    public void What_is_no_address_is_null(string text) => KhmerAddress.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData("ភិនភាគ៖ ប្រជ្រុយចំ. ១ ស.ម លើចិញ្ចើមខាងឆ្វេង", "ប្រជ្រុយចំ. ១ ស.ម លើចិញ្ចើមខាងឆ្វេង")]
    [InlineData("កិនភាគ$ ប្រជ្រុយចំ. 9.៥ ស.ម លើបិញ្ចើមខាងឆ្វេង", "ប្រជ្រុយចំ. ១.៥ ស.ម លើចិញ្ចើមខាងឆ្វេង")]
    [InlineData("ភីឧភាគ៖ ស្លាកស្នាមចំ. ៣ ស.ម ក្រោមភ្នែកខាងស្តាំ\nIDKHM9990000010<<<<", "ស្លាកស្នាមចំ. ៣ ស.ម ក្រោមភ្នែកខាងស្ដាំ")]
    [InlineData("សុពលភាព៖ ០២.០១.២០២៥ ដល់ថ្ងៃ ០១.០១.២០៣៥\nភិនភាគ៖ ប្រជ្រុយ", "ប្រជ្រុយ")]
    public void Marks_are_read(string text, string marks) => KhmerMarks.Parse(text).ShouldBe(marks);

    [Theory]
    [InlineData("")]
    [InlineData("ភិនភាគ៖")]
    [InlineData("IDKHM9990000010<<<<")]
    public void What_is_no_mark_is_null(string text) => KhmerMarks.Parse(text).ShouldBeNull();

    [Fact]
    public void Lost_gaps_and_a_damaged_province_are_mended()
    {
        ReaderNoise noise = new(47);
        NoiseScore score = new();
        for (int i = 0; i < 600; i++)
        {
            string truth = noise.Pick(KhmerWords.Places);
            int last = truth.LastIndexOf(' ') + 1;
            string read = truth[..last] + noise.Confuse(truth[last..], 1, NativeNoise.KhmerLetters);
            int gap = read.IndexOf(' ', StringComparison.Ordinal);
            read = gap > 0 && noise.Chance(0.3) ? read.Remove(gap, 1) : read;
            read = noise.Beside("ទីកន្លែងកំណើត៖ " + read, ["កំពស់៖ ១៦០ ស.ម\n", "០១.០១.១៩៩០ ភេទ៖ ស្រី\n"], ["\nអាសយដ្ឋាន៖ ភូមិគំរូ", "។"]);
            score.Add(truth, read, KhmerPlace.Parse(read));
        }

        score.ShouldBe(0.95, 0.05);
    }
}
