"""
Writes a sample of held-out rows, clean and worn, as the service would cut them out of photographs, with their texts in truth.tsv
(file, group, text). A group is a kind of typeface, a wear and a height of capitals.

    python3 -m ocrtrain.mrz.sample BANK FOLDER ROWS_PER_GROUP
"""
import os
import sys

import torch
from PIL import Image

from .draw import Bank
from .measure import HEIGHTS, held_out
from .text import ROWS


def main(bank, folder, rows):
    os.makedirs(folder, exist_ok=True)
    torch.set_num_threads(1)
    bank = Bank(bank, torch.device("cpu"))
    kinds = {"OCR-B": [n for n in bank.held_out if n.startswith("OCRB")], "other": [n for n in bank.held_out if not n.startswith("OCRB")]}
    with open(os.path.join(folder, "truth.tsv"), "w", encoding="utf-8") as truth:
        for kind, names in kinds.items():
            for wear, strength in (("clean", 0.0), ("worn", 0.5)):
                for capitals in HEIGHTS:
                    number = 0
                    for texts, _, (photographs, heights, widths) in held_out(bank, capitals, strength, int(rows) // ROWS, names):
                        for text, photograph, height, width in zip(texts, photographs, heights, widths):
                            name = f"{kind}-{wear}-{capitals:02}-{number:03}.png"
                            number += 1
                            box = photograph[0, :max(1, round(height.item())), :max(1, round(width.item()))]
                            Image.fromarray((box * 255).round().byte().numpy()).save(os.path.join(folder, name))
                            truth.write(f"{name}\t{kind} {wear} {capitals} px\t{text}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
