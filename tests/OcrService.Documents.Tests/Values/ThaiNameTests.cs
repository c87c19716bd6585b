using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class ThaiNameTests
{
    [Theory]
    [InlineData("ด.ญ. ปริศนา วารีรัตน้", "ด.ญ. ปริศนา วารีรัตน์")]
    [InlineData("นาย วัฒน่า แก้วใจดี", "นาย วัฒน่า แก้วใจดี")]
    [InlineData("นาง รุ่งรัตน้ ต้นไม้", "นาง รุ่งรัตน์ ต้นไม้")]
    [InlineData("นาย ทดสอบ ตัวอย่าง", "นาย ทดสอบ ตัวอย่าง")]
    [InlineData("ชื่อตัวและชื่อสกุล นาย ทดสอบ ตัวอย่าง", "นาย ทดสอบ ตัวอย่าง")]
    [InlineData("ชื่อตัวและชื่อสกุล\nนาย ทดสอบ ตัวอย่าง", "นาย ทดสอบ ตัวอย่าง")]
    [InlineData("ชือตัวและชือสกุล นาย ทดสอบ ตัวอย่าง", "นาย ทดสอบ ตัวอย่าง")]
    [InlineData("และชื่อสกุล นาย ทดสอบ ตัวอย่าง", "นาย ทดสอบ ตัวอย่าง")]
    [InlineData("นายทดสอบ ตัวอย่าง", "นาย ทดสอบ ตัวอย่าง")]
    [InlineData("นาง ตัวอย่าง ทดสอบ", "นาง ตัวอย่าง ทดสอบ")]
    [InlineData("นางสาว ตัวอย่าง ทดสอบ", "นางสาว ตัวอย่าง ทดสอบ")]
    [InlineData("นางสาวิตรี ทดสอบ", "นาง สาวิตรี ทดสอบ")]
    [InlineData("น.ส. ตัวอย่าง ทดสอบ", "น.ส. ตัวอย่าง ทดสอบ")]
    [InlineData("น.ส.ตัวอย่าง ทดสอบ", "น.ส. ตัวอย่าง ทดสอบ")]
    [InlineData("นส ตัวอย่าง ทดสอบ", "น.ส. ตัวอย่าง ทดสอบ")]
    [InlineData("น.ส ตัวอย่าง ทดสอบ", "น.ส. ตัวอย่าง ทดสอบ")]
    [InlineData("น,ส, ตัวอย่าง ทดสอบ", "น.ส. ตัวอย่าง ทดสอบ")]
    [InlineData("ด.ช. ตัวอย่าง ทดสอบ", "ด.ช. ตัวอย่าง ทดสอบ")]
    [InlineData("ด.ญ. ตัวอย่าง ทดสอบ", "ด.ญ. ตัวอย่าง ทดสอบ")]
    [InlineData("ร.ต.ท. ตัวอย่าง ทดสอบ", "ร.ต.ท. ตัวอย่าง ทดสอบ")]
    [InlineData("พ.ต.อ.ตัวอย่าง ทดสอบ", "พ.ต.อ. ตัวอย่าง ทดสอบ")]
    [InlineData("บาย ทดสอบ ตัวอย่าง", "นาย ทดสอบ ตัวอย่าง")]
    [InlineData("ตัวอย่าง ทดสอบ", "ตัวอย่าง ทดสอบ")]
    [InlineData("จาย ทดสอบ", "จาย ทดสอบ")]
    [InlineData("เตรื่อ นาย ทดสอบ ตัวอย่าง", "นาย ทดสอบ ตัวอย่าง")]
    [InlineData("นาย ทดสอบ\nตัวอย่าง", "นาย ทดสอบ ตัวอย่าง")]
    [InlineData("นาย ทดสอบ ต ัวอย่าง", "นาย ทดสอบ ตัวอย่าง")]
    [InlineData("Name Mr. Thotsop", null)]
    [InlineData("ชื่อตัวและชื่อสกุล", null)]
    [InlineData("", null)]
    public void Titles_are_corrected_and_set_apart(string text, string? name) => ThaiName.Parse(text).ShouldBe(name);

    [Theory]
    [InlineData("นาย ทดสอบ ตัวอย่าง", "นาย")]
    [InlineData("นางสาว ตัวอย่าง ทดสอบ", "นางสาว")]
    [InlineData("ตัวอย่าง ทดสอบ", "")]
    public void The_title_of_a_value_is_known(string name, string title) => ThaiName.TitleOf(name).ShouldBe(title);

    [Fact]
    public void Noise_seldom_makes_a_wrong_name()
    {
        ReaderNoise noise = new(61);
        NoiseScore score = new();
        string[] given = ["ทดสอบ", "ตัวอย่าง", "สมมุติ", "จำลอง", "กานดา", "พิมพ์ใจ"], surnames = ["ตัวอย่าง", "ทดลองงาน", "ไม่มีจริง", "สมมุติสกุล"];
        string[] titles = ["นาย", "นาง", "น.ส.", "ด.ช.", "ด.ญ.", "ร.ต.ท."];
        for (int i = 0; i < 1000; i++)
        {
            string title = noise.Pick(titles);
            string name = $"{title} {noise.Pick(given)} {noise.Pick(surnames)}";
            string readTitle = noise.Signs(title, 1, ".", ",");
            string read = readTitle + (readTitle.EndsWith('.') && noise.Chance(0.5) ? "" : " ") + name[(title.Length + 1)..];
            score.Add(name, read, ThaiName.Parse(noise.Beside(read, ["ชื่อตัวและชื่อสกุล ", "ชื่อตัวและชอสกุล\n", "ชื่อสกุล "], [" ", "\nName"])));
        }

        score.ShouldBe(0.97, 0.02);
    }
}
