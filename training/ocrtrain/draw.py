"""Draws a line of text as a mask: 0 nothing, 255 ink."""
import numpy as np
from PIL import Image, ImageDraw, ImageFont, features

_MARKS = {c for c in range(0x0E31, 0x0E3B)} | {c for c in range(0x0E47, 0x0E4F)} | {0x0E33, 0x17DD} | {c for c in range(0x17B6, 0x17D4)} | {
    c for c in range(0x102B, 0x103F)} | {0x200B}


def require_shaping():
    if not features.check("raqm"):
        raise SystemExit("Pillow has no Raqm here: Thai, Khmer and Burmese would come out unshaped (libfribidi.so.0 missing?).")


class Face:
    """A font file with the characters it has."""

    def __init__(self, path, number, characters, layout=ImageFont.Layout.RAQM):
        self.path, self.number, self.characters, self._layout = path, number, characters, layout
        self._sizes = {}

    def at(self, size):
        font = self._sizes.get(size)
        if font is None:
            font = self._sizes[size] = ImageFont.truetype(self.path, size, index=self.number, layout_engine=self._layout)
        return font


def characters_of(path, number):
    from fontTools.ttLib import TTFont
    with TTFont(path, fontNumber=number, lazy=True) as font:
        return set(font.getBestCmap())


def _runs(text, face, other):
    """Cuts a text where the font has to change; None when neither font has a character."""
    runs = []
    for c in text:
        code = ord(c)
        if code in face.characters or code in _MARKS:
            use = face
        elif other is not None and code in other.characters:
            use = other
        else:
            return None
        if c == " " and runs:
            use = runs[-1][0]
        if runs and runs[-1][0] is use:
            runs[-1][1] += c
        else:
            runs.append([use, c])
    return runs


def draw_line(text, face, other, size, bold=0, tracking=0, raise_other=1.0):
    """
    The mask of a line, cut to its ink; None when it cannot be drawn.

    other: the font for characters that the first one lacks, at `raise_other` times the size.
    tracking: extra pixels between letters; only for text whose letters stand alone (Latin, digits, Han).
    """
    runs = _runs(text, face, other)
    if runs is None:
        return None
    placed, x = [], size
    for use, part in runs:
        font = use.at(size if use is face else max(8, int(size * raise_other)))
        if tracking:
            for c in part:
                placed.append((x, font, c))
                x += font.getlength(c) + tracking
        else:
            placed.append((x, font, part))
            x += font.getlength(part)
    height = int(size * 3.4)
    image = Image.new("L", (int(x) + 2 * size, height))
    canvas = ImageDraw.Draw(image)
    for at, font, part in placed:
        canvas.text((at, int(size * 2)), part, font=font, fill=255, anchor="ls", stroke_width=bold)
    box = image.getbbox()
    return None if box is None else image.crop(box)


def fit(image, tallest, widest):
    """The mask shrunk so that it is no taller than asked; None when it is too wide then."""
    if image.height > tallest:
        image = image.resize((max(1, round(image.width * tallest / image.height)), tallest), Image.Resampling.BOX)
    return None if image.width > widest else np.asarray(image)


def pad_height(image, height):
    """The mask with empty rows above and below."""
    padded = Image.new("L", (image.width, height))
    padded.paste(image, (0, (height - image.height) // 2))
    return padded
