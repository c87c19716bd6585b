"""
Draws a sample of held-out lines as pictures of 48 rows, with their texts in truth.tsv (file, group, text).

    python3 -m ocrtrain.sample READER PACK FOLDER LINES_PER_GROUP

Groups are script, kind of text (`card`: fields and words; `any`: made-up words of legal syllables) and wear (clean, worn).
"""
import os
import sys

import torch
from PIL import Image

from .lines import LineSource
from .pool import Parcels
from .readers import READERS
from .wear import wear


def main(reader, pack, folder, count):
    os.makedirs(folder, exist_ok=True)
    torch.set_num_threads(1)
    with open(os.path.join(folder, "truth.tsv"), "w", encoding="utf-8") as truth:
        for kind, grammar in (("card", 0.0), ("any", 1.0 / 3)):
            source = LineSource(READERS[reader], pack, 4242, measuring=True, grammar=grammar)
            for script in READERS[reader].shares:
                lines = [source.next(script) for _ in range(int(count))]
                for worn, strength in (("clean", 0.0), ("worn", 0.7)):
                    for i, line in enumerate(lines):
                        parcels = Parcels()
                        parcels.add(line)
                        bucket, masks, boxes, *_ = parcels.rest()[0]
                        torch.manual_seed(i)
                        picture, wide = wear(torch.from_numpy(masks), torch.from_numpy(boxes), bucket, torch.full((1,), strength), loosest=READERS[reader].loosest)
                        width = min(bucket, max(8, int(torch.ceil(wide).item())))
                        # Planes are blue, green, red.
                        pixels = ((picture[0, :, :, :width] + 1) * 127.5).round().byte().flip(0).permute(1, 2, 0).numpy()
                        name = f"{script}-{kind}-{worn}-{i:03d}.png"
                        Image.fromarray(pixels).save(os.path.join(folder, name))
                        truth.write(f"{name}\t{script} {kind} {worn}\t{line.text}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
