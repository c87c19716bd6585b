using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class ThaiAddressTests
{
    private const string Address = "99/9 หมู่ที่ 9 ต.ตัวอย่าง อ.เมือง จ.นนทบุรี";

    [Theory]
    [InlineData("99/9 หมู่ที่ 9 ต.ตัวอย่าง อ.เมือง จ.นนทบุรี", Address)]
    [InlineData("ที่อยู่ 99/9 หมู่ที่ 9\nต.ตัวอย่าง อ.เมือง จ.นนทบุรี", Address)]
    [InlineData("ทีอยู่ 99/9 หมูที่ 9 ต.ตัวอย่าง\nอ.เมือง จ.นนทบุรี", Address)]
    [InlineData("99/9หมู่ที่9ต.ตัวอย่างอ.เมืองจ.นนทบุรี", Address)]
    [InlineData("16 165 หมู่ที่ 4 ต.ชุมแพ อ.ชุมแพ จ.ขอนแก่น", "165 หมู่ที่ 4 ต.ชุมแพ อ.ชุมแพ จ.ขอนแก่น")]
    [InlineData("647 หมู่ที่ 2 ต.ปากน๋ำโพ อ.เมืองนครสวรรค จ.นครสวรรค์", "647 หมู่ที่ 2 ต.ปากน้ำโพ อ.เมืองนครสวรรค์ จ.นครสวรรค์")]
    [InlineData("647 หมู่ที่ 2 ต.ปากน้ำโพ อ.เมืองสรวง จ.ร้อยเอ็ด", "647 หมู่ที่ 2 ต.ปากน้ำโพ อ.เมืองสรวง จ.ร้อยเอ็ด")]
    [InlineData("99/9 หมู่ที่ 9 ต .ตัวอย่าง อ. เมือง จ,นนทบุรี", Address)]
    [InlineData("99/9 หมู่ที่ 9 ต ตัวอย่าง อ เมือง จ นนทบุรี", Address)]
    [InlineData("๙๙/๙ หมู่ที่ ๙ ต.ตัวอย่าง อ.เมือง จ.นนทบุรี", Address)]
    [InlineData("99/9 หมู่ที่ 9 ต.ตัวอย่าง อ.เมือง จ.นนทบรี", Address)]
    [InlineData("99/9 หมู่ที่ 9 ต.ตัวอย่าง อ.เมือง จ.นน ทบุรี", Address)]
    [InlineData("99/9 หมู่ที่ 9 ต.ตัวอย่าง อ.เมือง จ.นนทบุรี 2 ม", Address)]
    [InlineData("99/9 หมู่ที่ 9 ต.ตัวอย่าง อ.เมือง จ.นนทบุรี 26 ส.ค. 2567 ตลอดชีพ", Address)]
    [InlineData("99/9 หมู่ที่ 9 ต.ตัวอย่าง อ.เมือง จ.นนทบุรี 4 มี.ค. ตุลอดชึพ", Address)]
    [InlineData("99/9 หมู่ที่ 9 ต.ตัวอย่าง อ.เมือง จ.นนทบุรี ค. 2567 ตลอดชีพ", Address)]
    [InlineData("99/9 หมู่ที่ 9 ต.ตัวอย่าง อ.ทดสอบ จ.ตัวอย่าง", "99/9 หมู่ที่ 9 ต.ตัวอย่าง อ.ทดสอบ จ.ตัวอย่าง")]
    [InlineData("9O/9 ซ.ตัวอย่าง ถ.ทดสอบ แขวงตัวอย่าง เขตทดสอบ กรุงเทพมหานคร", "90/9 ซ.ตัวอย่าง ถ.ทดสอบ แขวงตัวอย่าง เขตทดสอบ กรุงเทพมหานคร")]
    [InlineData("90/9 แขวงตัวอย่างเขตทดสอบกรุงเทพมหานคร", "90/9 แขวงตัวอย่าง เขตทดสอบ กรุงเทพมหานคร")]
    [InlineData("90/9 แขวงตัวอย่าง เขตทดสอบ กรุงเทพมหานดร", "90/9 แขวงตัวอย่าง เขตทดสอบ กรุงเทพมหานคร")]
    [InlineData("ที่อยู่", null)]
    [InlineData("2 Jan. 2025", null)]
    [InlineData("", null)]
    [InlineData("726 หมู่ที่ 8 ต.ตาคลี 16 15\nอ.ตาคลี จ.นครสวรรค์", "726 หมู่ที่ 8 ต.ตาคลี อ.ตาคลี จ.นครสวรรค์")]
    [InlineData("99 ถ.สุขุมวิท 71 ต.ตาคลี อ.ตาคลี จ.นครสวรรค์", "99 ถ.สุขุมวิท 71 ต.ตาคลี อ.ตาคลี จ.นครสวรรค์")]
    public void Addresses_are_one_line(string text, string? address) => ThaiAddress.Parse(text).ShouldBe(address);

    [Fact]
    public void All_provinces_are_known()
    {
        ThaiProvinces.All.Count().ShouldBe(77);
        ThaiProvinces.All.Distinct().Count().ShouldBe(77);
        ThaiProvinces.Nearest("เชียงไหม่").ShouldBe("เชียงใหม่");
        ThaiProvinces.Nearest("ตัวอย่าง").ShouldBeNull();
    }

    [Fact]
    public void Noise_seldom_makes_a_wrong_address()
    {
        ReaderNoise noise = new(67);
        NoiseScore score = new();
        string[] provinces = [.. ThaiProvinces.All.Where(p => p != ThaiProvinces.Capital)];
        for (int i = 0; i < 1500; i++)
        {
            string start = $"{noise.Between(1, 99)}/{noise.Between(1, 9)} หมู่ที่ {noise.Between(1, 12)} ต.ตัวอย่าง อ.ทดสอบ จ.";
            string province = noise.Pick(provinces);
            // A lost mark in the province, a gap lost somewhere before.
            int mark = province.IndexOfAny(['่', '้', '์', 'ุ', 'ี', 'ิ', 'ั']);
            string readProvince = mark > 0 && noise.Chance(0.5) ? province.Remove(mark, 1) : province;
            string read = (noise.Chance(0.5) ? start : start.Replace(" ", "", StringComparison.Ordinal)) + readProvince;
            read = read.Replace("ต.", noise.Pick(["ต.", "ต,", "ต ."]), StringComparison.Ordinal);
            score.Add(start + province, read, ThaiAddress.Parse(noise.Beside(read, ["ที่อยู่ ", "ทีอยู่ "], [" ", "\n"])));
        }

        score.ShouldBe(0.97, 0.02);
    }
}
