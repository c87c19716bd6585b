"""
Makes the pack that drawing the classifier's lines needs: cut-down fonts and words.

    python3 -m ocrtrain.font.pack PACK_FOLDER

A font keeps printable ASCII, kana, the punctuation of Chinese print and a random share of the frequent characters, another one in
every font: together they hold most of them, each stays small.
"""
import io
import json
import os
import random
import sys

from fontTools.subset import Options, Subsetter, load_font

from .. import draw
from ..alphabet import ASCII
from ..prepare import some, words_of
from .characters import KANA, PUNCTUATION, frequent
from .faces import NAMES

_CHARACTERS = 410
"""Han characters of a font, at most."""


def _cut(path, number, characters):
    """The font with these characters alone, unhinted and compressed."""
    options = Options(hinting=False, layout_features=[], name_IDs=[], notdef_outline=False, legacy_kern=True)
    options.drop_tables += ["GPOS", "GSUB", "BASE"]
    options.font_number = number
    font = load_font(path, options)
    known = [c for c in characters if ord(c) in font.getBestCmap()]
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(known))
    subsetter.subset(font)
    font.flavor = "woff"
    data = io.BytesIO()
    font.save(data)
    return data.getvalue(), known


def main(pack):
    os.makedirs(os.path.join(pack, "fonts"), exist_ok=True)
    every, signs, fonts = frequent(), "".join(ASCII) + " ", []
    for name in NAMES:
        for family in name.families:
            for path, number in family.installed():
                file = f"fonts/{len(fonts):03d}"
                characters = list(signs)
                if name.han:
                    rng = random.Random(f"{family.title} {os.path.basename(path)} {number}")
                    known = draw.characters_of(path, number)
                    characters += [*KANA, *PUNCTUATION, *[c for c in rng.sample(every, len(every)) if ord(c) in known][:_CHARACTERS]]
                data, known = _cut(path, number, characters)
                with open(os.path.join(pack, file), "wb") as f:
                    f.write(data)
                fonts.append({"file": file, "name": name.name, "family": family.title, "held_out": family.held_out, "characters": "".join(known)})
                print(name.name, family.title, os.path.basename(path), len(known), len(data), flush=True)
    words = some([w for w in words_of("eng") if w.isascii() and w.isalpha()], 12000)
    with open(os.path.join(pack, "pack.json"), "w", encoding="utf-8") as f:
        json.dump({"fonts": fonts, "words": words}, f, ensure_ascii=False)


if __name__ == "__main__":
    main(sys.argv[1])
