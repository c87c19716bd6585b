using System.Text;
using OcrService.Documents.Contacts;
using OcrService.Documents.Pages;

namespace OcrService.Documents.Tests.Contacts;

public sealed class ContactBlockTests
{
    /// <summary>A handful of divisions in the form of the full table.</summary>
    private const string Divisions =
        """
        [{"n":"北京市","d":[{"n":"东城区"},{"n":"朝阳区"}]},
         {"n":"广东省","d":[{"n":"广州市","d":[{"n":"天河区"}]},{"n":"深圳市","d":[{"n":"龙岗区"},{"n":"南山区"}]}]},
         {"n":"浙江省","d":[{"n":"杭州市","d":[{"n":"西湖区"},{"n":"余杭区"}]}]},
         {"n":"广西壮族自治区","d":[{"n":"南宁市","d":[{"n":"青秀区"}]}]},
         {"n":"湖南省","d":[{"n":"长沙市","d":[{"n":"长沙县"},{"n":"开福区"}]}]}]
        """;

    private static readonly ContactBlock Block = new(DivisionTable.Load(new MemoryStream(Encoding.UTF8.GetBytes(Divisions))));

    [Theory]
    [InlineData("收件人:李示例,电话:13800000000,地址:广东省深圳市龙岗区样板路1号", "李示例|13800000000|广东省|深圳市|龙岗区|样板路1号")]
    [InlineData("收货人：王样本\n手机号码：13900000000\n所在地区：浙江省杭州市西湖区\n详细地址：虚构路8号2栋301室", "王样本|13900000000|浙江省|杭州市|西湖区|虚构路8号2栋301室")]
    [InlineData("李样 13800000000 广东省深圳市龙岗区坂田街道样板路1号", "李样|13800000000|广东省|深圳市|龙岗区|坂田街道样板路1号")]
    [InlineData("张样本\n13800000000\n广东省广州市天河区样板大道9号", "张样本|13800000000|广东省|广州市|天河区|样板大道9号")]
    [InlineData("北京市朝阳区样板路5号", "||北京市|北京市|朝阳区|样板路5号")]
    [InlineData("北京市北京市东城区样板胡同3号", "||北京市|北京市|东城区|样板胡同3号")]
    [InlineData("广东深圳南山区样板路2号", "||广东省|深圳市|南山区|样板路2号")]
    [InlineData("深圳市龙岗区样板路1号", "||广东省|深圳市|龙岗区|样板路1号")]
    [InlineData("青秀区样板街6号", "||广西壮族自治区|南宁市|青秀区|样板街6号")]
    [InlineData("广西南宁市青秀区样板街6号", "||广西壮族自治区|南宁市|青秀区|样板街6号")]
    [InlineData("湖南省长沙市长沙县样板镇1组", "||湖南省|长沙市|长沙县|样板镇1组")]
    [InlineData("湖南省长沙市开富区样板路1号", "||湖南省|长沙市|开福区|样板路1号")]
    [InlineData("地址:浙江省杭州市余杭区\n样板路100号5幢", "||浙江省|杭州市|余杭区|样板路100号5幢")]
    [InlineData("浙江省 杭州市 西湖区 样板路1号", "||浙江省|杭州市|西湖区|样板路1号")]
    [InlineData("电话：010-62000000", "|010-62000000||||")]
    [InlineData("Tel: +44 20 7946 0000", "|+442079460000||||")]
    [InlineData("电话：0755-28000000转801", "|0755-28000000-801||||")]
    [InlineData("客服电话400-800-0000", "|400-800-0000||||")]
    [InlineData("+86 138 0000 0000", "|+8613800000000||||")]
    [InlineData("Name: Alex Sample\nPhone: +1 202 555 0100", "Alex Sample|+12025550100||||")]
    [InlineData("Alex Sample\n13800000000", "Alex Sample|13800000000||||")]
    [InlineData("欧阳样本 13800000000", "欧阳样本|13800000000||||")]
    [InlineData("姓名 陈样\n电话 13700000000", "陈样|13700000000||||")]
    [InlineData("满100减50 今日特价", "|||||")]
    [InlineData("订单号 202601011234567890", "|||||")]
    [InlineData("长沙臭豆腐 好吃", "|||||")]
    [InlineData("", "|||||")]
    public void The_contact_is_found(string text, string expected)
    {
        Contact c = Find(text);

        string.Join('|', c.Name, c.Phone, c.Province, c.City, c.District, c.DetailAddress).ShouldBe(expected);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[{\"x\":1}]")]
    [InlineData("no")]
    public void A_table_of_another_form_is_refused(string json) =>
        Should.Throw<InvalidDataException>(() => DivisionTable.Load(new MemoryStream(Encoding.UTF8.GetBytes(json))));

    private static Contact Find(string text) =>
        Block.Find([.. text.Split('\n').Select((line, i) => new TextLine(line, Quad.FromBox(0, i * 30, 300, (i * 30) + 20), 0.9f, 0.9f, []))]);
}
