namespace OcrService.Recognition.Inference.Graph;

/// <summary>
/// Rewrites a convolutional network so that ONNX Runtime runs it faster with the same result but for rounding. PaddleOCR's networks
/// come with two habits that the runtime does not see through: an activation spelled out as x * clip(x + 3, 0, 6) / 6, and a learned
/// factor and addend behind every convolution and every activation (PP-LCNetV3). Each is a pass over the whole feature map, and each
/// leaves the blocked layout in which the convolutions run. What is left are operators that stay in it.
/// </summary>
internal static class GraphSimplifier
{
    /// <summary>The network, simplified; the very bytes when they are no network that can be understood, and the runtime shall judge.</summary>
    public static ReadOnlyMemory<byte> Simplify(ReadOnlyMemory<byte> model)
    {
        try
        {
            NetworkGraph graph = NetworkGraph.Parse(model);
            if (graph.HasInnerGraphs)
                return model;
            foreach (GraphNode node in graph.Nodes.ToArray())
                FoldIntoConvolutionBefore(graph, node);
            foreach (GraphNode node in graph.Nodes.ToArray())
                NameHardSwish(graph, node);
            foreach (GraphNode node in graph.Nodes.ToArray())
                FoldIntoConvolutionsBehind(graph, node);
            return graph.ToBytes();
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException)
        {
            return model;
        }
    }

    /// <summary>A factor or an addend of the whole output of a convolution is one of its weights or of its biases.</summary>
    private static void FoldIntoConvolutionBefore(NetworkGraph graph, GraphNode node)
    {
        if (WithNumber(graph, node) is not { } step || graph.Producer(step.Input) is not { Operator: "Conv" } convolution
            || graph.OnlyConsumer(step.Input) is null || ConvolutionWeights.Of(graph, convolution) is not { } weights)
            return;
        weights.Then(step.Factor, step.Addend).PutInto(graph, convolution);
        convolution.Outputs[0] = node.Outputs[0];
        graph.Remove(node);
    }

    /// <summary>x * clip(x + 3, 0, 6) / 6 is x * hard sigmoid(x), with alpha 1/6 and beta 1/2.</summary>
    private static void NameHardSwish(NetworkGraph graph, GraphNode divide)
    {
        if (divide.Operator != "Div" || graph.Constant(divide.Inputs[1])?.Scalar != 6
            || Before(divide.Inputs[0], "Mul") is not { } multiply
            || multiply.Inputs.Select(i => Before(i, "Clip")).FirstOrDefault(n => n is not null) is not { } clip
            || !ClipsTo(graph, clip, 0, 6)
            || Before(clip.Inputs[0], "Add") is not { } add
            || WithNumber(graph, add) is not { Addend: 3 } shifted
            || !multiply.Inputs.Contains(shifted.Input))
            return;
        string gate = divide.Outputs[0] + ".gate";
        graph.Replace(
            divide,
            GraphNode.Of("HardSigmoid", [shifted.Input], gate, ("alpha", 1 / 6f), ("beta", 0.5f)),
            GraphNode.Of("Mul", [shifted.Input, gate], divide.Outputs[0]));
        foreach (GraphNode old in (GraphNode[])[multiply, clip, add])
            graph.Remove(old);

        // Only what nobody else takes may go.
        GraphNode? Before(string tensor, string op) => graph.OnlyConsumer(tensor) is not null && graph.Producer(tensor) is { } n && n.Operator == op ? n : null;
    }

    /// <summary>
    /// A factor and an addend before convolutions that reach over no border are theirs too. Others would see the addend missing in
    /// their padding: for them it becomes one operator of the blocked layout, a normalisation by given figures.
    /// </summary>
    private static void FoldIntoConvolutionsBehind(NetworkGraph graph, GraphNode multiply)
    {
        if (multiply.Operator != "Mul" || WithNumber(graph, multiply) is not { } scale
            || graph.OnlyConsumer(multiply.Outputs[0]) is not { Operator: "Add" } add || WithNumber(graph, add) is not { } shift)
            return;
        string affine = add.Outputs[0];
        GraphNode[] consumers = [.. graph.Consumers(affine)];
        ConvolutionWeights?[] weights = [.. consumers.Select(c => IsPointwise(c) && c.Inputs[0] == affine ? ConvolutionWeights.Of(graph, c) : null)];
        if (weights.All(w => w is not null) && !graph.IsResult(affine))
        {
            for (int i = 0; i < consumers.Length; i++)
                weights[i]!.After(scale.Factor, shift.Addend).PutInto(graph, consumers[i]);
            graph.Bypass(add, scale.Input);
            graph.Remove(multiply);
            return;
        }

        if (Channels(graph, scale.Input) is not { } channels)
            return;
        float[][] figures = [Filled(scale.Factor), Filled(shift.Addend), Filled(0), Filled(1)];
        graph.Replace(
            add,
            GraphNode.Of(
                "BatchNormalization", [scale.Input, .. figures.Select(f => graph.Add(new GraphTensor([channels], f)))], affine, ("epsilon", 0)));
        graph.Remove(multiply);

        float[] Filled(float value)
        {
            float[] values = new float[channels];
            Array.Fill(values, value);
            return values;
        }
    }

    private static bool IsPointwise(GraphNode node) =>
        node.Operator == "Conv" && node.Integer("group", 1) == 1 && node.Integers("pads").All(p => p == 0) && node.Integers("kernel_shape").All(k => k == 1);

    /// <summary>Channels of a feature map: those of the convolution it comes from, through operators that keep them.</summary>
    private static long? Channels(NetworkGraph graph, string tensor) => graph.Producer(tensor) switch
    {
        { Operator: "Conv" } convolution => graph.Constant(convolution.Inputs[1])?.Shape[0],
        { Operator: "Mul" or "HardSigmoid" or "BatchNormalization" } through => Channels(graph, through.Inputs[0]),
        _ => null,
    };

    private static bool ClipsTo(NetworkGraph graph, GraphNode clip, float low, float high)
    {
        // Attributes up to version 10 of the operator set, inputs from 11 on.
        return (clip.Float("min") ?? Input(1)) == low && (clip.Float("max") ?? Input(2)) == high;

        float? Input(int index) => clip.Inputs.Count > index ? graph.Constant(clip.Inputs[index])?.Scalar : null;
    }

    /// <summary>A multiplication with, or addition of, one number.</summary>
    private static Step? WithNumber(NetworkGraph graph, GraphNode node)
    {
        if (node.Operator is not ("Mul" or "Add") || node.Inputs.Count != 2)
            return null;
        float? first = graph.Constant(node.Inputs[0])?.Scalar, second = graph.Constant(node.Inputs[1])?.Scalar;
        if (first.HasValue == second.HasValue)
            return null;
        float number = first ?? second!.Value;
        string input = first.HasValue ? node.Inputs[1] : node.Inputs[0];
        return node.Operator == "Mul" ? new Step(input, number, 0) : new Step(input, 1, number);
    }

    /// <summary>Input * Factor + Addend.</summary>
    private readonly record struct Step(string Input, float Factor, float Addend);
}
