"""
Writes a sample of held-out rows, clean and worn, as the service would cut them out of photographs, with their texts in truth.tsv
(file, group, text). A group is a kind of typeface, a wear and a height of capitals.

    python3 -m ocrtrain.mrz.sample BANK FOLDER ROWS_PER_GROUP               # rows, for mrz-lines
    python3 -m ocrtrain.mrz.sample BANK FOLDER ZONES_PER_GROUP --zones      # all rows of documents, NAME-0.png NAME-1.png ..., for mrz-zones
"""
import argparse
import os
import random

import torch
from PIL import Image

from .draw import Bank
from .measure import HEIGHTS, held_out
from .text import ALPHABET, ROWS, Texts
from .wear import wear

_SEED = 91_001


def _zones(bank, capitals, strength, number, names, seed):
    """Zones of documents, one at a time: texts, and what was photographed, a box a row (see wear)."""
    torch.manual_seed(seed + capitals)
    texts, rng = Texts(seed + capitals, measuring=True), random.Random(seed + capitals)
    for _ in range(number):
        rows = texts.document()
        sheet = (rows * ROWS)[:ROWS]                    # what the wear wants; whatever is too much is the same document again
        characters = torch.tensor([[ALPHABET.index(c) for c in row] for row in sheet])
        bucket = round(len(rows[0]) * rng.uniform(12, 21) / 8) * 8
        _, photographs = wear(bank, characters, bank.faces(1, names), bucket, torch.full((ROWS,), strength), capitals, half=False)
        yield rows, photographs


def _boxes(bank, capitals, strength, number, names, zones, seed):
    """Names of pictures, pictures and texts."""
    if zones:
        chunks = ((f"{zone:03}-{{}}", *chunk) for zone, chunk in enumerate(_zones(bank, capitals, strength, number, names, seed)))
    else:
        chunks = (("{:03}", texts, photographs) for texts, _, photographs in held_out(bank, capitals, strength, number // ROWS, names))
    row = 0
    for pattern, texts, (photographs, heights, widths) in chunks:
        row = 0 if zones else row
        for text, photograph, height, width in zip(texts, photographs, heights, widths):
            box = photograph[0, :max(1, round(height.item())), :max(1, round(width.item()))]
            yield pattern.format(row), Image.fromarray((box * 255).round().byte().numpy()), text
            row += 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bank")
    parser.add_argument("folder")
    parser.add_argument("number", type=int)
    parser.add_argument("--zones", action="store_true")
    parser.add_argument("--seed", type=int, default=_SEED, help="of zones: another one for trying things than for the table")
    options = parser.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    torch.set_num_threads(1)
    bank = Bank(options.bank, torch.device("cpu"))
    kinds = {"OCR-B": [n for n in bank.held_out if n.startswith("OCRB")], "other": [n for n in bank.held_out if not n.startswith("OCRB")]}
    with open(os.path.join(options.folder, "truth.tsv"), "w", encoding="utf-8") as truth:
        for kind, names in kinds.items():
            for wear_name, strength in (("clean", 0.0), ("worn", 0.5)):
                for capitals in HEIGHTS:
                    for name, picture, text in _boxes(bank, capitals, strength, options.number, names, options.zones, options.seed):
                        file = f"{kind}-{wear_name}-{capitals:02}-{name}.png"
                        picture.save(os.path.join(options.folder, file))
                        truth.write(f"{file}\t{kind} {wear_name} {capitals} px\t{text}\n")


if __name__ == "__main__":
    main()
