using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Imaging;
using OcrService.Recognition.Reading;

namespace OcrService.Recognition.Tests.Reading;

public sealed class LatinReaderTests
{
    [Fact]
    public void Lines_that_the_general_reader_is_sure_of_are_left_alone_on_a_page_without_accents() =>
        Improved(new("Total", 0.99f), second: new("Tota1", 1f), accented: new("Total", 0.95f)).ShouldBe("Total");

    [Fact]
    public void A_page_with_an_accent_is_read_again_whole() =>
        Improved(new("Espana", 0.99f), second: new("Espana", 0.98f), accented: new("España", 0.95f)).ShouldBe("España");

    [Fact]
    public void A_doubtful_line_is_put_to_the_vote() =>
        Improved(new("Tota1", 0.8f), second: new("Total", 0.7f), accented: new("Total", 0.7f)).ShouldBe("Total");

    [Fact]
    public void Without_a_third_reader_the_surer_of_two_counts() =>
        Improved(new("Tota1", 0.8f), second: new("Total", 0.9f), accented: null).ShouldBe("Total");

    [Fact]
    public void Lines_in_other_writings_are_not_asked_about() =>
        Improved(new("总计", 0.5f), second: new("Total", 0.9f), accented: new("Total", 0.9f)).ShouldBe("总计");

    [Fact]
    public void A_line_without_accents_is_given_none()
    {
        using PixelImage image = PixelImage.Create(100, 40);
        LatinReader reader = new(new Fixed(new("MA AUNG", 0.9f)), null, new Fixed(new("MÁ AUNG", 0.9f)));
        reader.ReadAscii(PageView.Upright(image), Quad.FromBox(0, 0, 100, 40), CancellationToken.None).Text.ShouldBe("MA AUNG");
        reader.Read(PageView.Upright(image), Quad.FromBox(0, 0, 100, 40), CancellationToken.None).Text.ShouldBe("MÁ AUNG");
    }

    private static string Improved(Said general, Said second, Said? accented)
    {
        using PixelImage image = PixelImage.Create(100, 40);
        PageView view = PageView.Upright(image);
        List<ReadLine> lines = [new(Quad.FromBox(0, 0, 100, 40), 1, general.Reading)];
        new LatinReader(new Fixed(general), new Fixed(second), accented is null ? null : new Fixed(accented)).Improve(view, lines, CancellationToken.None);
        return lines[0].Reading.Text;
    }

    private sealed record Said(string Text, float Probability)
    {
        public LineReading Reading => LineReading.Of([.. Text.Select((c, i) => new ReadSymbol(c.ToString(), Probability, (i + 0.5f) / Text.Length))]);
    }

    private sealed class Fixed(Said said) : ILineReader
    {
        public LineReading Read(PageView view, in Quad quad, CancellationToken cancellationToken) => said.Reading;
    }
}
