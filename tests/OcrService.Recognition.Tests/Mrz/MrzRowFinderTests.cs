using OcrService.Documents.Pages;
using OcrService.Recognition.Mrz;
using OcrService.Recognition.Reading;

namespace OcrService.Recognition.Tests.Mrz;

public sealed class MrzRowFinderTests
{
    private readonly List<ReadLine> _lines = [];

    [Theory]
    [InlineData("CSC000000004<3501014<9001011<2")]
    [InlineData("C5C00000000435010149001011<2")]
    [InlineData("CDL000000007《3501014 9001011 6")]
    public void A_single_row_is_found_where_one_is_looked_for(string read)
    {
        Printed(100, 100, "往来港澳通行证", 20);
        Printed(700, 120, "C00000000", 12);
        Printed(400, 300, "2025.01.02-2035.01.01", 12);
        Printed(80, 560, read, 28);

        IReadOnlyList<Quad> zone = MrzRowFinder.Find(_lines, singleRow: true).ShouldHaveSingleItem();

        zone.ShouldBe([_lines[^1].Quad]);
        MrzRowFinder.Find(_lines, singleRow: false).ShouldBeEmpty();
    }

    [Fact]
    public void A_row_that_the_detector_cut_is_put_together()
    {
        Printed(80, 560, "CSC000000004", 28);
        Printed(450, 562, "3501014<9001011<2", 28);

        Quad row = MrzRowFinder.Find(_lines, singleRow: true).ShouldHaveSingleItem().ShouldHaveSingleItem();

        row.TopLeft.ShouldBe(_lines[0].Quad.TopLeft);
        row.BottomRight.ShouldBe(_lines[1].Quad.BottomRight);
    }

    [Fact]
    public void Other_lines_of_a_card_are_no_row()
    {
        Printed(100, 100, "2025.01.02-2035.01.01", 20);
        Printed(100, 200, "有效期限 2025.01.02-2035.01.01", 20);
        Printed(100, 300, "SURNAME, GIVEN NAME AND ANOTHER", 20);
        Printed(100, 400, "6222 0200 0000 0000 000", 20);
        Printed(100, 500, "C00000000", 20);
        Printed(100, 600, "https://example.org/0123456789/0123456789", 20);

        MrzRowFinder.Find(_lines, singleRow: true).ShouldBeEmpty();
    }

    [Fact]
    public void Three_rows_full_of_letters_are_a_zone()
    {
        Printed(100, 100, "樣本測試", 20);
        Printed(80, 400, "CRH9999000160133501014M9001011", 28);
        Printed(80, 450, "NBPJLBLOLCOCMKNEAABQ000001542", 28);
        Printed(80, 500, "YANG<<BEN<CE<SHI<<<<", 28);

        MrzRowFinder.Find(_lines, singleRow: false)[0].Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(0, 24.5f, 3)]
    [InlineData(0, 12, 3)]
    [InlineData(300, 24.5f, 2)]
    public void A_row_of_which_the_fillers_were_lost_counts_where_it_begins_with_its_neighbours(float indent, float pitch, int rows)
    {
        Printed(80, 400, "CRM9999999760132509046F2006040", 28);
        Printed(80, 450, "MJPCLMNCLLNL<<<<AAC95069394<54", 28);
        Printed(80 + indent, 500, "S0<H01Y1<<<<<<<<", 28, 30 * pitch / 16);

        MrzRowFinder.Find(_lines, singleRow: false)[0].Count.ShouldBe(rows);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public void A_row_of_which_only_the_beginning_was_found_is_drawn_out_as_far_as_the_other_two(int row, int place)
    {
        string[] printed = ["IDMAC90041885<3<<<<<<<<<<<<<<<", "8102287F1301014MAC<<<<<<<<<<<4", "CHAN<<TAI<MAN<<<<<<<<<<<<<<<<<"];
        for (int i = 0; i < printed.Length; i++)
            Printed(80, 400 + (45 * i), i == row ? printed[i][..15] : printed[i], 28);

        IReadOnlyList<Quad> zone = MrzRowFinder.Find(_lines, singleRow: false)[0];

        zone.Count.ShouldBe(3);
        zone.Select(q => q.TopLeft.Y).ShouldBe([400, 445, 490]);
        zone[place].Width.ShouldBe(zone.Max(q => q.Width), 0.5f);
    }

    [Theory]
    [InlineData(200, 400)]
    [InlineData(80, 380)]
    public void A_line_that_begins_elsewhere_or_stands_farther_off_is_no_third_row(float x, float y)
    {
        Printed(x, y, "IDMAC90041885<3", 28);
        Printed(80, 445, "8102287F1301014MAC<<<<<<<<<<<4", 28);
        Printed(80, 490, "CHAN<<TAI<MAN<<<<<<<<<<<<<<<<<", 28);

        MrzRowFinder.Find(_lines, singleRow: false).ShouldAllBe(zone => zone.Count == 2);
    }

    private void Printed(float x, float y, string text, float height, float pitch = 0)
    {
        float width = (pitch > 0 ? pitch : 0.85f * height) * text.Length;
        ReadSymbol[] symbols = [.. text.Select((c, i) => new ReadSymbol(c.ToString(), 0.95f, (i + 0.5f) / text.Length))];
        _lines.Add(new ReadLine(Quad.FromBox(x, y, x + width, y + height), 0.9f, LineReading.Of(symbols)));
    }
}
