using OcrService.Documents.Mrz;
using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Imaging;
using OcrService.Recognition.Mrz;
using OcrService.Recognition.Reading;

namespace OcrService.Recognition.Tests.Mrz;

public sealed class MrzFinderTests : IDisposable
{
    private const float Pitch = 24, Height = 28, Left = 80, Top = 400, Spacing = 45;

    private static readonly string[] Printed = ["IDMAC90005160<1<<<<<<<<<<<<<<<", "7312243F3405204<<<<<<<<<<<<<<8", "TOU<<WANG<HAU<<<<<<<<<<<<<<<<<"];

    private readonly PixelImage _picture = PixelImage.Create(1000, 600);

    public void Dispose() => _picture.Dispose();

    [Fact]
    public void A_zone_beyond_doubt_is_read_in_one_way()
    {
        Reader first = new(0.99f), second = new(0.99f);

        MrzZone zone = Find(Printed[0].Length, first, second).ShouldHaveSingleItem();

        MrzReader.Read(zone, new(2026, 1, 1)).ShouldNotBeNull().Lines.ShouldBe(Printed);
        second.Asked.ShouldBe(0);
    }

    [Fact]
    public void A_zone_in_doubt_is_read_in_every_way_until_it_is_not()
    {
        Reader first = new(0.5f), second = new(0.99f), third = new(0.99f);

        Find(Printed[0].Length, first, second, third)[0].Lines[0].Readings.Count.ShouldBe(2);

        (first.Asked, second.Asked, third.Asked).ShouldBe((3, 3, 0));
    }

    [Fact]
    public void Rows_of_which_all_ends_were_lost_are_drawn_out()
    {
        MrzZone zone = Find(23, new Reader(0.99f))[0];

        MrzReader.Read(zone, new(2026, 1, 1)).ShouldNotBeNull().Lines.ShouldBe(Printed);
        zone.Lines.ShouldAllBe(l => l.Quad.Width > 30 * Pitch);
    }

    private List<MrzZone> Find(int seen, params Reader[] readers)
    {
        List<ReadLine> lines = [];
        for (int i = 0; i < Printed.Length; i++)
        {
            Quad quad = Quad.FromBox(Left, Top + (i * Spacing), Left + (seen * Pitch), Top + (i * Spacing) + Height);
            ReadSymbol[] symbols = [.. Printed[i][..seen].Select((c, k) => new ReadSymbol(c.ToString(), 0.95f, (k + 0.5f) / seen))];
            lines.Add(new ReadLine(quad, 0.9f, LineReading.Of(symbols)));
        }

        return new MrzFinder(readers).Find(PageView.Upright(_picture), lines, singleRow: false, CancellationToken.None);
    }

    /// <summary>Reads what is printed within a row's box, with the same probability everywhere.</summary>
    private sealed class Reader(float probability) : IMrzRowReader
    {
        public int Asked { get; private set; }

        public MrzReading Read(PageView view, in Quad row, CancellationToken cancellationToken)
        {
            Asked++;
            string text = Printed[(int)MathF.Round((row.TopLeft.Y - Top) / Spacing)];
            float width = row.Width;
            int inside = Math.Min(text.Length, (int)MathF.Round(width / Pitch));
            return new MrzReading("reader", [.. text[..inside].Select((c, i) => new MrzSymbol((i + 0.5f) * Pitch / width, [new(c, probability)]))]);
        }
    }
}
