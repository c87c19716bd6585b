"""The network of the Han reader: one window in, one character out."""
import torch
from torch import nn

FEATURES = 256


def _conv(inputs, outputs, kernel=3, stride=1):
    return nn.Sequential(nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class CellNet(nn.Module):
    """N x 1 x 40 x 40 normalised windows to N x classes logits; 19 M multiplications and additions a window for 6242 classes."""

    def __init__(self, classes):
        super().__init__()
        self.body = nn.Sequential(
            _conv(1, 32, 5, 2), _conv(32, 32), _conv(32, 64, 3, 2), _conv(64, 64), _conv(64, 128, 3, 2), _conv(128, 128), _conv(128, 192, 3, 2))
        self.features = nn.Sequential(nn.Flatten(), nn.Dropout(0.1), nn.Linear(192 * 9, FEATURES, bias=False), nn.BatchNorm1d(FEATURES), nn.ReLU(inplace=True))
        self.head = nn.Linear(FEATURES, classes)

    def forward(self, x):
        return self.head(self.features(self.body(x)))


def normalised(windows):
    """Grey windows N x 1 x H x W of any scale to mean 0 and deviation 1 each: faded print looks like black one."""
    windows = windows - windows.mean((1, 2, 3), keepdim=True)
    return windows / (windows.pow(2).mean((1, 2, 3), keepdim=True).sqrt() + 1e-3)


class Readable(nn.Module):
    """The network as it is shipped: grey 0..1 in, probabilities out."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, x):
        return torch.softmax(self.net(normalised(x)), dim=1)
