"""
Draws names with held-out typefaces as pictures of 48 rows, with their texts in truth.tsv (file, group, text).

    python3 -m ocrtrain.han.sample FOLDER LINES_PER_GROUP

The wear is that of the line readers (../wear.py), not the one that the Han reader is trained with. Half of the names have a single
character or two, as they stand on cards that print surname and given names apart.
"""
import os
import random
import sys

import torch
from PIL import Image

from .. import draw, faces
from ..pool import Parcels
from ..wear import wear
from ..lines import Line
from .bank import FACES
from .characters import GIVEN, SURNAMES, repertoire

_TALLEST, _WIDEST = 46, 4 * 512


def _lines(face, rng, count):
    known = set(repertoire())
    surnames, given = ([c for c in text if c in known] for text in (SURNAMES, GIVEN))
    every = sorted(known)
    while count:
        length = rng.choice((1, 2, 2, 3, 3, 3, 4, 6))
        text = rng.choice(surnames) + "".join(rng.choice(given if rng.random() < 0.7 else every) for _ in range(length - 1))
        image = draw.draw_line(text, face, None, rng.choice((36, 42, 48)), tracking=rng.choice((0, 0, 4, 10)))
        mask = None if image is None else draw.fit(image, _TALLEST, _WIDEST)
        if mask is not None:
            count -= 1
            yield Line(mask, text, [1] * len(text), "traditional")


def main(folder, count):
    os.makedirs(folder, exist_ok=True)
    torch.set_num_threads(1)
    with open(os.path.join(folder, "truth.tsv"), "w", encoding="utf-8") as truth:
        for row, (path, number, family, _) in enumerate(FACES):
            if not family.startswith("held"):
                continue
            path = os.path.join(faces.FONTS, path)
            face = draw.Face(path, number, draw.characters_of(path, number))
            lines = list(_lines(face, random.Random(100 + row), int(count)))
            for worn, strength in (("clean", 0.0), ("worn", 0.6)):
                for i, line in enumerate(lines):
                    parcels = Parcels()
                    parcels.add(line)
                    bucket, masks, boxes, *_ = parcels.rest()[0]
                    torch.manual_seed(1000 * (100 + row) + i)
                    picture, wide = wear(torch.from_numpy(masks), torch.from_numpy(boxes), bucket, torch.full((1,), strength), half=False)
                    width = min(bucket, max(8, int(torch.ceil(wide).item())))
                    # Planes are blue, green, red.
                    pixels = ((picture[0, :, :, :width] + 1) * 127.5).round().byte().flip(0).permute(1, 2, 0).numpy()
                    name = f"{row}-{worn}-{i:03d}.png"
                    Image.fromarray(pixels).save(os.path.join(folder, name))
                    truth.write(f"{name}\t{family.removeprefix('held ')} {worn}\t{line.text}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
