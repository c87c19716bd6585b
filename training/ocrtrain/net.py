"""The network: a small residual convolutional backbone, a bidirectional LSTM over time, and a CTC head."""
import torch
from torch import nn


def conv(inputs, outputs, kernel, stride=1):
    kernel = (kernel, kernel) if isinstance(kernel, int) else kernel
    padding = tuple(k // 2 for k in kernel)
    return nn.Sequential(nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False), nn.BatchNorm2d(outputs))


class Block(nn.Module):
    """Two 3 x 3 convolutions with a bridge over them."""

    def __init__(self, channels):
        super().__init__()
        self.first, self.second = conv(channels, channels, 3), conv(channels, channels, 3)

    def forward(self, x):
        return torch.relu(x + self.second(torch.relu(self.first(x))))


class LineReader(nn.Module):
    """
    N x 3 x 48 x W (W a multiple of 8, values -1..1) to N x T x classes logits.

    Convolutions shrink the width by 4 and the height to one row. With `emissions` 2 every step of the sequence gives two frames, so
    that T = W / 2: Khmer and Burmese stack up to six code points within the width of one letter, more than a quarter of the
    width holds frames for.
    """

    def __init__(self, classes, widths=(32, 64, 96, 160), blocks=(1, 2, 1), features=192, hidden=128, emissions=2):
        super().__init__()
        a, b, c, d = widths
        self.stem = conv(3, a, 3, (2, 2))
        self.downs = nn.ModuleList([conv(a, b, 3, (2, 2)), conv(b, c, 3, (2, 1)), conv(c, d, 3, (2, 1))])
        self.blocks = nn.ModuleList([nn.Sequential(*[Block(w) for _ in range(n)]) for w, n in zip((b, c, d), blocks)])
        self.squeeze = nn.Sequential(nn.Conv2d(d, features, (3, 1), bias=False), nn.BatchNorm2d(features))
        self.drop = nn.Dropout(0.1)
        self.sequence = nn.LSTM(features, hidden, num_layers=2, bidirectional=True, batch_first=False)
        self.head = nn.Linear(2 * hidden, classes * emissions)
        self.classes, self.emissions = classes, emissions

    def forward(self, x):
        x = torch.relu(self.stem(x))
        for down, blocks in zip(self.downs, self.blocks):
            x = blocks(torch.relu(down(x)))
        x = torch.relu(self.squeeze(x)).squeeze(2)          # N x features x W/4
        x = self.drop(x).permute(2, 0, 1)
        x, _ = self.sequence(x)
        x = self.head(self.drop(x)).permute(1, 0, 2)        # N x W/4 x emissions * classes
        return x.reshape(x.shape[0], -1, self.classes)


class Readable(nn.Module):
    """The network as it is shipped: probabilities instead of logits."""

    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def forward(self, x):
        return torch.softmax(self.reader(x), dim=2)


SCRIPTS = {"widths": (32, 64, 96, 160), "blocks": (1, 2, 1), "features": 192, "hidden": 128, "emissions": 2}

def network(alphabet):
    return LineReader(len(alphabet), **SCRIPTS)
