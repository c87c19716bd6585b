"""
Makes the pack that drawing lines needs: fonts, word lists, place names.

    python3 -m ocrtrain.prepare PACK_FOLDER
"""
import json
import os
import random
import re
import subprocess
import sys
import tempfile

from fontTools import subset
from fontTools.ttLib import TTFont

from . import faces
from .alphabet import ASCII, LATIN_SYMBOLS, SCRIPT_SYMBOLS, normalize
from .texts.burmese import is_unicode

_WESTERN = """eng spa por fra deu ita nld pol ces slk hun ron hrv slv swe nor dan fin est lav lit tur vie ind msa cat isl sqi aze uzb afr eus glg gle cym mlt fil swa lat
bos""".split()
"""Languages in Latin letters whose words are taken, if their traineddata is installed."""
_TRAINEDDATA = "/usr/share/tesseract-ocr/5/tessdata"
_TOWNSHIPS = os.path.join(os.path.dirname(__file__), "townships.txt")


def words_of(language):
    """The word list inside an installed traineddata file of Tesseract (Apache-2.0)."""
    with tempfile.TemporaryDirectory() as folder:
        prefix = os.path.join(folder, language + ".")
        run = lambda *a: subprocess.run(a, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        run("combine_tessdata", "-u", f"{_TRAINEDDATA}/{language}.traineddata", prefix)
        run("dawg2wordlist", prefix + "lstm-unicharset", prefix + "lstm-word-dawg", prefix + "words")
        with open(prefix + "words", encoding="utf-8") as f:
            return sorted({w.strip() for w in f if w.strip()})


def western_words():
    """Some words of every language, only in letters that the reader of Latin lines knows."""
    letters = set(LATIN_SYMBOLS) | {"'", "-"}
    words = {}
    for language in _WESTERN:
        if os.path.exists(f"{_TRAINEDDATA}/{language}.traineddata"):
            known = [w for w in map(normalize, words_of(language)) if 0 < len(w) < 18 and letters.issuperset(w) and not any(c.isdigit() for c in w) and any(c.isalpha() for c in w)]
            words[language] = some(known, 30000 if language == "eng" else 6000)
    return words


def some(words, count):
    return sorted(random.Random(1).sample(words, min(count, len(words))))


def _reduced(path, face, characters, target):
    """Writes the font with no more than the characters: a pack of whole fonts is large."""
    options = subset.Options(layout_features=["*"], hinting=False, notdef_outline=True, ignore_missing_glyphs=True, font_number=face)
    with subset.load_font(path, options) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(text="".join(characters))
        subsetter.subset(font)
        subset.save_font(font, target, options)


def add_fonts(fonts, pack, script, patterns, symbols, most=None):
    """most: fonts of one family that are taken, if not all."""
    characters = {c for s in symbols for c in s} | {" "}
    families = {}
    for path, face in faces.installed(patterns):
        stem, extension = os.path.basename(path).rsplit(".", 1)
        families.setdefault(re.split(r"[-\[ ]|Bold|Italic", stem)[0], []).append((path, face, stem, "otf" if extension in ("otf", "ttc") else extension))
    for family, members in sorted(families.items()):
        # Spread over the family's weights, which stand in the order of their names.
        chosen = members if not most or len(members) <= most else [members[i * len(members) // most] for i in range(most)]
        for path, face, stem, extension in chosen:
            with TTFont(path, fontNumber=face, lazy=True) as font:
                known = sorted(c for c in characters if ord(c) in font.getBestCmap())
            file = f"fonts/{script}-{stem}.{extension}"
            _reduced(path, face, known, os.path.join(pack, file))
            fonts.append({"file": file, "face": 0, "script": script, "family": family, "held_out": faces.is_held_out(path), "characters": "".join(known)})


def main(pack):
    os.makedirs(os.path.join(pack, "fonts"), exist_ok=True)
    fonts, words = [], {"eng": some([w for w in words_of("eng") if w.isascii() and w.isalpha()], 40000)}
    for script, patterns, symbols in (("latin", faces.LATIN, ASCII), ("thai", faces.THAI, SCRIPT_SYMBOLS), ("khmer", faces.KHMER, SCRIPT_SYMBOLS),
                                      ("burmese", faces.BURMESE, SCRIPT_SYMBOLS)):
        add_fonts(fonts, pack, script, patterns, symbols)
    add_fonts(fonts, pack, "western", faces.WESTERN, LATIN_SYMBOLS, faces.MOST_OF_FAMILY)
    words |= {"tha": words_of("tha"), "khm": words_of("khm"), "mya": some([w for w in words_of("mya") if is_unicode(w)], 60000)}
    with open(_TOWNSHIPS, encoding="utf-8") as f:
        content = {"fonts": fonts, "words": words, "western": western_words(), "townships": f.read().split()}
    with open(os.path.join(pack, "pack.json"), "w", encoding="utf-8") as f:
        json.dump(content, f, ensure_ascii=False)


if __name__ == "__main__":
    main(sys.argv[1])
