"""
Writes the trained font classifier as ONNX: input 1 x 3 x 48 x W (W a multiple of 8), output 1 x names probabilities; the names, a line
each, in the metadata key `names`.

    python3 -m ocrtrain.font.export WEIGHTS.npz MODEL.onnx
"""
import sys

import onnx
import torch

from ..export import OPSET, halve
from ..train import load
from ..wear import HEIGHT
from .faces import NAMES
from .net import FontNet, Readable


def main(weights, path):
    net = FontNet(len(NAMES))
    load(net, weights)
    net.eval()
    torch.onnx.export(Readable(net), torch.rand(1, 3, HEIGHT, 320), path, opset_version=OPSET, input_names=["x"], output_names=["probabilities"],
                      dynamic_axes={"x": {0: "lines", 3: "width"}, "probabilities": {0: "lines"}})
    exported = onnx.load(path)
    halve(exported)
    onnx.helper.set_model_props(exported, {"names": "\n".join(n.name for n in NAMES)})
    onnx.checker.check_model(exported)
    onnx.save(exported, path)


if __name__ == "__main__":
    main(*sys.argv[1:])
