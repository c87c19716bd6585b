namespace OcrService.Recognition.Inference.Graph;

/// <summary>One operator of a network (NodeProto of <see href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto"/>).</summary>
internal sealed class GraphNode
{
    private const int InputField = 1, OutputField = 2, OperatorField = 4, AttributeField = 5;
    private const int NameOfAttribute = 1, FloatOfAttribute = 2, IntegerOfAttribute = 3, TensorOfAttribute = 5, GraphOfAttribute = 6;
    private const int IntegersOfAttribute = 8, GraphsOfAttribute = 11, TypeOfAttribute = 20, FloatType = 1;

    private readonly WireMessage _message;
    private readonly Dictionary<string, WireMessage> _attributes;

    public GraphNode(WireMessage message)
    {
        _message = message;
        Operator = message.Text(OperatorField);
        Inputs = [.. message.Texts(InputField)];
        Outputs = [.. message.Texts(OutputField)];
        _attributes = message.All(AttributeField).Select(a => WireMessage.Parse(a)).ToDictionary(a => a.Text(NameOfAttribute));
    }

    public string Operator { get; }

    /// <summary>Names of the tensors it takes, and of those it gives. Changes are written back by <see cref="ToMessage"/>.</summary>
    public List<string> Inputs { get; }

    /// <inheritdoc cref="Inputs"/>
    public List<string> Outputs { get; }

    /// <summary>Whether it runs a network of its own, which may take tensors that no input names.</summary>
    public bool HasInnerGraph => _attributes.Values.Any(a => a.All(GraphOfAttribute).Any() || a.All(GraphsOfAttribute).Any());

    public static GraphNode Of(string op, IEnumerable<string> inputs, string output, params ReadOnlySpan<(string Name, float Value)> attributes)
    {
        WireMessage message = new();
        message.Add(OperatorField, op);
        foreach ((string name, float value) in attributes)
        {
            WireMessage attribute = new();
            attribute.Add(NameOfAttribute, name);
            attribute.Add(FloatOfAttribute, value);
            attribute.Add(TypeOfAttribute, FloatType);
            message.Add(AttributeField, attribute);
        }

        GraphNode node = new(message);
        node.Inputs.AddRange(inputs);
        node.Outputs.Add(output);
        return node;
    }

    public long Integer(string attribute, long otherwise) =>
        _attributes.TryGetValue(attribute, out WireMessage? a) ? a.Integers(IntegerOfAttribute).LastOrDefault() : otherwise;

    /// <summary>A list of integers; empty when the attribute is not there.</summary>
    public long[] Integers(string attribute) => _attributes.TryGetValue(attribute, out WireMessage? a) ? [.. a.Integers(IntegersOfAttribute)] : [];

    public float? Float(string attribute) => _attributes.TryGetValue(attribute, out WireMessage? a) ? a.Floats(FloatOfAttribute).LastOrDefault() : null;

    /// <summary>The tensor that a constant gives.</summary>
    public GraphTensor? Tensor(string attribute) =>
        _attributes.TryGetValue(attribute, out WireMessage? a) && a.All(TensorOfAttribute).LastOrDefault() is { Length: > 0 } tensor
            ? GraphTensor.Parse(WireMessage.Parse(tensor))
            : null;

    public WireMessage ToMessage()
    {
        _message.Remove(InputField);
        _message.Remove(OutputField);
        foreach (string input in Inputs)
            _message.Add(InputField, input);
        foreach (string output in Outputs)
            _message.Add(OutputField, output);
        return _message;
    }
}
