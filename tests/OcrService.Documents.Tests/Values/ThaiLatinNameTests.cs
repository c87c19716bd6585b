using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class ThaiLatinNameTests
{
    [Theory]
    [InlineData("Mr. Thotsop", "Mr. Thotsop")]
    [InlineData("Name Mr. Thotsop", "Mr. Thotsop")]
    [InlineData("NameMr.Thotsop", "Mr. Thotsop")]
    [InlineData("Name\nMrs. Tuayang", "Mrs. Tuayang")]
    [InlineData("Mr Thotsop", "Mr. Thotsop")]
    [InlineData("MrThotsop", "Mr. Thotsop")]
    [InlineData("Mr, Thotsop", "Mr. Thotsop")]
    [InlineData("Mrs.Tuayang", "Mrs. Tuayang")]
    [InlineData("Miss Tuayang", "Miss Tuayang")]
    [InlineData("Mi5s Tuayang", "Miss Tuayang")]
    [InlineData("Master Thotsop", "Master Thotsop")]
    [InlineData("Th0tsop", "Thotsop")]
    [InlineData("Mechai", "Mechai")]
    [InlineData("Pol.Lt.Col. Thotsop", "Pol.Lt.Col. Thotsop")]
    [InlineData("Name", null)]
    [InlineData("5 1990", null)]
    [InlineData("", null)]
    public void First_names_keep_their_title(string text, string? name) => ThaiLatinName.First(text).ShouldBe(name);

    [Theory]
    [InlineData("Tuayang", "Tuayang")]
    [InlineData("Last name Tuayang", "Tuayang")]
    [InlineData("LastnameTuayang", "Tuayang")]
    [InlineData("name Tuayang", "Tuayang")]
    [InlineData("Last name\nTuayang", "Tuayang")]
    [InlineData("Na Tuayang", "Na Tuayang")]
    [InlineData("Last name", null)]
    [InlineData("", null)]
    public void Last_names_have_none(string text, string? name) => ThaiLatinName.Last(text).ShouldBe(name);

    [Theory]
    [InlineData("MR. SAMPLE TESTER", "MR. SAMPLE TESTER")]
    [InlineData("MR SAMPLE TESTER", "MR. SAMPLE TESTER")]
    [InlineData("MISS SAMPLE TESTER", "MISS SAMPLE TESTER")]
    [InlineData("Mr. Sample Tester", "Mr. Sample Tester")]
    [InlineData("", null)]
    public void Foreigners_have_one_name(string text, string? name) => ThaiLatinName.Full(text).ShouldBe(name);
}
