"""
Draws the course of a training from its log: the loss (logarithmic, left) over the seconds and, where the log has them, the shares of held-out rows that
were exact (right).

    python3 -m ocrtrain.curve LOG.csv PICTURE.png
"""
import csv
import math
import sys

from PIL import Image, ImageDraw, ImageFont

_SIZE, _LEFT, _RIGHT, _TOP, _BOTTOM = (960, 540), 70, 890, 40, 490
_LOSS, _CLEAN = (40, 70, 160), (20, 140, 60)
_SHARES = (("held-out rows exact, clean", "exact clean", _CLEAN), ("held-out rows exact, worn 0.7", "exact worn", (200, 90, 20)))


def main(log, path):
    with open(log, encoding="utf-8") as f:
        rows = list(csv.DictReader(f))
    seconds = [float(r["seconds"]) for r in rows]
    losses = [max(1e-4, float(r["loss"])) for r in rows]
    low, high = math.floor(math.log10(min(losses))), math.ceil(math.log10(max(losses)))
    shares = [(text, key, colour) for text, key, colour in _SHARES if any(r.get(key) for r in rows)]
    x = lambda s: _LEFT + (_RIGHT - _LEFT) * s / seconds[-1]
    of_loss = lambda v: _BOTTOM - (_BOTTOM - _TOP) * (math.log10(v) - low) / (high - low)
    of_share = lambda v: _BOTTOM - (_BOTTOM - _TOP) * v
    picture = Image.new("RGB", _SIZE, "white")
    canvas, font = ImageDraw.Draw(picture), ImageFont.load_default()
    canvas.rectangle((_LEFT, _TOP, _RIGHT, _BOTTOM), outline="black")
    for power in range(low, high + 1):
        canvas.line((_LEFT, of_loss(10 ** power), _RIGHT, of_loss(10 ** power)), fill=(225, 225, 225))
        canvas.text((_LEFT - 8, of_loss(10 ** power)), f"{10 ** power:g}", fill=_LOSS, font=font, anchor="rm")
    for tenth in range(0, 11, 2) if shares else ():
        canvas.text((_RIGHT + 8, of_share(tenth / 10)), f"{tenth * 10} %", fill=_CLEAN, font=font, anchor="lm")
    for tick in range(0, 11):
        canvas.text((x(seconds[-1] * tick / 10), _BOTTOM + 12), f"{seconds[-1] * tick / 10:.0f} s", fill="black", font=font, anchor="mm")
    canvas.line([(x(s), of_loss(v)) for s, v in zip(seconds, losses)], fill=_LOSS, width=2)
    for _, key, colour in shares:
        points = [(x(s), of_share(float(r[key]))) for s, r in zip(seconds, rows) if r[key]]
        if len(points) > 1:
            canvas.line(points, fill=colour, width=2)
        for px, py in points:
            canvas.ellipse((px - 3, py - 3, px + 3, py + 3), fill=colour)
    for i, (text, colour) in enumerate([("loss a character", _LOSS), *((text, colour) for text, _, colour in shares)]):
        canvas.text((_LEFT + 10 + 240 * i, _TOP - 16), text, fill=colour, font=font, anchor="lm")
    picture.save(path)


if __name__ == "__main__":
    main(*sys.argv[1:])
