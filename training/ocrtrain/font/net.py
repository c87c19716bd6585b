"""The network of the font classifier: a line in, the likeness to every name out."""
import torch
from torch import nn

from ..net import Block, conv

COLUMN = 8
"""Columns of the line that one column of the features stands for."""
_GREY = (0.114, 0.587, 0.299)
"""Weights of the planes blue, green, red."""


class FontNet(nn.Module):
    """
    N x 3 x 48 x W (W a multiple of 8, values -1..1) to N x names logits.

    Grey, to mean 0 and deviation 1; convolutions down to one row of W / 8 columns, then the mean and the greatest of every feature over
    the columns: any width will do, and a line may be cut anywhere.
    """

    def __init__(self, names, widths=(24, 40, 80, 144), features=224):
        super().__init__()
        a, b, c, d = widths
        self.body = nn.Sequential(conv(1, a, 5, (2, 2)), nn.ReLU(inplace=True), conv(a, b, 3, (2, 2)), nn.ReLU(inplace=True), Block(b),
                                  conv(b, c, 3, (2, 2)), nn.ReLU(inplace=True), Block(c), conv(c, d, 3, (2, 1)), nn.ReLU(inplace=True), Block(d))
        self.squeeze = nn.Sequential(nn.Conv2d(d, features, (3, 1), bias=False), nn.BatchNorm2d(features), nn.ReLU(inplace=True))
        self.head = nn.Sequential(nn.Dropout(0.1), nn.Linear(2 * features, names))
        self.register_buffer("temperature", torch.ones(1))

    def forward(self, x, wide=None):
        """wide: N columns that each line fills of W, all where it is left out."""
        planes = torch.tensor(_GREY, device=x.device, dtype=x.dtype).view(1, 3, 1, 1)
        x = (x * planes).sum(1, keepdim=True)
        if wide is None:
            x = x - x.mean((2, 3), keepdim=True)
            x = self._columns(x / (x.pow(2).mean((2, 3), keepdim=True).sqrt() + 0.02))
            return self.head(torch.cat((x.mean(2), x.amax(2)), 1))
        there = (torch.arange(x.shape[3], device=x.device).view(1, 1, 1, -1) < wide.view(-1, 1, 1, 1)).to(x.dtype)
        count = there.sum(3, keepdim=True) * x.shape[2]
        x = (x - (x * there).sum((2, 3), keepdim=True) / count) * there
        x = self._columns(x / ((x.pow(2).sum((2, 3), keepdim=True) / count).sqrt() + 0.02))
        there = there[:, :, 0, COLUMN // 2::COLUMN].clone()
        there[:, :, 0] = 1
        return self.head(torch.cat(((x * there).sum(2) / there.sum(2), (x * there).amax(2)), 1))

    def _columns(self, x):
        """N x features x W / 8, none below 0."""
        return self.squeeze(self.body(x)).squeeze(2)


class Readable(nn.Module):
    """The network as it is shipped: probabilities, tempered so that they are kept."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, x):
        return torch.softmax(self.net(x) / self.net.temperature, dim=1)
