namespace OcrService.Recognition.Inference.Graph;

/// <summary>The operators and float constants of an ONNX file (ModelProto, GraphProto), to be changed and written again.</summary>
internal sealed class NetworkGraph
{
    private const int GraphOfModel = 7, NodeField = 1, InitializerField = 5, InputField = 11, OutputField = 12, NameOfValue = 1, NameOfTensor = 8;

    private readonly WireMessage _model, _graph;
    private readonly List<GraphNode> _nodes;
    private readonly Dictionary<string, GraphTensor> _constants = [], _added = [];
    private readonly HashSet<string> _results;

    private NetworkGraph(WireMessage model, WireMessage graph)
    {
        _model = model;
        _graph = graph;
        _nodes = [.. graph.All(NodeField).Select(n => new GraphNode(WireMessage.Parse(n)))];
        _results = [.. graph.All(OutputField).Select(o => WireMessage.Parse(o).Text(NameOfValue))];
        // Where an initializer is an input too, a caller may put another value in its place.
        HashSet<string> inputs = [.. graph.All(InputField).Select(i => WireMessage.Parse(i).Text(NameOfValue))];
        foreach (WireMessage tensor in graph.All(InitializerField).Select(t => WireMessage.Parse(t)).Where(t => !inputs.Contains(t.Text(NameOfTensor))))
            Remember(tensor.Text(NameOfTensor), GraphTensor.Parse(tensor));
        foreach (GraphNode node in _nodes.Where(n => n.Operator == "Constant"))
            Remember(node.Outputs[0], node.Tensor("value"));
    }

    public IReadOnlyList<GraphNode> Nodes => _nodes;

    /// <summary>Whether an operator runs a network of its own: who takes what can then not be told from the inputs.</summary>
    public bool HasInnerGraphs => _nodes.Any(n => n.HasInnerGraph);

    /// <summary>Reads an ONNX file.</summary>
    /// <exception cref="InvalidDataException">The bytes are none.</exception>
    public static NetworkGraph Parse(ReadOnlyMemory<byte> model)
    {
        WireMessage whole = WireMessage.Parse(model);
        return whole.All(GraphOfModel).LastOrDefault() is { IsEmpty: false } graph
            ? new NetworkGraph(whole, WireMessage.Parse(graph))
            : throw new InvalidDataException("The model has no graph.");
    }

    /// <summary>The constant of this name, when it is one of floats.</summary>
    public GraphTensor? Constant(string name) => _constants.GetValueOrDefault(name);

    /// <summary>Adds a constant and returns its name.</summary>
    public string Add(GraphTensor constant)
    {
        string name = $"simplified.{_added.Count}";
        _constants[name] = _added[name] = constant;
        return name;
    }

    /// <summary>The operator that gives a tensor; null for inputs and initializers.</summary>
    public GraphNode? Producer(string tensor) => _nodes.Find(n => n.Outputs.Contains(tensor));

    public IEnumerable<GraphNode> Consumers(string tensor) => _nodes.Where(n => n.Inputs.Contains(tensor));

    /// <summary>The operator that alone takes a tensor, which is no result of the network either.</summary>
    public GraphNode? OnlyConsumer(string tensor)
    {
        if (_results.Contains(tensor))
            return null;
        GraphNode[] all = [.. Consumers(tensor).Take(2)];
        return all is [GraphNode one] ? one : null;
    }

    public bool IsResult(string tensor) => _results.Contains(tensor);

    /// <summary>Puts operators in the place of another.</summary>
    public void Replace(GraphNode node, params ReadOnlySpan<GraphNode> by)
    {
        int at = _nodes.IndexOf(node);
        _nodes.RemoveAt(at);
        foreach (GraphNode next in by)
            _nodes.Insert(at++, next);
    }

    /// <summary>Takes an operator out whose output nobody takes any more.</summary>
    public void Remove(GraphNode node) => _nodes.Remove(node);

    /// <summary>Takes an operator out; whoever took its output takes <paramref name="instead"/>.</summary>
    public void Bypass(GraphNode node, string instead)
    {
        foreach (GraphNode consumer in Consumers(node.Outputs[0]).ToArray())
        {
            for (int i = 0; i < consumer.Inputs.Count; i++)
            {
                if (consumer.Inputs[i] == node.Outputs[0])
                    consumer.Inputs[i] = instead;
            }
        }

        Remove(node);
    }

    public byte[] ToBytes()
    {
        _graph.Remove(NodeField);
        foreach (GraphNode node in _nodes)
            _graph.Add(NodeField, node.ToMessage());
        foreach ((string name, GraphTensor tensor) in _added.Where(a => Consumers(a.Key).Any()))
            _graph.Add(InitializerField, tensor.ToMessage(name));
        _model.Remove(GraphOfModel);
        _model.Add(GraphOfModel, _graph);
        return _model.ToBytes();
    }

    private void Remember(string name, GraphTensor? tensor)
    {
        if (tensor is not null)
            _constants[name] = tensor;
    }
}
