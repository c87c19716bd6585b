using System.Buffers.Binary;
using OcrService.Recognition.Reading;

namespace OcrService.Recognition.Tests.Reading;

public sealed class SymbolModelTests
{
    [Fact]
    public void A_sequence_that_was_seen_has_its_own_probability() =>
        Small().Score(After(1), 2).ShouldBe(-0.08f * 3, 1e-4f);

    [Fact]
    public void One_that_was_not_backs_off_to_the_shorter_one() =>
        Small().Score(After(2), 1).ShouldBe(-0.08f * (7 + 10), 1e-4f);

    [Fact]
    public void After_classes_never_seen_nothing_is_taken_off() =>
        Small().Score(After(3), 1).ShouldBe(-0.08f * 10, 1e-4f);

    [Fact]
    public void Before_a_line_stands_its_edge() =>
        Small().Score(SymbolModel.Start, 1).ShouldBe(-0.08f, 1e-4f);

    [Fact]
    public void Only_the_last_classes_matter()
    {
        SymbolModel model = Small();

        model.After(model.After(SymbolModel.Start, 2), 1).ShouldBe(After(1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(15)]
    [InlineData(-1)]
    public void A_file_that_is_cut_off_is_refused(int length)
    {
        byte[] file = File();

        Should.Throw<InvalidDataException>(() => SymbolModel.Parse(file.AsSpan(0, length < 0 ? file.Length + length : length)));
    }

    [Fact]
    public void A_file_of_something_else_is_refused() => Should.Throw<InvalidDataException>(() => SymbolModel.Parse(new byte[64]));

    /// <summary>Pairs of classes of 3 bits; "1 2" and "2 edge" were seen, "2" leaves a share of e^(-0.56) for others, "edge 1" is most usual.</summary>
    internal static SymbolModel Small() => SymbolModel.Parse(File());

    private static SymbolModel.Context After(int last) => Small().After(SymbolModel.Start, last);

    private static byte[] File()
    {
        ulong[] ones = [Entry(0, 30, 0), Entry(1, 10, 0), Entry(2, 20, 7)], twos = [Entry(1, 1, 0), Entry((1 << 3) | 2, 3, 0), Entry(2 << 3, 30, 0)];
        byte[] file = [.. "NGRM"u8, 2, 3, 0, 0, .. Bytes(BitConverter.GetBytes(3)), .. Bytes(BitConverter.GetBytes(3)), .. ones.SelectMany(Eight), .. twos.SelectMany(Eight)];
        return file;

        static ulong Entry(int classes, byte probability, byte left) => ((ulong)classes << 16) | ((ulong)probability << 8) | left;

        static byte[] Bytes(byte[] four) => BitConverter.IsLittleEndian ? four : [.. four.Reverse()];

        static byte[] Eight(ulong entry)
        {
            byte[] bytes = new byte[8];
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, entry);
            return bytes;
        }
    }
}
