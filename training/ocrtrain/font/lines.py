"""Endless lines of known fonts, drawn as web pages show them: text, family, mask."""
import io
import json
import math
import os
import random

from PIL import Image, ImageFont

from .. import draw
from ..lines import BUCKETS, TALLEST, Line
from ..texts.common import figures, held_out
from ..texts.latin import Latin
from .characters import KANA, PUNCTUATION
from .faces import NAMES

_SIZES = (11, 12, 13, 14, 15, 16, 18, 20, 22, 25, 29, 34, 40, 48)
"""Pixels of the em square as pages have it; few, since every open font holds memory."""
_FINE = 80
"""Half of the lines are drawn at this size and shrunk, as pictures that were scaled have them."""
_FILTERS = (Image.Resampling.BOX, Image.Resampling.BILINEAR, Image.Resampling.BICUBIC)


class FontLines:
    def __init__(self, pack, seed, measuring=False, held_out_families=False):
        """measuring: only characters and words that training never sees; held_out_families: only families that it never sees."""
        self._rng = random.Random(seed)
        with open(os.path.join(pack, "pack.json"), encoding="utf-8") as f:
            content = json.load(f)
        self._latin = Latin(content["words"], measuring)
        families, self._others = {}, []
        for font in content["fonts"]:
            face = draw.Face(os.path.join(pack, font["file"]), 0, {ord(c) for c in font["characters"]}, layout=ImageFont.Layout.BASIC)
            face.han = [c for c in font["characters"] if "\u3400" <= c < "\uA000" and held_out(c) == measuring]
            face.kana = [c for c in KANA if ord(c) in face.characters]
            face.signs = [c for c in PUNCTUATION if ord(c) in face.characters]
            if font["held_out"] == held_out_families:
                families.setdefault(font["name"], {}).setdefault(font["family"], []).append(face)
            if not face.han and not font["held_out"]:
                self._others.append(face)
        # Families weigh the same, however many weights and widths they come in.
        self._names = [(i, [f for _, f in sorted(families[n.name].items())]) for i, n in enumerate(NAMES) if n.name in families]
        self._weights = [NAMES[i].weight for i, _ in self._names]

    def _han(self, face, length):
        rng = self._rng
        kana = face.kana and rng.random() < 0.12
        text = "".join(rng.choice(face.kana if kana and rng.random() < 0.5 else face.han) for _ in range(length))
        if face.signs and length > 3 and rng.random() < 0.4:
            at = rng.randrange(1, length)
            text = text[:at] + rng.choice(face.signs) + text[at:]
        return text

    def _text(self, face):
        """A line, and whether its Latin letters may be of another font, as browsers mix them."""
        rng = self._rng
        kind = rng.random()
        if not face.han or kind < 0.12:
            return (figures(rng) if rng.random() < 0.15 else self._latin.line(rng)), False
        # Mostly a few characters, as labels have them; running text at times.
        length = max(1, round(math.exp(rng.uniform(0.5, 2.8))))
        text = self._han(face, length)
        if kind < 0.65 or length < 3:
            return text, False
        part = figures(rng) if rng.random() < 0.5 else self._latin.line(rng)[:length + 3].strip()
        return (part + text if rng.random() < 0.3 else text + rng.choice(("", " ", ":")) + part), True

    def _compressed(self, image):
        """What JPEG on the page leaves of it."""
        data = io.BytesIO()
        image.save(data, "JPEG", quality=self._rng.randint(30, 92))
        return Image.open(data).convert("L")

    def drawn(self):
        """A line as the page has it, cut to its ink: mask (an image), text, number of the name, pixels of the em square."""
        rng = self._rng
        while True:
            number, families = rng.choices(self._names, self._weights)[0]
            face = rng.choice(rng.choice(families))
            text, mixes = self._text(face)
            first = rng.choice(self._others) if mixes and self._others and rng.random() < 0.4 else face
            size = rng.choice(_SIZES)
            drawn = _FINE if rng.random() < 0.5 else size
            tracking = drawn * rng.uniform(0, 0.2) if rng.random() < 0.1 else 0
            # The other font stands first: it has the Latin letters, the line's own font the characters.
            image = draw.draw_line(text, first, face, drawn, tracking=round(tracking))
            if image is None:
                continue
            if drawn != size:
                shrunk = size / drawn * rng.uniform(0.93, 1.07)
                image = image.resize((max(1, round(image.width * shrunk)), max(1, round(image.height * shrunk))), rng.choice(_FILTERS))
            # A dash alone is not blown up to the height of a line.
            return draw.pad_height(image, int(0.4 * size)) if image.height < 0.4 * size else image, text, number, size

    def next(self):
        """The next line as the classifier gets it; its one class is the number of the name."""
        while True:
            image, text, number, _ = self.drawn()
            if self._rng.random() < 0.3:
                image = self._compressed(image)
            mask = draw.fit(image, TALLEST, 4 * BUCKETS[-1])
            if mask is None or not mask.any():
                continue
            line = Line(mask, text, [number], NAMES[number].name)
            if 1.08 * line.nominal <= BUCKETS[-1]:
                return line
