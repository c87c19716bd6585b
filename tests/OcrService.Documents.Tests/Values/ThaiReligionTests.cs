using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class ThaiReligionTests
{
    [Theory]
    [InlineData("พุทธ", "พุทธ")]
    [InlineData("ศาสนา พุทธ", "พุทธ")]
    [InlineData("ศาสนาพุทธ", "พุทธ")]
    [InlineData("ศาสนา\nพุทธ", "พุทธ")]
    [InlineData("พทธ", "พุทธ")]
    [InlineData("ฟุทธ", "พุทธ")]
    [InlineData("อิสลาม", "อิสลาม")]
    [InlineData("อสลาม", "อิสลาม")]
    [InlineData("คริสต", "คริสต์")]
    [InlineData("ครสต์", "คริสต์")]
    [InlineData("พราหมณ", "พราหมณ์")]
    [InlineData("ศาสนา -", "-")]
    [InlineData("ศาสนา", null)]
    [InlineData("Date of Birth", null)]
    [InlineData("", null)]
    public void Religions_are_corrected(string text, string? religion) => ThaiReligion.Parse(text).ShouldBe(religion);
}
