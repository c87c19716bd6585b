"""
Draws the bank: a small mask of every character in every typeface, and of scraps of Latin print, once before the training.

    python3 -m ocrtrain.han.bank FOLDER

A mask is SIDE x SIDE bytes, 255 ink, the em square of EM pixels in its middle. Files: `characters.npy` (masks), `index.npy`
(typefaces x characters, number of the mask or -1), `latin.npy` (masks of letters, figures and pieces of words), `faces.json`.
"""
import json
import os
import random
import sys

import numpy as np
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

from .. import faces
from .characters import repertoire

EM, SIDE = 40, 48

# Path below /usr/share/fonts : face of a collection, family, weight among the families. The faces of Japan and Korea stand for the
# forms of older print.
FACES = [
    *[(f"opentype/noto/NotoSansCJK-{w}.ttc", f, "sans", 1.0) for w in ("Regular", "Bold") for f in (3, 4, 0, 1)],
    *[(f"opentype/noto/NotoSerifCJK-{w}.ttc", f, "serif", 1.3) for w in ("Regular", "Bold") for f in (0, 1)],
    *[(f"opentype/noto/NotoSerifCJK-{w}.ttc", f, "held serif", 1.0) for w in ("Regular", "Bold") for f in (3, 4)],
    ("truetype/arphic/uming.ttc", 1, "ming", 1.5), ("truetype/arphic/uming.ttc", 2, "ming", 1.0), ("truetype/arphic-bsmi00lp/bsmi00lp.ttf", 0, "ming", 1.5),
    ("truetype/cns11643/TW-Sung-98_1.ttf", 0, "sung", 2.5), ("truetype/cns11643/TW-Kai-98_1.ttf", 0, "held kai", 1.0),
    ("truetype/arphic/ukai.ttc", 1, "kai", 1.0), ("truetype/arphic-bkai00mp/bkai00mp.ttf", 0, "kai", 1.3),
    ("truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", 0, "wenkai", 0.8), ("truetype/lxgw-wenkai/LXGWWenKai-Bold.ttf", 0, "wenkai", 0.5),
    ("truetype/wqy/wqy-zenhei.ttc", 0, "zenhei", 1.2), ("truetype/wqy/wqy-microhei.ttc", 0, "droid", 1.0), ("truetype/droid/DroidSansFallbackFull.ttf", 0, "droid", 0.8),
]

_ALIGNED_ON = 300
"""Characters whose mean ink says where a typeface's em square has its middle."""

_LABELS = """NAME Name Nome(s) Apelido(s) HONG KONG IDENTITY CARD PERMANENT Bilhete de Identidade Residente Surname Given names Sex Date of birth SPECIMEN SAMPLE
CHAN Tai Man WONG LEI HO IEONG KUAN Wai Ming A123456(7) 1234567(8) 01-01-1990 ***AZ RAEM M F 2019.05.06 E00000000 No.""".split()


def _mask(text, font, middle):
    image = Image.new("L", (SIDE, SIDE))
    ImageDraw.Draw(image).text(middle, text, font=font, fill=255, anchor="mm")
    return image


def _aligned(font, characters):
    """Where the em square's middle is put so that the typeface's characters stand in the middle of the mask."""
    boxes = [_mask(c, font, (SIDE / 2, SIDE / 2)).getbbox() for c in characters]
    boxes = np.array([b for b in boxes if b])
    offset = (boxes[:, :2] + boxes[:, 2:]).mean(0) / 2 - SIDE / 2
    return SIDE / 2 - offset[0], SIDE / 2 - offset[1]


def _latin(seed, count):
    rng = random.Random(seed)
    # The service brings capitals alone in a line to the height of characters, which is that of the largest here.
    fonts = [ImageFont.truetype(path, size, index=number) for path, number in faces.installed(faces.LATIN) for size in (22, 28, 34, 40, 46, 52)]
    signs = [chr(c) for c in range(0x21, 0x7F)]
    masks = []
    while len(masks) < count:
        label = rng.choice(_LABELS)
        start = rng.randrange(len(label))
        text = rng.choice(signs) if rng.random() < 0.4 else label[start:start + rng.randint(1, 5)]
        mask = np.asarray(_mask(text, rng.choice(fonts), (SIDE / 2, SIDE / 2 + rng.randint(-3, 3))))
        if mask.any():
            masks.append(mask)
    return np.stack(masks)


def main(folder):
    os.makedirs(folder, exist_ok=True)
    characters = repertoire()
    index = np.full((len(FACES), len(characters)), -1, np.int32)
    masks = []
    for row, (path, number, family, _) in enumerate(FACES):
        path = os.path.join(faces.FONTS, path)
        if not os.path.exists(path):
            continue
        with TTFont(path, fontNumber=number, lazy=True) as file:
            known = set(file.getBestCmap())
        font = ImageFont.truetype(path, EM, index=number)
        middle = _aligned(font, [c for c in characters[::max(1, len(characters) // _ALIGNED_ON)] if ord(c) in known])
        for column, c in enumerate(characters):
            if ord(c) not in known:
                continue
            mask = np.asarray(_mask(c, font, middle))
            if mask.any():
                index[row, column] = len(masks)
                masks.append(mask)
        print(family, os.path.basename(path), number, int((index[row] >= 0).sum()), flush=True)
    np.save(os.path.join(folder, "characters.npy"), np.stack(masks))
    np.save(os.path.join(folder, "index.npy"), index)
    np.save(os.path.join(folder, "latin.npy"), _latin(1, 4000))
    with open(os.path.join(folder, "faces.json"), "w", encoding="utf-8") as f:
        json.dump([[family, weight] for _, _, family, weight in FACES], f)


if __name__ == "__main__":
    main(sys.argv[1])
