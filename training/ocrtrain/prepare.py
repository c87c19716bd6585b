"""
Makes the pack that drawing lines needs: fonts, word lists, place names.

    python3 -m ocrtrain.prepare PACK_FOLDER
"""
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

from fontTools.ttLib import TTFont

from . import faces
from .alphabet import ASCII, SCRIPT_SYMBOLS
from .texts.burmese import is_unicode

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


def some(words, count):
    return sorted(random.Random(1).sample(words, min(count, len(words))))


def add_fonts(fonts, pack, script, patterns, symbols):
    characters = {c for s in symbols for c in s} | {" "}
    for path, face in faces.installed(patterns):
        name = os.path.basename(path).rsplit(".", 1)
        file = f"fonts/{name[0]}.{name[1]}"
        target = os.path.join(pack, file)
        if not os.path.exists(target):
            shutil.copy(path, target)
        with TTFont(path, fontNumber=face, lazy=True) as font:
            known = set(font.getBestCmap())
        fonts.append({
            "file": file, "face": face, "script": script, "family": re.split(r"-|Bold|Italic", name[0])[0],
            "held_out": faces.is_held_out(path), "characters": "".join(sorted(c for c in characters if ord(c) in known))})


def main(pack):
    os.makedirs(os.path.join(pack, "fonts"), exist_ok=True)
    fonts, words = [], {"eng": some([w for w in words_of("eng") if w.isascii() and w.isalpha()], 40000)}
    for script, patterns, symbols in (("latin", faces.LATIN, ASCII), ("thai", faces.THAI, SCRIPT_SYMBOLS), ("khmer", faces.KHMER, SCRIPT_SYMBOLS),
                                      ("burmese", faces.BURMESE, SCRIPT_SYMBOLS)):
        add_fonts(fonts, pack, script, patterns, symbols)
    words |= {"tha": words_of("tha"), "khm": words_of("khm"), "mya": some([w for w in words_of("mya") if is_unicode(w)], 60000)}
    with open(_TOWNSHIPS, encoding="utf-8") as f:
        content = {"fonts": fonts, "words": words, "townships": f.read().split()}
    with open(os.path.join(pack, "pack.json"), "w", encoding="utf-8") as f:
        json.dump(content, f, ensure_ascii=False)


if __name__ == "__main__":
    main(sys.argv[1])
