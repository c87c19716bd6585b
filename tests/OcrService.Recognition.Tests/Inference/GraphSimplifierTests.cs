using OcrService.Native;
using OcrService.Recognition.Inference;
using OcrService.Recognition.Inference.Graph;
using OcrService.Recognition.Tests.WholePath;

namespace OcrService.Recognition.Tests.Inference;

[Collection(WholePathRuns.SharedModels)]
public sealed class GraphSimplifierTests(WholePathModels models)
{
    private const int Side = 5;

    /// <summary>The native library is bound by whoever opens models first.</summary>
    private readonly WholePathModels _models = models;

    [Fact]
    public void A_factor_and_an_addend_behind_a_convolution_go_into_it()
    {
        NetworkFile file = Weights(new NetworkFile())
            .Convolution("x", "w", "c", kernel: 3, padding: 1)
            .Node("Mul", ["c", "two"], "m").Node("Add", ["three", "m"], "y");

        ShouldStay(file, "Conv");
    }

    [Fact]
    public void A_hard_swish_that_is_spelled_out_becomes_two_operators()
    {
        NetworkFile file = HardSwish(Weights(new NetworkFile()), "x", "y");

        ShouldStay(file, "HardSigmoid", "Mul");
    }

    [Fact]
    public void Factor_and_addend_go_into_the_convolutions_behind_unless_these_reach_over_the_border()
    {
        ShouldStay(Scaled().Convolution("a", "pointwise", "y", kernel: 1, padding: 0), "Conv", "HardSigmoid", "Mul", "Conv");
        ShouldStay(Scaled().Convolution("a", "w", "y", kernel: 3, padding: 1), "Conv", "HardSigmoid", "Mul", "BatchNormalization", "Conv");

        static NetworkFile Scaled() =>
            HardSwish(Weights(new NetworkFile()).Convolution("x", "w", "c", kernel: 3, padding: 1), "c", "h")
                .Node("Mul", ["two", "h"], "m").Node("Add", ["m", "three"], "a");
    }

    [Fact]
    public void What_somebody_else_takes_too_stays()
    {
        NetworkFile file = Weights(new NetworkFile())
            .Convolution("x", "w", "c", kernel: 3, padding: 1)
            .Node("Mul", ["c", "two"], "m").Node("Add", ["m", "c"], "y");
        ShouldStay(file, "Conv", "Mul", "Add");

        // The clipped sum is a result of the network.
        byte[] result = HardSwish(Weights(new NetworkFile()), "x", "y").ToBytes("y.clip");
        Operators(GraphSimplifier.Simplify(result)).ShouldContain("Clip");
    }

    [Fact]
    public void Bytes_that_are_no_network_are_left_to_the_runtime()
    {
        byte[] noNetwork = [.. "<html>not found</html>"u8];
        GraphSimplifier.Simplify(noNetwork).ToArray().ShouldBe(noNetwork);
        GraphSimplifier.Simplify(ReadOnlyMemory<byte>.Empty).Length.ShouldBe(0);
    }

    [Theory]
    [InlineData("detector", 96, 0.8)]
    [InlineData("reader", 48, 0.75)]
    [InlineData("latin_reader", 48, 0.85)]
    [InlineData("accented_reader", 48, 1)]
    public void The_networks_of_the_service_give_what_they_gave(string role, int height, double mostOperators)
    {
        _models.Pipeline.ShouldNotBeNull();
        byte[] model = ModelManifest.Open(ModelFiles.FolderOf(new RecognitionOptions())).Load(role);
        ReadOnlyMemory<byte> simplified = GraphSimplifier.Simplify(model);

        // Constants are operators too, in PaddleOCR's files.
        Working(simplified).ShouldBeLessThanOrEqualTo((int)(Working(model) * mostOperators));
        float[] input = Noise(3 * height * 128);
        float[] before = Run(model, input, [1, 3, height, 128]), after = Run(simplified, input, [1, 3, height, 128]);
        after.Length.ShouldBe(before.Length);
        MostDifference(before, after).ShouldBeLessThan(1e-4f);

        static int Working(ReadOnlyMemory<byte> network) => Operators(network).Count(o => o != "Constant");
    }

    private static NetworkFile Weights(NetworkFile file) => file
        .Constant("w", [2, 2, 3, 3], Noise(36))
        .Constant("pointwise", [2, 2, 1, 1], 0.5f, -1, 2, 0.25f)
        .Constant("two", [1], 2).Constant("three", [], 3)
        .Constant("low", [], 0).Constant("six", [], 6);

    private static NetworkFile HardSwish(NetworkFile file, string input, string output) => file
        .Node("Add", [input, "three"], $"{output}.sum")
        .Node("Clip", [$"{output}.sum", "low", "six"], $"{output}.clip")
        .Node("Mul", [input, $"{output}.clip"], $"{output}.product")
        .Node("Div", [$"{output}.product", "six"], output);

    private static void ShouldStay(NetworkFile file, params string[] operators)
    {
        byte[] network = file.ToBytes();
        ReadOnlyMemory<byte> simplified = GraphSimplifier.Simplify(network);
        Operators(simplified).ShouldBe(operators);
        float[] input = Noise(2 * Side * Side);
        MostDifference(Run(network, input, [1, 2, Side, Side]), Run(simplified, input, [1, 2, Side, Side])).ShouldBeLessThan(1e-4f);
    }

    private static IEnumerable<string> Operators(ReadOnlyMemory<byte> network) => NetworkGraph.Parse(network).Nodes.Select(n => n.Operator);

    private static float[] Run(ReadOnlyMemory<byte> network, float[] input, int[] shape)
    {
        using OnnxSession session = OnnxSession.Open(network.Span);
        using OnnxTensor output = session.Run(input, shape, CancellationToken.None);
        return output.Data.ToArray();
    }

    private static float MostDifference(float[] a, float[] b) => a.Zip(b, (x, y) => MathF.Abs(x - y)).Max();

    private static float[] Noise(int count)
    {
        Random random = new(7);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
    }
}
