"""
Draws pictures of one line each, with characters and words that training never sees, and truth.tsv: file, group, name of the typeface.

    python3 -m ocrtrain.font.sample PACK FOLDER LINES_PER_GROUP

Each is a piece of a web page: dark on light or light on dark, print of 11 to 48 pixels, half of the files JPEG. The groups tell families
that training knows from those it never sees, and the size of the print.
"""
import os
import random
import sys

from PIL import Image

from .faces import NAMES
from .lines import FontLines

_SIZES = ((16, "to 16 px"), (28, "18 to 25 px"), (99, "29 px and more"))


def _colours(rng):
    """Ground and ink, far enough apart to be read."""
    light, dark = (tuple(rng.randint(low, low + 60) for _ in range(3)) for low in (190, 0))
    return (light, dark) if rng.random() < 0.75 else (dark, light)


def main(pack, folder, count):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "truth.tsv"), "w", encoding="utf-8") as truth:
        for families, held_out in (("seen", False), ("held-out", True)):
            source, rng = FontLines(pack, 55, measuring=True, held_out_families=held_out), random.Random(56)
            missing = {title: int(count) for _, title in _SIZES}
            while any(missing.values()):
                mask, text, number, size = source.drawn()
                title = next(title for largest, title in _SIZES if size <= largest)
                # One or two symbols tell little, and the detector finds few of them.
                if len(text) < 4 or not missing[title]:
                    continue
                ground, ink = _colours(rng)
                # As large as the detector sees pages, which leaves more room around small print than it does on a cut-out line.
                page = Image.new("RGB", (mask.width + 640, mask.height + 400), ground)
                page.paste(Image.new("RGB", mask.size, ink), (rng.randint(20, 620), rng.randint(20, 380)), mask)
                name = f"{families}-{title.split()[0]}-{missing[title]:03d}." + ("jpg" if rng.random() < 0.5 else "png")
                page.save(os.path.join(folder, name), **({"quality": rng.randint(50, 95)} if name.endswith("jpg") else {}))
                truth.write(f"{name}\t{families}, {title}\t{NAMES[number].name}\n")
                missing[title] -= 1


if __name__ == "__main__":
    main(*sys.argv[1:])
