using System.Text;
using OcrService.Recognition.Reading;

namespace OcrService.Recognition.Tests.Reading;

public sealed class CtcDecoderTests
{
    private const int Classes = 5;

    [Fact]
    public void Repeats_collapse_and_a_blank_separates_doubles()
    {
        List<CtcDecoder.Peak> peaks = CtcDecoder.Decode(Frames([0, 1, 1, 0, 1, 2, 2, 0]), 8, Classes);

        peaks.Select(p => p.Class).ShouldBe([1, 1, 2]);
        peaks.Select(p => p.Frame).ShouldBe([1, 4, 5]);
    }

    [Fact]
    public void The_peak_stands_where_the_probability_is_highest()
    {
        float[] frames = Frames([1, 1, 1]);
        frames[(1 * Classes) + 1] = 0.99f;

        CtcDecoder.Peak peak = CtcDecoder.Decode(frames, 3, Classes).ShouldHaveSingleItem();

        peak.ShouldBe(new CtcDecoder.Peak(1, 0.99f, 1));
    }

    [Fact]
    public void The_maximum_is_found_at_any_place_of_a_wide_row()
    {
        const int wide = 6625;
        foreach (int place in new[] { 1, 7, 8, 4095, 6619, 6624 })
        {
            float[] row = new float[wide];
            row[place] = 0.5f;
            CtcDecoder.Decode(row, 1, wide).ShouldHaveSingleItem().Class.ShouldBe(place);
        }
    }

    [Fact]
    public void A_dictionary_gets_its_blank_and_its_space()
    {
        ReaderDictionary dictionary = ReaderDictionary.Parse(Encoding.UTF8.GetBytes("a\nb\n中\n"), 5);

        dictionary.Count.ShouldBe(5);
        dictionary[1].ShouldBe("a");
        dictionary[3].ShouldBe("中");
        dictionary[4].ShouldBe(" ");
        dictionary.ClassesOf("bz中").ShouldBe([2, 3]);
    }

    [Fact]
    public void A_dictionary_of_another_network_is_refused() =>
        Should.Throw<InvalidDataException>(() => ReaderDictionary.Parse(Encoding.UTF8.GetBytes("a\nb\n"), 9));

    private static float[] Frames(int[] best)
    {
        float[] frames = new float[best.Length * Classes];
        for (int t = 0; t < best.Length; t++)
        {
            Array.Fill(frames, 0.05f, t * Classes, Classes);
            frames[(t * Classes) + best[t]] = 0.8f;
        }

        return frames;
    }
}
