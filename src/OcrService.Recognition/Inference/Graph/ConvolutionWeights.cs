namespace OcrService.Recognition.Inference.Graph;

/// <summary>What a convolution multiplies with and adds.</summary>
/// <param name="Shape">Output channels x input channels of a group x kernel height x kernel width.</param>
/// <param name="Weights">The kernel.</param>
/// <param name="Bias">One for each output channel.</param>
internal sealed record ConvolutionWeights(long[] Shape, double[] Weights, double[] Bias)
{
    /// <summary>Reads them; null when they are no constants.</summary>
    public static ConvolutionWeights? Of(NetworkGraph graph, GraphNode convolution)
    {
        if (graph.Constant(convolution.Inputs[1]) is not { Shape.Length: > 2 } kernel)
            return null;
        GraphTensor? bias = convolution.Inputs.Count > 2 ? graph.Constant(convolution.Inputs[2]) : new GraphTensor([], new float[kernel.Shape[0]]);
        return bias is null ? null : new ConvolutionWeights(kernel.Shape, Wide(kernel.Values), Wide(bias.Values));
    }

    /// <summary>Those of the convolution with its output multiplied and added to.</summary>
    public ConvolutionWeights Then(double factor, double addend) =>
        new(Shape, [.. Weights.Select(w => w * factor)], [.. Bias.Select(b => (b * factor) + addend)]);

    /// <summary>Those of the convolution with its input multiplied and added to; of convolutions without padding only.</summary>
    public ConvolutionWeights After(double factor, double addend)
    {
        int perOutput = Weights.Length / Bias.Length;
        return new(
            Shape,
            [.. Weights.Select(w => w * factor)],
            [.. Bias.Select((b, output) => b + (addend * Weights.AsSpan(output * perOutput, perOutput).ToArray().Sum()))]);
    }

    public void PutInto(NetworkGraph graph, GraphNode convolution)
    {
        convolution.Inputs.RemoveRange(1, convolution.Inputs.Count - 1);
        convolution.Inputs.Add(graph.Add(new GraphTensor(Shape, Narrow(Weights))));
        convolution.Inputs.Add(graph.Add(new GraphTensor([Bias.Length], Narrow(Bias))));
    }

    private static double[] Wide(float[] values) => [.. values.Select(v => (double)v)];

    private static float[] Narrow(double[] values) => [.. values.Select(v => (float)v)];
}
