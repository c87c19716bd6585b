"""Endless lines: text, font, mask. Everything comes from a pack made by prepare.py."""
import json
import os
import random

from . import draw
from .alphabet import normalize
from .texts.burmese import Burmese
from .texts.khmer import Khmer
from .texts.latin import Latin
from .texts.thai import Thai
from .texts.western import Western

TALLEST = 46
"""Most rows of ink in a mask."""

BUCKETS = (128, 256, 448, 768)
"""Widths that lines are padded to in training."""
FRAMES = 1 / 2
"""Output frames per pixel of width."""


class Line:
    """A drawn line: `mask` is ink rows x columns; `nominal` the width it has at height 48 with an ordinary margin."""

    def __init__(self, mask, text, classes, script):
        self.mask, self.text, self.classes, self.script = mask, text, classes, script
        h, w = mask.shape
        self.nominal = 48 / (1.2 * h) * (w + 0.2 * h)


class LineSource:
    def __init__(self, reader, pack, seed, measuring=False, grammar=None):
        """measuring: only fonts and words that training never sees; grammar: share of made-up words, if not the usual one."""
        draw.require_shaping()
        self._rng = random.Random(seed)
        self._alphabet = reader.alphabet
        with open(os.path.join(pack, "pack.json"), encoding="utf-8") as f:
            content = json.load(f)
        # Families weigh the same, however many weights and widths they come in. The few Latin faces beside the scripts are never held out.
        self._faces = {}
        for font in content["fonts"]:
            if font["held_out"] == measuring or font["script"] == "latin":
                face = draw.Face(os.path.join(pack, font["file"]), font["face"], {ord(c) for c in font["characters"]})
                self._faces.setdefault(font["script"], {}).setdefault(font["family"], []).append(face)
        words = content["words"]
        makers = {
            "thai": lambda: Thai(words["tha"], measuring), "khmer": lambda: Khmer(words["khm"], measuring),
            "burmese": lambda: Burmese(words["mya"], content["townships"], measuring), "latin": lambda: Latin(words["eng"], measuring),
            "western": lambda: Western(content["western"], measuring)}
        self._texts = {script: makers[script]() for script in reader.shares}
        for text in self._texts.values():
            text.grammar = text.grammar if grammar is None else grammar
        self._shares = reader.shares

    def _face(self, script, text):
        """A face of the script, one that has the whole text where such a one comes up soon."""
        families = self._faces[script]
        for _ in range(8):
            face = self._rng.choice(families[self._rng.choice(sorted(families))])
            if script != "western" or all(ord(c) in face.characters for c in text):
                break
        return face

    def _text(self, script=None):
        rng = self._rng
        if script is None:
            script = rng.choices(list(self._shares), list(self._shares.values()))[0]
        text = self._texts[script].line(rng)
        if script in ("thai", "khmer", "burmese") and rng.random() < 0.07:
            latin = self._texts["latin"].line(rng)
            text = rng.choice((f"{text} {latin}", f"{latin} {text}", f"{text} / {latin}"))
        return script, normalize(text)

    def text(self, script=None):
        """Script, text and its classes of a line that is not drawn, of one script when asked."""
        while True:
            kind, text = self._text(script)
            classes = self._alphabet.encode(text) if text else None
            if classes:
                return kind, text, classes

    def next(self, script=None):
        """The next line, of one script when asked."""
        rng = self._rng
        while True:
            kind, text, classes = self.text(script)
            solitary = kind in ("latin", "western") or text.isascii()
            size = rng.choice((36, 42, 48)) if solitary else rng.choice((26, 30, 34, 38))
            tracking = size * rng.uniform(0, 0.25) if solitary and rng.random() < 0.2 else 0
            other = None if kind == "western" else self._face("latin", text)
            image = draw.draw_line(text, self._face(kind, text), other, size, bold=rng.random() < 0.07, tracking=tracking,
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
