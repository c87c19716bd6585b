"""
Draws the bank: a mask of every character of the alphabet in every typeface, once before the training.

    python3 -m ocrtrain.mrz.bank FOLDER

A mask is HEIGHT x WIDTH bytes, 255 ink, capitals CAPITAL pixels high on the baseline at BASELINE, the pitch's middle in the middle.
Files: `masks.npz` (typefaces x 37 x HEIGHT x WIDTH), `faces.json` (name, weight, held out, pitch in pixels).
"""
import json
import os
import sys

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from .. import faces
from .text import ALPHABET

CAPITAL, BASELINE, HEIGHT, WIDTH = 32, 44, 56, 48
_WIDEST = 44

# Path below /usr/share/fonts, weight, held out.
FACES = [
    ("opentype/ocr-b/OCRB.otf", 14, False), ("opentype/ocr-b/OCRBL.otf", 0.5, False), ("opentype/ocr-b/OCRBS.otf", 1, True),
    ("truetype/ocr-a/OCRA.ttf", 0.5, False),
    ("truetype/liberation/LiberationMono-Regular.ttf", 1, False), ("truetype/liberation/LiberationMono-Bold.ttf", 1, False),
    ("opentype/urw-base35/NimbusMonoPS-Regular.otf", 0.6, False), ("opentype/urw-base35/NimbusMonoPS-Bold.otf", 0.8, False),
    ("truetype/freefont/FreeMonoBold.ttf", 0.5, False), ("truetype/tlwg/TlwgTypewriter.ttf", 0.4, False),
    ("opentype/courier-prime/Courier Prime.otf", 0.5, False),
    ("opentype/courier-prime/Courier Prime Sans.otf", 0.8, False), ("opentype/courier-prime/Courier Prime Code.otf", 0.4, False),
    ("truetype/noto/NotoSansMono-Regular.ttf", 0.7, False), ("truetype/noto/NotoSansMono-SemiCondensedMedium.ttf", 0.6, False),
    ("truetype/noto/NotoSansMono-Bold.ttf", 0.4, False), ("truetype/inconsolata/Inconsolata.otf", 0.8, False),
    ("truetype/jetbrains-mono/JetBrainsMono-Regular.ttf", 0.8, False), ("truetype/jetbrains-mono/JetBrainsMono-Bold.ttf", 0.4, False),
    ("truetype/anonymous-pro/Anonymous Pro.ttf", 0.6, False), ("truetype/anonymous-pro/Anonymous Pro B.ttf", 0.4, False),
    ("truetype/dejavu/DejaVuSansMono.ttf", 1, True), ("truetype/dejavu/DejaVuSansMono-Bold.ttf", 1, True), ("truetype/tlwg/TlwgMono.ttf", 1, True),
    ("truetype/liberation/LiberationSansNarrow-Regular.ttf", 0.5, False), ("truetype/liberation/LiberationSans-Regular.ttf", 0.5, False),
    ("truetype/open-sans/OpenSans-Regular.ttf", 0.4, False), ("truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf", 0.4, False),
    ("truetype/lato/Lato-Regular.ttf", 0.3, False), ("opentype/urw-base35/NimbusSansNarrow-Bold.otf", 0.3, False),
    ("truetype/dejavu/DejaVuSans.ttf", 1, True),
]


def _glyph(font, character, scale):
    """One character, drawn large and brought down; letters of set widths stand where their advance says, others in the middle."""
    big = 4
    image = Image.new("L", (WIDTH * big, HEIGHT * big))
    advance = font.getlength(character)
    canvas = Image.new("L", (max(1, round(3 * WIDTH * big)), HEIGHT * big))
    ImageDraw.Draw(canvas).text((1.5 * WIDTH * big - advance / 2, BASELINE * big), character, font=font, fill=255, anchor="ls")
    if scale < 1:
        canvas = canvas.resize((round(canvas.width * scale), canvas.height), Image.Resampling.BOX)
    image.paste(canvas, ((image.width - canvas.width) // 2, 0))
    return np.asarray(image.resize((WIDTH, HEIGHT), Image.Resampling.BOX))


def _face(path):
    """Masks and the pitch in pixels; letters of differing widths are set into cells, the wide ones condensed."""
    probe = ImageFont.truetype(path, 400)
    box = probe.getbbox("H", anchor="ls")
    font = ImageFont.truetype(path, round(4 * CAPITAL * 400 / (box[3] - box[1])))
    advances = [font.getlength(c) / 4 for c in ALPHABET]
    fixed = max(advances) - min(advances) < 0.5
    pitch = advances[0] if fixed else CAPITAL * 1.06
    masks = [_glyph(font, c, min(1, (_WIDEST if fixed else pitch) / a)) for c, a in zip(ALPHABET, advances)]
    return np.stack(masks), min(pitch, _WIDEST)


def main(folder):
    os.makedirs(folder, exist_ok=True)
    masks, index = [], []
    for path, weight, held_out in FACES:
        full = os.path.join(faces.FONTS, path)
        if not os.path.exists(full):
            print("missing:", path, flush=True)
            continue
        drawn, pitch = _face(full)
        masks.append(drawn)
        index.append([os.path.splitext(os.path.basename(path))[0], weight, held_out, pitch])
    np.savez_compressed(os.path.join(folder, "masks.npz"), masks=np.stack(masks))
    with open(os.path.join(folder, "faces.json"), "w", encoding="utf-8") as f:
        json.dump(index, f, indent=0)


if __name__ == "__main__":
    main(sys.argv[1])
