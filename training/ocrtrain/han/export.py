"""
Writes the trained reader of single characters as ONNX: input N x 1 x 40 x 40 grey 0..1, output N x classes probabilities; the
characters of the classes, without separators, in the metadata key `character`.

    python3 -m ocrtrain.han.export WEIGHTS.npz MODEL.onnx
"""
import sys

import onnx
import torch

from ..export import OPSET, halve
from ..train import load
from .cells import WINDOW
from .characters import NONE, repertoire
from .net import CellNet, Readable


def main(weights, path):
    characters = repertoire()
    net = CellNet(len(characters) + 1)
    load(net, weights)
    net.eval()
    torch.onnx.export(Readable(net), torch.rand(2, 1, WINDOW, WINDOW), path, opset_version=OPSET, input_names=["x"], output_names=["probabilities"],
                      dynamic_axes={"x": {0: "windows"}, "probabilities": {0: "windows"}})
    exported = onnx.load(path)
    halve(exported)
    onnx.helper.set_model_props(exported, {"character": "".join(characters) + NONE})
    onnx.checker.check_model(exported)
    onnx.save(exported, path)


if __name__ == "__main__":
    main(*sys.argv[1:])
