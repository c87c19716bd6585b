"""Endless lines: text, font, mask. Everything comes from a pack made by prepare.py."""
import json
import os
import random

from . import draw
from .alphabet import SCRIPT_SYMBOLS, Alphabet, normalize
from .texts.burmese import Burmese
from .texts.khmer import Khmer
from .texts.latin import Latin
from .texts.thai import Thai

TALLEST = 46
"""Most rows of ink in a mask."""

BUCKETS = (128, 256, 448, 768)
"""Widths that lines are padded to in training."""
FRAMES = 1 / 2
"""Output frames per pixel of width."""


def reader_alphabet():
    return Alphabet(SCRIPT_SYMBOLS)


class Line:
    """A drawn line: `mask` is ink rows x columns; `nominal` the width it has at height 48 with an ordinary margin."""

    def __init__(self, mask, text, classes, script):
        self.mask, self.text, self.classes, self.script = mask, text, classes, script
        h, w = mask.shape
        self.nominal = 48 / (1.2 * h) * (w + 0.2 * h)


class LineSource:
    def __init__(self, pack, seed, measuring=False, grammar=None):
        """measuring: only fonts and words that training never sees; grammar: share of made-up words, if not the usual one."""
        draw.require_shaping()
        self._rng = random.Random(seed)
        self._alphabet = reader_alphabet()
        with open(os.path.join(pack, "pack.json"), encoding="utf-8") as f:
            content = json.load(f)
        # Families weigh the same, however many weights and widths they come in.
        self._faces = {}
        for font in content["fonts"]:
            if font["held_out"] == measuring or font["script"] == "latin":
                face = draw.Face(os.path.join(pack, font["file"]), font["face"], {ord(c) for c in font["characters"]})
                self._faces.setdefault(font["script"], {}).setdefault(font["family"], []).append(face)
        words = {k: content["words"][k] for k in ("tha", "khm", "mya", "eng")}
        texts = {"thai": Thai(words["tha"], measuring), "khmer": Khmer(words["khm"], measuring),
                 "burmese": Burmese(words["mya"], content["townships"], measuring), "latin": Latin(words["eng"], measuring)}
        for text in texts.values():
            text.grammar = text.grammar if grammar is None else grammar
        self._kinds = [(k, t.line, w) for (k, t), w in zip(texts.items(), (0.28, 0.32, 0.28, 0.12))]

    def _face(self, script):
        families = self._faces[script]
        return self._rng.choice(families[self._rng.choice(sorted(families))])

    def _text(self, script=None):
        rng = self._rng
        if script is None:
            script, make, _ = rng.choices(self._kinds, [w for _, _, w in self._kinds])[0]
        else:
            make = next(m for k, m, _ in self._kinds if k == script)
        text = make(rng)
        if script in ("thai", "khmer", "burmese") and rng.random() < 0.07:
            latin = next(m for k, m, _ in self._kinds if k == "latin")(rng)
            text = rng.choice((f"{text} {latin}", f"{latin} {text}", f"{text} / {latin}"))
        return script, normalize(text)

    def next(self, script=None):
        """The next line, of one script when asked."""
        rng = self._rng
        while True:
            kind, text = self._text(script)
            classes = self._alphabet.encode(text) if text else None
            if not classes:
                continue
            solitary = kind == "latin" or text.isascii()
            size = rng.choice((36, 42, 48)) if solitary else rng.choice((26, 30, 34, 38))
            tracking = size * rng.uniform(0, 0.25) if solitary and rng.random() < 0.2 else 0
            image = draw.draw_line(text, self._face(kind), self._face("latin"), size, bold=rng.random() < 0.07, tracking=tracking,
                                   raise_other=rng.uniform(0.8, 1.15))
            if image is None:
                continue
            # A dash alone is not blown up to the height of a line.
            if image.height < 0.4 * size:
                image = draw.pad_height(image, int(0.4 * size))
            mask = draw.fit(image, TALLEST, 4 * BUCKETS[-1])
            if mask is None:
                continue
            line = Line(mask, text, classes, kind)
            repeats = sum(a == b for a, b in zip(classes, classes[1:]))
            if 1.08 * line.nominal <= BUCKETS[-1] and len(classes) + repeats <= 0.85 * line.nominal * FRAMES:
                return line
