"""
Makes the pack that drawing needs: fonts (Han fonts cut down to the alphabet), word lists, place names.

    python3 -m ocrtrain.prepare PACK_FOLDER [scripts|han|all]
"""
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

from fontTools import subset
from fontTools.ttLib import TTFont

from . import faces
from .alphabet import ASCII, SCRIPT_SYMBOLS
from .texts.burmese import is_unicode
from .texts.han import repertoire

_TRAINEDDATA = "/usr/share/tesseract-ocr/5/tessdata"
_PLACES = os.path.join(os.path.dirname(__file__), "..", "..", "tessdata", "data", "china-divisions.json")
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


def add_fonts(fonts, pack, script, patterns, symbols, cut):
    characters = {c for s in symbols for c in s} | {" "}
    for path, face in faces.installed(patterns):
        name = os.path.basename(path).rsplit(".", 1)
        file = f"fonts/{name[0]}{'-' + str(face) if face else ''}.{'otf' if cut and name[1] in ('ttc', 'otf') else name[1]}"
        target = os.path.join(pack, file)
        if cut:
            options = subset.Options(layout_features=[], hinting=False, desubroutinize=False, notdef_outline=False, name_IDs=[], drop_tables=[
                "GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG", "morx", "mort", "EBDT", "EBLC", "EBSC"])
            options.font_number = face
            font = subset.load_font(path, options)
            subsetter = subset.Subsetter(options)
            subsetter.populate(unicodes=[ord(c) for c in characters])
            subsetter.subset(font)
            known = set(font.getBestCmap())
            font.save(target)
            face = 0
        else:
            if not os.path.exists(target):
                shutil.copy(path, target)
            with TTFont(path, fontNumber=face, lazy=True) as font:
                known = set(font.getBestCmap())
        fonts.append({
            "file": file, "face": face, "script": script, "family": re.split(r"-|Bold|Italic", name[0])[0] + (str(face) if cut else ""),
            "held_out": faces.is_held_out(path), "characters": "".join(sorted(c for c in characters if ord(c) in known))})


def main(pack, what):
    os.makedirs(os.path.join(pack, "fonts"), exist_ok=True)
    fonts, words = [], {"eng": some([w for w in words_of("eng") if w.isascii() and w.isalpha()], 40000)}
    add_fonts(fonts, pack, "latin", faces.LATIN, ASCII, cut=False)
    content = {"fonts": fonts, "words": words}
    if what in ("scripts", "all"):
        for script, patterns in (("thai", faces.THAI), ("khmer", faces.KHMER), ("burmese", faces.BURMESE)):
            add_fonts(fonts, pack, script, patterns, SCRIPT_SYMBOLS, cut=False)
        words |= {"tha": words_of("tha"), "khm": words_of("khm"), "mya": some([w for w in words_of("mya") if is_unicode(w)], 60000)}
        with open(_TOWNSHIPS, encoding="utf-8") as f:
            content["townships"] = f.read().split()
    if what in ("han", "all"):
        symbols = ASCII + repertoire()
        for script, patterns in (("traditional", faces.TRADITIONAL), ("simplified", faces.SIMPLIFIED)):
            add_fonts(fonts, pack, script, patterns + faces.BOTH_HAN, symbols, cut=True)
        words["han"] = sorted(set(words_of("chi_tra")) | set(words_of("chi_sim")))
        with open(_PLACES, encoding="utf-8") as f:
            content["places"] = sorted(set(re.findall("[\u4E00-\u9FFF]{2,8}", f.read())))
    with open(os.path.join(pack, "pack.json"), "w", encoding="utf-8") as f:
        json.dump(content, f, ensure_ascii=False)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "all")
