"""
Reads rows of held-out typefaces with the trained weights: rows exact by the height of capitals in the photograph.

    python3 -m ocrtrain.mrz.measure BANK WEIGHTS.npz [--rows 400] [--face NAME ...]
"""
import argparse
import random

import torch

from ..train import load
from .draw import Bank
from .net import RowReader
from .text import ALPHABET, ROWS, Texts
from .wear import wear

HEIGHTS = (8, 10, 12, 14, 18, 24)
_SEED = 90_001
_CHUNK = 10


def held_out(bank, capitals, strength, sheets, names=None):
    """
    Chunks of rows of held-out typefaces, or of those named, the same in every run: texts, pictures (N x 1 x 32 x bucket), and what was
    photographed (see wear).
    """
    torch.manual_seed(_SEED)
    texts, rng = Texts(_SEED, measuring=True), random.Random(_SEED)
    for at in range(0, sheets, _CHUNK):
        length = rng.choice((30, 36, 44))
        rows = [row for _ in range(min(_CHUNK, sheets - at)) for row in texts.sheet(length)]
        characters = torch.tensor([[ALPHABET.index(c) for c in row] for row in rows], device=bank.device)
        bucket = round(length * rng.uniform(12, 21) / 8) * 8
        faces = bank.faces(len(rows) // ROWS, names or bank.held_out)
        pictures, photographs = wear(bank, characters, faces, bucket, torch.full((len(rows),), strength, device=bank.device), capitals, half=False)
        yield rows, pictures, photographs


def decode(frames):
    """Text of the likeliest class of every frame: repeats collapse, blanks vanish."""
    text, last = "", 0
    for c in frames:
        if c != last and c != 0:
            text += ALPHABET[c - 1]
        last = c
    return text


@torch.no_grad()
def exact(model, bank, capitals, strength, rows, names=None):
    """Share of rows read without an error."""
    was, right, all_rows = model.training, 0, 0
    model.eval()
    for texts, pictures, _ in held_out(bank, capitals, strength, rows // ROWS, names):
        readings = [decode(f) for f in model(pictures.float()).argmax(2).tolist()]
        right += sum(a == b for a, b in zip(texts, readings))
        all_rows += len(texts)
    model.train(was)
    return right / all_rows


def tables(model, bank, rows, names=None):
    """Prints rows exact, clean and worn, by the height of capitals; as Markdown."""
    print("| wear | " + " | ".join(f"{h} px" for h in HEIGHTS) + " |\n| --- |" + " ---: |" * len(HEIGHTS))
    for wear_name, strength in (("clean", 0.0), ("worn 0.5", 0.5), ("worn 0.8", 0.8)):
        shares = [exact(model, bank, h, strength, rows, names) for h in HEIGHTS]
        print(f"| {wear_name} | " + " | ".join(f"{s:.1%}" for s in shares) + " |", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bank")
    parser.add_argument("weights")
    parser.add_argument("--rows", type=int, default=400)
    parser.add_argument("--face", action="append", help="a typeface, instead of all that are held out")
    options = parser.parse_args()
    torch.set_num_threads(1)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    bank, model = Bank(options.bank, device), RowReader().to(device)
    load(model, options.weights)
    tables(model, bank, options.rows, options.face)


if __name__ == "__main__":
    main()
