"""
Turns rows of characters into the pictures that the service cuts out of photographs: a row's box from the detector, brought to HEIGHT
rows and STRETCH of its width. Lengths are in heights of capitals (across) and in cells of characters (along) unless said otherwise.
"""
import torch
import torch.nn.functional as F

from ..wear import Dice, blur, jpeg, sample, smooth_noise
from .bank import BASELINE, CAPITAL
from .draw import CELL
from .text import ROWS

HEIGHT = 32
STRETCH = 0.8
"""The network sees rows narrower than they are: four columns in five are enough for the letters and cost less."""

_TALLEST = 48
"""Most pixels that a box has across in the imitated photograph."""
_WIDEST = _TALLEST / (HEIGHT * STRETCH)
_SMALLEST, _LARGEST = 5.5, 30


def _box(dice, length, pitch, bucket):
    """How far the box reaches before and behind the row, and across: it is brought to `bucket` columns of the network whatever it holds."""
    kind = dice.unit()

    def margin():
        u = dice.unit()
        far = torch.where(u < 0.75, dice.between(0, 1.1), torch.where(u < 0.9, dice.between(1, 5), dice.between(4, 16)))
        return torch.where(kind < 0.06 * dice.strength, dice.between(-0.16, 0.3), far)
    before, behind = margin(), margin()
    rise = bucket / (HEIGHT * STRETCH * pitch)          # cells of the box for every height of capitals across
    wanted = (length + before + behind).clamp(min=1.12 * rise)
    wanted = torch.minimum(wanted, (2.7 * rise).clamp(min=length + 0.2))
    spare = wanted - length - before - behind
    # Less room than was drawn is taken from both sides alike: else a box would end within the row.
    room = before + behind
    before = torch.where((spare < 0) & (room > 0.2), before * (wanted - length) / room, before + spare * torch.where(dice.unit() < 0.5, 0.5, dice.unit()))
    return before, wanted, wanted / rise


@torch.no_grad()
def wear(bank, characters, faces, bucket, strength, capitals=None, half=True):
    """
    characters: N x L indices of the alphabet, the rows of each sheet one after the other; faces: N typefaces of the bank; bucket: columns of the
    result; strength: N values, 0 for a clean scan, 1 for the whole range of wear; capitals: height of capitals in the photograph in
    pixels, else of all sizes. Returns N x 1 x HEIGHT x bucket grey values 0..1, and what was photographed: N x 1 x rows x columns
    with the rows and columns that each box fills.
    """
    n, length = characters.shape
    device = characters.device
    dice = Dice(n, device, strength)
    work = torch.float16 if half and device.type == "cuda" else torch.float32
    column = lambda m: m.unsqueeze(1).to(work)
    per_sheet = lambda low, high: low + (high - low) * torch.rand(n // ROWS, 1, 1, device=device).repeat_interleave(ROWS, 0)

    # Print: letters narrower or wider than the typeface's, unsteady pitch, bold or thin, patchy.
    loose = dice.chance(0.3).view(n, 1) * torch.rand(n, 1, device=device)
    width = per_sheet(0.88, 1.14).view(n)
    mask = bank.rows(characters, faces, width, (torch.rand(n, length, device=device) - 0.5) * 3 * loose).to(work)
    thick, thin = F.max_pool2d(mask, 3, 1, 1), -F.max_pool2d(-mask, 3, 1, 1)
    bold, lean = dice.chance(0.3) * dice.between(0.2, 1), dice.chance(0.25) * dice.between(0.2, 0.8)
    mask = mask + column(bold) * (thick - mask) + column(lean) * (thin - mask)

    # The box.
    pitch = bank.pitch[faces].view(n, 1, 1) * per_sheet(0.86, 1.22) * (1 + dice.around(0.13))
    before, along, across = _box(dice, length, pitch, bucket)
    size = _SMALLEST * (_LARGEST / _SMALLEST) ** dice.unit() if capitals is None else torch.full((n, 1, 1), float(capitals), device=device)
    size = torch.minimum(size, _TALLEST / across)
    rows = across * size
    columns = rows / HEIGHT * bucket / STRETCH

    # Page geometry in the box, from its middle: drift, bow, slope, a row that grows towards one end.
    wide = (int(bucket * _WIDEST) + 15) // 8 * 8
    px = torch.arange(wide, device=device).view(1, 1, -1) + 0.5
    py = torch.arange(_TALLEST, device=device).view(1, -1, 1) + 0.5
    t, v = px / columns * 2 - 1, (py / rows - 0.5) * across
    room = (across - 1.1).clamp(min=0.1)
    shift = (dice.unit() - 0.5) * room * 0.25 + dice.around(0.3) * room * (dice.unit() < 0.3)
    y = v - shift + room.clamp(max=0.8) * (dice.around(0.35) * t + dice.around(0.25) * (t * t - 0.33))
    y = y * (1 + dice.around(0.07) * t * dice.unit())
    x = (t + 1) / 2 * along - before + dice.around(0.18) * y
    grown = dice.around(0.07) * dice.unit()
    x = x + grown * length / 4 * (1 - (x / length * 2 - 1) ** 2) + dice.around(0.12) * torch.sin(t * 3 + dice.between(0, 6))
    cx, cy = x * CELL, y * CAPITAL + BASELINE - CAPITAL / 2

    # Ink, from the level of the mask pyramid that suits the reduction; the rows above and below reach in.
    step = torch.sqrt(CAPITAL / size * (along * CELL / columns))
    level = torch.log2(step.clamp(1, 8)).unsqueeze(1)
    pyramid = [mask, F.avg_pool2d(mask, 2), F.avg_pool2d(mask, 4), F.avg_pool2d(mask, 8)]

    def ink(turn, cx, cy):
        their = lambda m: m if turn == 0 else m.view(n // ROWS, ROWS, *m.shape[1:]).roll(turn, 1).view(m.shape)
        return sum(sample(their(m), cx / 2 ** k, cy / 2 ** k) * (1 - (level - k).abs()).clamp(min=0).to(work) for k, m in enumerate(pyramid))

    spacing = per_sheet(1.35, 2.6) * CAPITAL
    alpha = ink(0, cx, cy)
    alpha = torch.maximum(alpha, ink(1, cx, cy + spacing) * column((dice.unit() < 0.6).float()))
    alpha = torch.maximum(alpha, ink(2, cx, cy - spacing) * column((dice.unit() < 0.6).float()))
    patches = smooth_noise(n, 5, max(6, bucket // 14), _TALLEST, wide, device)
    alpha = alpha * (1 - column(dice.chance(0.35) * dice.between(0.2, 0.9)) * (patches - 0.35).clamp(0, 1) * 1.2).to(work)
    specks = (torch.rand(n, 1, _TALLEST, wide, device=device, dtype=work) < column(dice.chance(0.12) * dice.between(0.02, 0.2))).to(work)
    alpha = alpha * (1 - specks)

    # Lens: blur, sometimes along one axis; small letters bear less of it.
    sigma = torch.minimum(dice.between(0, 0.5) + dice.chance(0.45) * dice.between(0.2, 1.3), 0.1 * size)
    shaken = torch.minimum(dice.chance(0.2) * dice.between(0.4, 2), 0.12 * size)
    axis = (dice.unit() < 0.6).float()
    alpha = blur(alpha, sigma + shaken * axis, sigma + shaken * (1 - axis))

    # Ground: light, guilloche, blotches, a watermark, the edge of the card.
    light = dice.between(0.9, 1.0) - dice.strength * dice.unit() ** 1.5 * 0.55
    ground = column(light + dice.around(0.13) * t + dice.around(0.06) * v)
    for _ in range(2):
        wave = torch.sin(px * dice.between(0.03, 0.9) + py * dice.between(-0.9, 0.9) + 3 * torch.sin(px * dice.between(0.01, 0.1) + dice.between(0, 6)))
        wave = torch.where(dice.unit() < 0.5, wave, (wave.abs() < 0.35).float())
        ground = ground - column(dice.chance(0.5) * dice.between(0.02, 0.16) * wave)
    ground = ground + column(dice.chance(0.35) * dice.between(0.05, 0.35)) * (patches.flip(0) - 0.5).to(work)
    mark = sample(pyramid[1].roll(ROWS + 1, 0), cx * 0.2, (cy - BASELINE) * 0.22 + dice.between(4, 24))
    ground = ground - column(dice.chance(0.12) * dice.between(0.04, 0.25)) * mark
    beyond = ((x < -dice.between(0.7, 4)) | (x > length + dice.between(0.7, 4))).float()
    ground = ground + column(beyond * dice.chance(0.25)) * (column(dice.unit()) - ground)

    # Faded print keeps a fifth of the contrast.
    black = dice.between(0, 0.12) + 0.3 * dice.strength * dice.unit() ** 2
    black = black + (light - black) * dice.chance(0.4) * dice.unit() * 0.65
    image = ground + (torch.minimum(column(black), ground) - ground) * alpha

    # Camera: light falling off, glare, a screen's pattern, noise, sharpening, JPEG.
    image = image * column(1 + dice.around(0.25) * t + dice.around(0.12) * t * t)
    glare = torch.exp(-((t - dice.between(-1, 1) + dice.around(0.1) * v) / dice.between(0.05, 0.5)) ** 2)
    image = image + column(dice.chance(0.12) * dice.between(0.1, 0.6) * glare) * (1.03 - image)
    screen = torch.sin(px * dice.between(1.2, 3)) * torch.sin(py * dice.between(1.2, 3))
    image = image + column(dice.chance(0.08) * dice.between(0.02, 0.08) * screen)
    noise = dice.chance(0.6) * dice.unit() ** 2 * 0.1
    image = image + column(noise) * torch.randn(n, 1, _TALLEST, wide, device=device, dtype=work)
    soft = blur(image, torch.full((n, 1, 1), 0.9, device=device), torch.full((n, 1, 1), 0.9, device=device))
    image = image + column(dice.chance(0.3) * dice.between(0.2, 1.2)) * (image - soft)
    image = image.clamp(0, 1)
    quality = torch.where(dice.unit() < 0.75 * dice.strength, dice.between(22, 92), dice.between(92, 98))
    image = jpeg(image, quality.view(n, 1, 1, 1, 1, 1))
    contrast = 1 + dice.around(0.3)
    image = ((image - 0.5) * column(contrast) + 0.5 + column(dice.around(0.08))).clamp(0, 1)
    return _cut(image, rows, columns, bucket), (image, rows.view(n), columns.view(n))


def _cut(image, rows, columns, bucket):
    """What the service's sampler makes of a box: bilinear samples, where it shrinks the mean of several."""
    device = image.device
    step_x, step_y = columns / bucket, rows / HEIGHT
    ox = (torch.arange(bucket, device=device).view(1, 1, -1) + 0.5) * step_x
    oy = (torch.arange(HEIGHT, device=device).view(1, -1, 1) + 0.5) * step_y
    apart_x, apart_y = ((0.25 * s * (s > 1.65)) for s in (step_x, step_y))
    parts = []
    for dx in (-1, 1):
        for dy in (-1, 1):
            sx = torch.minimum((ox + dx * apart_x).clamp(min=0.5), columns - 0.5)
            sy = torch.minimum((oy + dy * apart_y).clamp(min=0.5), rows - 0.5)
            parts.append(sample(image, sx.expand(-1, HEIGHT, -1), sy.expand(-1, -1, bucket), "border"))
    return sum(parts) / 4
