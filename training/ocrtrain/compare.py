"""
Reads a sample (see sample.py) with ONNX readers and with Tesseract, and prints exact lines and character error rates, with and without spaces, side by
side.

    python3 -m ocrtrain.compare FOLDER NAME=MODEL.onnx[:DICTIONARY] ... [tesseract]

The ONNX readers run in the runtime that the service ships (run_onnx.js, npm package onnxruntime-node).
"""
import os
import subprocess
import sys
import tempfile

from PIL import Image

from .alphabet import normalize, tidy
from .score import Score

_LANGUAGES = {"thai": "tha", "khmer": "khm", "burmese": "mya", "latin": "eng"}
_HERE = os.path.dirname(os.path.abspath(__file__))


def tesseract(folder, truth):
    """As the service calls it: 40 rows, 8 pixels of white around, one line; one call for each language."""
    readings = {}
    with tempfile.TemporaryDirectory() as scratch:
        for script, language in _LANGUAGES.items():
            files = [file for file, group, _ in truth if group.split()[0] == script]
            for file in files:
                with Image.open(os.path.join(folder, file)) as picture:
                    grey = picture.convert("L").resize((max(1, round(picture.width * 40 / 48)), 40), Image.Resampling.BICUBIC)
                framed = Image.new("L", (grey.width + 16, 56), 255)
                framed.paste(grey, (8, 8))
                framed.save(os.path.join(scratch, file))
            if not files:
                continue
            with open(os.path.join(scratch, "list.txt"), "w", encoding="utf-8") as f:
                f.write("".join(os.path.join(scratch, file) + "\n" for file in files))
            run = subprocess.run(["tesseract", os.path.join(scratch, "list.txt"), "-", "-l", language, "--psm", "7", "--dpi", "150", "tsv"], capture_output=True,
                                 text=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"}, check=True)
            # A picture without text gives no page in plain output; the table numbers pages.
            words = {}
            for row in run.stdout.splitlines():
                cells = row.split("\t")
                if cells[0] == "5":
                    words.setdefault(int(cells[1]), []).append(cells[-1])
            readings |= {file: " ".join(words.get(page, [])) for page, file in enumerate(files, 1)}
    return readings


def onnx(folder, model, dictionary):
    run = subprocess.run(["node", os.path.join(_HERE, "..", "run_onnx.js"), folder, model, *([dictionary] if dictionary else [])], capture_output=True,
                         text=True, check=True)
    return dict(line.split("\t", 1) for line in run.stdout.splitlines() if "\t" in line)


def _same(text):
    return normalize(tidy(text))


def main(folder, *readers):
    with open(os.path.join(folder, "truth.tsv"), encoding="utf-8") as f:
        truth = [line.rstrip("\n").split("\t") for line in f]
    for reader in readers:
        name, _, path = reader.partition("=")
        if path:
            model, _, dictionary = path.partition(":")
            readings = onnx(folder, model, dictionary)
        else:
            readings = tesseract(folder, truth)
        score, letters = Score(), Score()
        with open(os.path.join(folder, name + ".tsv"), "w", encoding="utf-8") as out:
            for file, group, text in truth:
                reading = _same(readings.get(file, ""))
                score.add(group, _same(text), reading)
                # The table output of Tesseract puts spaces into Thai.
                letters.add(group, _same(text).replace(" ", ""), reading.replace(" ", ""))
                out.write(f"{file}\t{text}\t{reading}\n")
        for (group, lines, exact, errors), (_, _, exact_letters, letter_errors) in zip(score.rows(), letters.rows()):
            print(f"{name:12} {group:28} {lines:4} lines  exact {exact:6.1%}  CER {errors:7.2%}  without spaces {exact_letters:6.1%} {letter_errors:7.2%}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
