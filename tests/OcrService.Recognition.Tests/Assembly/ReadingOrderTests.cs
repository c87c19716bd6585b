using OcrService.Documents.Pages;
using OcrService.Recognition.Assembly;

namespace OcrService.Recognition.Tests.Assembly;

public sealed class ReadingOrderTests
{
    [Fact]
    public void Rows_run_from_top_to_bottom_and_inside_from_left_to_right() =>
        Order(Line(300, 12, 100, 20), Line(10, 50, 200, 20), Line(10, 10, 100, 20)).ShouldBe([2, 0, 1]);

    [Fact]
    public void A_sloping_row_holds_together() =>
        Order(Line(400, 30, 90, 20), Line(0, 10, 90, 20), Line(200, 20, 90, 20), Line(0, 60, 90, 20)).ShouldBe([1, 2, 0, 3]);

    [Fact]
    public void A_small_line_beside_a_tall_one_shares_its_row() =>
        Order(Line(200, 20, 80, 12), Line(10, 10, 100, 40)).ShouldBe([1, 0]);

    [Fact]
    public void Lines_above_each_other_never_share_a_row() =>
        Order(Line(10, 10, 100, 20), Line(10, 28, 100, 20), Line(10, 46, 100, 20)).ShouldBe([0, 1, 2]);

    [Fact]
    public void No_lines_give_no_order() => Order().ShouldBeEmpty();

    private static int[] Order(params Quad[] quads) => ReadingOrder.Of(quads);

    private static Quad Line(float left, float top, float width, float height) => Quad.FromBox(left, top, left + width, top + height);
}
