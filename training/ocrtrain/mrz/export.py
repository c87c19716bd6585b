"""
Writes the trained MRZ reader as ONNX: input N x 1 x 32 x W grey 0..1, output N x W/4 x 38 probabilities, the blank first; the other
characters, without separators, in the metadata key `character`.

    python3 -m ocrtrain.mrz.export WEIGHTS.npz MODEL.onnx
"""
import sys

import onnx
import torch

from ..export import OPSET, halve
from ..net import Readable
from ..train import load
from .net import CLASSES, RowReader
from .text import ALPHABET
from .wear import HEIGHT


def main(weights, path):
    model = RowReader()
    load(model, weights)
    model.eval()
    torch.onnx.export(Readable(model), torch.rand(1, 1, HEIGHT, 640), path, opset_version=OPSET, input_names=["x"], output_names=["probabilities"],
                      dynamic_axes={"x": {0: "rows", 3: "width"}, "probabilities": {0: "rows", 1: "frames"}})
    exported = onnx.load(path)
    halve(exported)
    # The class count is fixed; the exporter loses it in the last reshape.
    exported.graph.output[0].type.tensor_type.shape.dim[2].dim_value = CLASSES
    onnx.helper.set_model_props(exported, {"character": ALPHABET})
    onnx.checker.check_model(exported)
    onnx.save(exported, path)


if __name__ == "__main__":
    main(*sys.argv[1:])
