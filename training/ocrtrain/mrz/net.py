"""The network of the MRZ reader: residual convolutions that shrink the width by 8, a bidirectional LSTM, two frames a step, CTC."""
import torch
from torch import nn

from ..net import Block, conv
from .text import ALPHABET

CLASSES = len(ALPHABET) + 1
"""The blank first."""


class RowReader(nn.Module):
    """
    N x 1 x 32 x W grey values 0..1 (W a multiple of 8) to N x W/4 x classes logits.

    The tightest pitch of a loose box, 12 columns, gives three frames a character: runs of fillers need two each.
    """

    def __init__(self, widths=(24, 48, 96, 144), features=144, hidden=96, emissions=2):
        super().__init__()
        a, b, c, d = widths
        self.body = nn.Sequential(
            conv(1, a, 3, (2, 2)), nn.ReLU(), conv(a, b, 3, (2, 2)), nn.ReLU(), Block(b), conv(b, c, 3, (2, 2)), nn.ReLU(), Block(c),
            conv(c, d, 3, (2, 1)), nn.ReLU(), nn.Conv2d(d, features, (2, 3), padding=(0, 1), bias=False), nn.BatchNorm2d(features), nn.ReLU())
        self.drop = nn.Dropout(0.1)
        self.sequence = nn.LSTM(features, hidden, bidirectional=True)
        self.head = nn.Linear(2 * hidden, CLASSES * emissions)

    def forward(self, x):
        x = self.body(normalised(x)).squeeze(2)             # N x features x W/8
        x, _ = self.sequence(self.drop(x).permute(2, 0, 1))
        x = self.head(self.drop(x)).permute(1, 0, 2)        # N x W/8 x emissions * classes
        return x.reshape(x.shape[0], -1, CLASSES)


def normalised(rows):
    """Rows of grey to mean 0 and deviation 1 each: faded print looks like black one."""
    rows = rows - rows.mean((1, 2, 3), keepdim=True)
    return rows / (rows.pow(2).mean((1, 2, 3), keepdim=True).sqrt() + 1e-3)
