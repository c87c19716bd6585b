"""
Measures the font classifier on lines with characters and words that training never sees: of families it knows, and of whole families
kept for the measurement.

    python3 -m ocrtrain.font.measure WEIGHTS.npz PACK LINES
"""
import sys

import torch
import torch.nn.functional as F

from ..pool import Parcels
from ..train import load
from ..wear import wear
from .faces import NAMES
from .lines import FontLines
from .net import FontNet

_BATCH = 128
_HEIGHTS = (("below 16", 0, 16), ("16 to 27", 16, 28), ("28 and more", 28, 99))
"""Rows of ink that the line has in the picture."""


class Lines:
    """Drawn lines, the same in every run."""

    def __init__(self, pack, count, held_out_families):
        source, parcels = FontLines(pack, 99, measuring=True, held_out_families=held_out_families), Parcels(10 ** 6)
        for _ in range(count):
            parcels.add(source.next())
        self.parcels = parcels.rest()


class Tally:
    """Results line by line: names, whether the name came first and among five, probability of the first, rows."""

    def __init__(self, logits, names, rows, temperature):
        self.logits, self.names, self.rows = logits, names, rows
        self.probabilities = torch.softmax(logits / temperature, 1)
        ranked = logits.argsort(1, descending=True)
        self.first = ranked[:, 0]
        self.top1 = self.first == names
        self.top5 = (ranked[:, :5] == names.unsqueeze(1)).any(1)

    @staticmethod
    @torch.no_grad()
    def of(net, lines, strength, device):
        """What the network says about the lines at one strength of wear."""
        torch.manual_seed(5)
        logits, names, rows = [], [], []
        for bucket, masks, boxes, labels, *_ in lines.parcels:
            for i in range(0, len(labels), _BATCH):
                m, b = (torch.from_numpy(a[i:i + _BATCH]).to(device) for a in (masks, boxes))
                x, wide = wear(m, b, bucket, torch.full((len(m),), strength, device=device), half=False)
                logits.append(net(x, wide).float().cpu())
                names.append(torch.from_numpy(labels[i:i + _BATCH, 0]).long())
                rows.append((b[:, 3] - b[:, 2]).cpu())
        return Tally(torch.cat(logits), torch.cat(names), torch.cat(rows), net.temperature.cpu())

    def calibration(self):
        """Mean difference between the probability of the first name and how often it is right, in ten equal parts of the lines."""
        order = self.probabilities.amax(1).argsort()
        parts = [(self.probabilities.amax(1)[p].mean() - self.top1[p].float().mean()).abs() * len(p) for p in order.chunk(10)]
        return (sum(parts) / len(order)).item()

    def summary(self, chosen=slice(None)):
        return f"top-1 {self.top1[chosen].float().mean():.1%} top-5 {self.top5[chosen].float().mean():.1%} ({len(self.names[chosen])} lines)"

    def by_height(self):
        return "; ".join(f"{title} rows {self.summary((self.rows >= low) & (self.rows < high))}" for title, low, high in _HEIGHTS)

    def by_name(self):
        for i in self.names.unique().tolist():
            of_name = self.names == i
            taken = self.first[of_name & ~self.top1].bincount(minlength=len(NAMES)).topk(2)
            others = ", ".join(f"{NAMES[j].name} {n / of_name.sum():.0%}" for n, j in zip(taken.values.tolist(), taken.indices.tolist()) if n)
            yield f"| {NAMES[i].name} | {self.top1[of_name].float().mean():.0%} | {self.top5[of_name].float().mean():.0%} | {others} |"


def fit_temperature(net, sources, device):
    """The temperature with the least loss on lines of several sources, half of them clean."""
    net.temperature.fill_(1)
    tallies = [Tally.of(net, lines, strength, device) for lines in sources for strength in (0.0, 0.5)]
    logits, names = torch.cat([t.logits for t in tallies]), torch.cat([t.names for t in tallies])
    return min((t / 50 for t in range(25, 200)), key=lambda t: F.cross_entropy(logits / t, names).item())


def main(weights, pack, count):
    torch.set_num_threads(1)
    net = FontNet(len(NAMES))
    load(net, weights)
    net.eval()
    for title, held_out in (("seen families", False), ("held-out families", True)):
        lines = Lines(pack, int(count), held_out)
        for worn, strength in (("clean", 0.0), ("worn", 0.5)):
            tally = Tally.of(net, lines, strength, torch.device("cpu"))
            print(f"\n{title}, {worn}: {tally.summary()}, calibration error {tally.calibration():.1%}\n{tally.by_height()}\n")
            print("\n".join(["| name | first | among five | taken for |", "| --- | --- | --- | --- |", *tally.by_name()]), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
