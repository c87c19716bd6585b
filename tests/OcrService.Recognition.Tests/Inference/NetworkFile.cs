using OcrService.Recognition.Inference.Graph;

namespace OcrService.Recognition.Tests.Inference;

/// <summary>Writes small ONNX files: input <c>x</c> of 1 x 2 x height x width, output <c>y</c>.</summary>
internal sealed class NetworkFile
{
    private const int FloatType = 1;

    private readonly WireMessage _graph = new();

    public NetworkFile Constant(string name, long[] shape, params float[] values)
    {
        _graph.Add(5, new GraphTensor(shape, values).ToMessage(name));
        return this;
    }

    public NetworkFile Node(string op, string[] inputs, string output, params (string Name, float Value)[] attributes) =>
        Node(GraphNode.Of(op, inputs, output, attributes).ToMessage());

    /// <summary>A convolution with kernels of <paramref name="kernel"/> pixels a side and the same padding on all sides.</summary>
    public NetworkFile Convolution(string input, string weights, string output, int kernel, int padding, int group = 1)
    {
        WireMessage node = GraphNode.Of("Conv", [input, weights], output).ToMessage();
        Add("kernel_shape", [kernel, kernel]);
        Add("pads", [padding, padding, padding, padding]);
        WireMessage attribute = Attribute("group", type: 2);
        attribute.Add(3, group);
        node.Add(5, attribute);
        return Node(node);

        void Add(string name, long[] values)
        {
            WireMessage list = Attribute(name, type: 7);
            foreach (long value in values)
                list.Add(8, value);
            node.Add(5, list);
        }
    }

    public byte[] ToBytes(params string[] moreOutputs)
    {
        WireMessage graph = WireMessage.Parse(_graph.ToBytes());
        graph.Add(2, "small");
        graph.Add(11, Value("x", 2));
        foreach (string output in (string[])["y", .. moreOutputs])
            graph.Add(12, Value(output, 0));
        WireMessage version = new(), model = new();
        version.Add(2, 11);
        model.Add(1, 8);
        model.Add(7, graph);
        model.Add(8, version);
        return model.ToBytes();
    }

    private static WireMessage Attribute(string name, long type)
    {
        WireMessage attribute = new();
        attribute.Add(1, name);
        attribute.Add(20, type);
        return attribute;
    }

    private static WireMessage Value(string name, int channels)
    {
        WireMessage shape = new(), tensor = new(), type = new(), value = new();
        foreach (long size in (long[])[1, channels, 0, 0])
        {
            WireMessage dimension = new();
            if (size > 0)
                dimension.Add(1, size);
            shape.Add(1, dimension);
        }

        tensor.Add(1, FloatType);
        tensor.Add(2, shape);
        type.Add(1, tensor);
        value.Add(1, name);
        value.Add(2, type);
        return value;
    }

    private NetworkFile Node(WireMessage node)
    {
        _graph.Add(1, node);
        return this;
    }
}
