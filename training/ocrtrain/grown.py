"""
The Han reader grows out of PP-OCRv4's reader (Apache-2.0): its graph is run node by node with trainable weights, and its last layer
is exchanged for one with the classes of our alphabet. Rows of characters that both know are taken over. The result is written back
into the original graph, so that the exported model keeps its dynamic width.
"""
import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper
from torch import nn


def _attributes(node):
    return {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}


def _key(name):
    return name.replace(".", "_")


class GrownReader(nn.Module):
    def __init__(self, path, old_symbols, new_symbols):
        """old_symbols, new_symbols: texts of all classes, blank first."""
        super().__init__()
        graph = onnx.load(path).graph
        constants = {n.output[0]: numpy_helper.to_array(_attributes(n)["value"]) for n in graph.node if n.op_type == "Constant"}
        constants |= {t.name: numpy_helper.to_array(t) for t in graph.initializer}
        nodes = [n for n in graph.node if n.op_type != "Constant"]
        if [n.op_type for n in nodes[-3:]] != ["MatMul", "Add", "Softmax"]:
            raise SystemExit("The graph does not end as PP-OCR's readers do.")
        self.head = nodes[-3].input[1], nodes[-2].input[1]
        frozen = {i for n in nodes if n.op_type == "BatchNormalization" for i in n.input[3:5]}
        self.weights = nn.ParameterDict()
        self._fixed = {}
        for name, value in constants.items():
            if name in self.head:
                value = self._regrow(value, old_symbols, new_symbols)
            value = torch.from_numpy(np.array(value))
            if value.dtype == torch.float32 and value.numel() > 1 and name not in frozen:
                self.weights[_key(name)] = nn.Parameter(value)
            elif name in frozen:
                self.register_buffer(_key(name), value)
            else:
                self._fixed[name] = value
        self._input = graph.input[0].name
        self._steps = [(n.op_type, list(n.input), list(n.output), _attributes(n)) for n in nodes[:-1]]
        last = {name: i for i, (_, inputs, _, _) in enumerate(self._steps) for name in inputs}
        self._done = [[n for n in inputs if last[n] == i] for i, (_, inputs, _, _) in enumerate(self._steps)]

    @staticmethod
    def _regrow(value, old_symbols, new_symbols):
        at = {s: i for i, s in enumerate(old_symbols)}
        rng = np.random.default_rng(1)
        spread, middle = value.std(-1, keepdims=True), value.mean(-1, keepdims=True)
        grown = (middle + spread * rng.standard_normal((*value.shape[:-1], len(new_symbols)))).astype(np.float32)
        for i, symbol in enumerate(new_symbols):
            if symbol in at:
                grown[..., i] = value[..., at[symbol]]
            elif value.ndim == 1:
                grown[i] = middle[0] - 2
        return grown

    def forward(self, x):
        values = {self._input: x}
        for (kind, inputs, outputs, a), done in zip(self._steps, self._done):
            values[outputs[0]] = _OPERATIONS[kind]([self._value(values, n) for n in inputs], a)
            for name in done:
                values.pop(name, None)
        return values[self._steps[-1][2][0]]

    def _value(self, values, name):
        if name in values:
            return values[name]
        key = _key(name)
        if key in self.weights:
            return self.weights[key]
        return self._fixed[name] if name in self._fixed else getattr(self, key)

    def write(self, source, path, metadata):
        """The source model with these weights and classes."""
        model = onnx.load(source)
        for node in model.graph.node:
            if node.op_type == "Constant" and _key(node.output[0]) in self.weights:
                node.attribute[0].t.CopyFrom(numpy_helper.from_array(self.weights[_key(node.output[0])].detach().numpy(), node.output[0]))
        for i, tensor in enumerate(model.graph.initializer):
            if _key(tensor.name) in self.weights:
                model.graph.initializer[i].CopyFrom(numpy_helper.from_array(self.weights[_key(tensor.name)].detach().numpy(), tensor.name))
        model.graph.output[0].type.tensor_type.shape.dim[2].dim_value = self.weights[_key(self.head[1])].shape[0]
        onnx.helper.set_model_props(model, {"character": metadata})
        onnx.checker.check_model(model)
        onnx.save(model, path)


def _list(value):
    return value.tolist() if torch.is_tensor(value) else list(value)


def _conv(v, a):
    pads = a.get("pads", [0, 0, 0, 0])
    x = v[0]
    if pads[0] != pads[2] or pads[1] != pads[3]:
        x, pads = F.pad(x, (pads[1], pads[3], pads[0], pads[2])), [0, 0]
    return F.conv2d(x, v[1], v[2] if len(v) > 2 else None, a.get("strides", 1), pads[:2], a.get("dilations", 1), a.get("group", 1))


def _slice(v, a):
    x = v[0]
    starts, ends = (a["starts"], a["ends"]) if "starts" in a else (_list(v[1]), _list(v[2]))
    axes = a.get("axes") if "axes" in a else (_list(v[3]) if len(v) > 3 else range(len(starts)))
    for start, end, axis in zip(starts, ends, axes):
        end = min(int(end), x.shape[axis])
        x = x.narrow(axis, int(start), end - int(start))
    return x


def _clip(v, a):
    low = a.get("min", v[1] if len(v) > 1 else None)
    high = a.get("max", v[2] if len(v) > 2 else None)
    return torch.clamp(v[0], None if low is None else float(low), None if high is None else float(high))


def _batch_norm(v, a):
    return F.batch_norm(v[0], v[3], v[4], v[1], v[2], False, 0.0, a.get("epsilon", 1e-5))


def _average_pool(v, a):
    return F.avg_pool2d(v[0], a["kernel_shape"], a.get("strides"), a.get("pads", [0, 0])[:2])


def _cast(v, a):
    return v[0].to({1: torch.float32, 6: torch.int32, 7: torch.int64}[a["to"]])


def _same_device(operation):
    # Numbers of the graph stay on the host; only whole tensors live on the device.
    return lambda v, a: operation(*(float(t) if torch.is_tensor(t) and t.numel() == 1 and t.device.type == "cpu" and t.dtype.is_floating_point
                                    and not t.requires_grad else t for t in v))


_OPERATIONS = {
    "Conv": _conv, "Slice": _slice, "Clip": _clip, "BatchNormalization": _batch_norm, "AveragePool": _average_pool, "Cast": _cast,
    "Mul": _same_device(lambda a, b: a * b), "Add": _same_device(lambda a, b: a + b), "Sub": _same_device(lambda a, b: a - b),
    "Div": _same_device(lambda a, b: a / b), "Pow": _same_device(lambda a, b: a ** b),
    "MatMul": lambda v, a: v[0] @ v[1], "Sqrt": lambda v, a: torch.sqrt(v[0]), "Relu": lambda v, a: torch.relu(v[0]),
    "Sigmoid": lambda v, a: torch.sigmoid(v[0]), "Softmax": lambda v, a: torch.softmax(v[0], a.get("axis", -1)),
    "HardSigmoid": lambda v, a: torch.clamp(v[0] * a.get("alpha", 0.2) + a.get("beta", 0.5), 0, 1),
    "GlobalAveragePool": lambda v, a: v[0].mean((2, 3), keepdim=True),
    "ReduceMean": lambda v, a: v[0].mean(tuple(a["axes"]), keepdim=bool(a.get("keepdims", 1))),
    "Concat": lambda v, a: torch.cat(v, a["axis"]), "Shape": lambda v, a: torch.tensor(v[0].shape),
    "Squeeze": lambda v, a: v[0].squeeze(a["axes"][0]), "Transpose": lambda v, a: v[0].permute(*a["perm"]),
    "Reshape": lambda v, a: v[0].reshape([v[0].shape[i] if d == 0 else d for i, d in enumerate(_list(v[1]))]),
}
