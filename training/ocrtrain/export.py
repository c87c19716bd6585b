"""
Writes a trained reader of lines as ONNX: input 1 x 3 x 48 x W, output 1 x T x classes probabilities, the dictionary in the metadata.

    python3 -m ocrtrain.export READER WEIGHTS.npz MODEL.onnx
"""
import sys

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from .net import Readable
from .readers import READERS
from .train import load

OPSET = 14
_SMALL = 512
"""Tensors below so many values stay float32."""


def halve(model):
    """Stores large weights as float16 with a cast behind them; the runtime folds the casts when it loads the model."""
    graph = model.graph
    casts = []
    for i, tensor in enumerate(graph.initializer):
        if tensor.data_type != onnx.TensorProto.FLOAT or np.prod(tensor.dims) < _SMALL:
            continue
        values = numpy_helper.to_array(tensor).astype(np.float16)
        name = tensor.name
        graph.initializer[i].CopyFrom(numpy_helper.from_array(values, name + ".half"))
        casts.append(onnx.helper.make_node("Cast", [name + ".half"], [name], to=onnx.TensorProto.FLOAT))
    for cast in reversed(casts):
        graph.node.insert(0, cast)


def main(reader, weights, path):
    alphabet = READERS[reader].alphabet
    model = READERS[reader].network()
    load(model, weights)
    model.eval()
    torch.onnx.export(Readable(model), torch.zeros(1, 3, 48, 320), path, opset_version=OPSET, input_names=["x"], output_names=["probabilities"],
                      dynamic_axes={"x": {0: "lines", 3: "width"}, "probabilities": {0: "lines", 1: "frames"}})
    exported = onnx.load(path)
    halve(exported)
    # The class count is fixed; the exporter loses it in the last reshape.
    exported.graph.output[0].type.tensor_type.shape.dim[2].dim_value = len(alphabet)
    # Readers of PP-OCR leave spaces out, and the service looks for the gaps itself; these read them.
    onnx.helper.set_model_props(exported, {"character": alphabet.metadata(), "spaces": "read"})
    onnx.checker.check_model(exported)
    onnx.save(exported, path)


if __name__ == "__main__":
    main(*sys.argv[1:])
