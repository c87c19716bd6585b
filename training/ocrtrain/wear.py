"""Turns masks into worn line pictures as a detector cuts them out of photographs; everything in batches on the GPU."""
import math

import torch
import torch.nn.functional as F

HEIGHT = 48
CANVAS = 64
"""Rows of a mask canvas; the ink stands in its middle."""
_SOURCE = 56
"""Most rows that the line has in the imitated photograph."""
_TAPS = 4


def canvas_width(bucket):
    return (int(bucket * 1.1) + 35) // 4 * 4


class Dice:
    """Random numbers, one per sample, shaped to broadcast over pictures."""

    def __init__(self, count, device, strength):
        self._count, self._device, self.strength = count, device, strength.view(-1, 1, 1)

    def unit(self):
        return torch.rand(self._count, 1, 1, device=self._device)

    def between(self, low, high):
        return low + (high - low) * self.unit()

    def around(self, spread):
        """Symmetric about zero, scaled with the strength of the wear."""
        return (self.unit() * 2 - 1) * spread * self.strength

    def chance(self, probability):
        """1 with the probability, scaled with the strength, else 0."""
        return (self.unit() < probability * self.strength).float()


def sample(image, x, y, padding="zeros"):
    """Bilinear samples at pixel coordinates (pixel centres at .5). Half precision would misplace them."""
    height, width = image.shape[-2:]
    grid = torch.stack((x * (2 / width) - 1, y * (2 / height) - 1), dim=-1)
    return F.grid_sample(image.float(), grid, mode="bilinear", padding_mode=padding, align_corners=False).to(image.dtype)


def smooth_noise(dice_count, rows, columns, height, width, device):
    return F.interpolate(torch.rand(dice_count, 1, rows, columns, device=device), size=(height, width), mode="bicubic", align_corners=False)


def blur(alpha, sigma_x, sigma_y):
    """Gaussian of a width per sample."""
    for dim, sigma in ((3, sigma_x), (2, sigma_y)):
        offsets = torch.arange(-_TAPS, _TAPS + 1, device=alpha.device, dtype=torch.float32)
        weights = torch.exp(-0.5 * (offsets / sigma.clamp(min=0.05).view(-1, 1)) ** 2)
        weights = (weights / weights.sum(1, keepdim=True)).to(alpha.dtype)
        pad = (_TAPS, _TAPS, 0, 0) if dim == 3 else (0, 0, _TAPS, _TAPS)
        wide = F.pad(alpha, pad)
        size = alpha.shape[dim]
        alpha = sum(wide.narrow(dim, i, size) * weights[:, i].view(-1, 1, 1, 1) for i in range(2 * _TAPS + 1))
    return alpha


_LUMA = torch.tensor([
    [16, 11, 10, 16, 24, 40, 51, 61], [12, 12, 14, 19, 26, 58, 60, 55], [14, 13, 16, 24, 40, 57, 69, 56], [14, 17, 22, 29, 51, 87, 80, 62],
    [18, 22, 37, 56, 68, 109, 103, 77], [24, 35, 55, 64, 81, 104, 113, 92], [49, 64, 78, 87, 103, 121, 120, 101], [72, 92, 95, 98, 112, 100, 103, 99]]) / 255.0


def jpeg(image, quality):
    """JPEG's loss: 8 x 8 cosine blocks, quantised by the standard luminance table at a quality per sample."""
    n, c, h, w = image.shape
    k = torch.arange(8, device=image.device, dtype=torch.float32)
    basis = torch.cos((2 * k + 1).view(1, 8) * k.view(8, 1) * math.pi / 16) * 0.5
    basis[0] /= math.sqrt(2)
    basis = basis.to(image.dtype)
    scale = torch.where(quality < 50, 50 / quality, 2 - quality / 50)
    table = (_LUMA.to(image.device) * scale).to(image.dtype).view(n, 1, 1, 8, 1, 8).clamp(min=1 / 255)
    blocks = image.view(n, c, h // 8, 8, w // 8, 8) - 0.5
    coefficients = torch.einsum("ui,ncaibj,vj->ncaubv", basis, blocks, basis)
    coefficients = torch.round(coefficients / table) * table
    return (torch.einsum("ui,ncaubv,vj->ncaibj", basis, coefficients, basis) + 0.5).reshape(n, c, h, w)


@torch.no_grad()
def wear(masks, boxes, bucket, strength, half=True, loosest=0.16):
    """
    masks: N x 64 x canvas bytes; boxes: N x 4 ink limits (left, right, top, bottom) on them; strength: N values, 0 for a clean scan, 1
    for the whole range of wear; loosest: usual widest margin above and below, in heights of the ink. Returns N x 3 x 48 x bucket, values -1..1, as the
    service feeds its readers, and the columns that each line fills.
    """
    n, device = masks.shape[0], masks.device
    dice = Dice(n, device, strength)
    work = torch.float16 if half and device.type == "cuda" else torch.float32
    mask = masks.to(work).div_(255).unsqueeze(1)
    left, right, top, bottom = (boxes[:, i].float().view(n, 1, 1) for i in range(4))
    h, w = bottom - top, right - left

    # Pen: bolder or thinner strokes, patchy ink.
    thick = F.max_pool2d(mask, 3, 1, 1)
    thin = -F.max_pool2d(-mask, 3, 1, 1)
    bold, lean = dice.chance(0.2) * dice.between(0.2, 0.8), dice.chance(0.2) * dice.between(0.2, 0.7)
    mask = mask + (bold.unsqueeze(1) * (thick - mask) + lean.unsqueeze(1) * (thin - mask)).to(work)

    # The cut: margins around the ink in its heights, mostly narrow (where the service looks for the ink's ends); some cuts clip marks.
    def margin():
        u = dice.unit()
        loose = dice.between(0.02, loosest)
        return torch.where(u < 0.8, loose, torch.where(u < 0.9, dice.between(-0.07, 0.04) * dice.strength, 0.1 + dice.between(0, 0.16) * dice.strength))
    above, below = margin(), margin()
    before, after = dice.between(0.0, 0.3), dice.between(0.0, 0.3)
    step_y = h * (1 + above + below) / HEIGHT
    aspect = 1 + dice.around(0.13) + dice.chance(0.1) * (dice.unit() - 0.5) * 0.4
    step_x = step_y / aspect
    wide = (w + (before + after) * h) / step_x
    step_x = step_x * (wide / bucket).clamp(min=1)
    wide = wide.clamp(max=bucket)

    # Rows that the line has in the photograph.
    u = dice.unit() * (0.25 + 0.75 * dice.strength)
    rows = torch.where(u < 0.45, dice.between(34, _SOURCE), torch.where(u < 0.8, dice.between(20, 36), dice.between(12, 21)))
    zoom = rows / HEIGHT
    height, width = _SOURCE, (bucket * _SOURCE // HEIGHT + 7) // 8 * 8
    x = (torch.arange(width, device=device).view(1, 1, -1) + 0.5) / zoom
    y = (torch.arange(height, device=device).view(1, -1, 1) + 0.5) / zoom

    # Page geometry: drift, bow, widening, slope, in pixels of the cut.
    t, v = x * (2 / wide) - 1, y - HEIGHT / 2
    span = (wide / 240).clamp(0.4, 1)
    yy = y + span * (dice.around(3.2) * t + dice.around(2.0) * (t * t - 0.33)) + dice.around(0.07) * t * v
    slope = dice.around(0.06) + dice.chance(0.12) * dice.between(-0.1, 0.3)
    xx = x - slope * v + dice.around(1.5) * torch.sin(t * 2 + dice.between(0, 6))
    cx, cy = left - before * h + xx * step_x, top - above * h + yy * step_y

    # Ink, from the level of the mask pyramid that suits the reduction.
    level = torch.log2((step_y / zoom).clamp(1, 4)).unsqueeze(1)
    half_mask, quarter_mask = F.avg_pool2d(mask, 2), F.avg_pool2d(mask, 4)
    alpha = (sample(mask, cx, cy) * (1 - level).clamp(min=0).to(work) + sample(half_mask, cx / 2, cy / 2) * (1 - (level - 1).abs()).clamp(min=0).to(work)
             + sample(quarter_mask, cx / 4, cy / 4) * (level - 1).clamp(min=0).to(work))
    patches = smooth_noise(n, 6, max(4, bucket // 12), height, width, device)
    alpha = alpha * (1 - (dice.chance(0.35) * dice.between(0.2, 0.9)).unsqueeze(1) * (patches - 0.35).clamp(0, 1) * 1.2).to(work)
    specks = (torch.rand(n, 1, height, width, device=device, dtype=work) < (dice.chance(0.15) * dice.between(0.02, 0.25)).unsqueeze(1).to(work)).to(work)
    alpha = alpha * (1 - specks)

    # Neighbouring lines that reach into the cut.
    middle = (top + bottom) / 2
    for direction, shift in ((-1, 1), (1, 2)):
        their = torch.roll(half_mask, shift, 0)
        their_h, their_middle = torch.roll(h, shift, 0), torch.roll(middle, shift, 0)
        distance = (h + their_h) / 2 + h * dice.between(0.06, 0.4)
        ny = cy - middle - direction * distance + their_middle
        near = dice.chance(0.4).unsqueeze(1).to(work)
        alpha = torch.maximum(alpha, sample(their, (cx + dice.between(-60, 60)) / 2, ny / 2) * near)
    rule = dice.chance(0.06) * ((yy - dice.between(-3, 2) - HEIGHT * (dice.unit() < 0.7).float()).abs() < dice.between(0.5, 1.6)).float()
    alpha = torch.maximum(alpha, rule.unsqueeze(1).to(work))

    # Lens: blur, sometimes more along one axis.
    sigma = dice.between(0, 0.55) + dice.chance(0.4) * dice.between(0.2, 1.0)
    shaken = dice.chance(0.15) * dice.between(0.5, 1.8)
    axis = (dice.unit() < 0.6).float()
    alpha = blur(alpha, sigma + shaken * axis, sigma + shaken * (1 - axis))

    # Ground: colour, light, guilloche, blotches, a watermark.
    column = lambda m: m.unsqueeze(1).to(work)
    colour = lambda spread: column(torch.rand(n, 3, 1, device=device).mul_(2).sub_(1).mul_(spread)).view(n, 3, 1, 1)
    tint = dice.strength.unsqueeze(1).to(work)
    light = dice.between(0.93, 1.0) - dice.strength * dice.unit() ** 2 * 0.5
    ground = column(light) + colour(0.14) * tint
    ground = ground + column(dice.around(0.13) * t + dice.around(0.13) * (v / HEIGHT))
    for _ in range(2):
        wave = torch.sin(xx * dice.between(0.05, 1.1) + yy * dice.between(-1.0, 1.0) + 3 * torch.sin(xx * dice.between(0.01, 0.12) + dice.between(0, 6)))
        wave = torch.where(dice.unit() < 0.5, wave, (wave.abs() < 0.35).float())
        ground = ground + column(dice.chance(0.45) * dice.between(0.02, 0.13) * wave) * (colour(0.8) - 0.5)
    ground = ground + column(dice.chance(0.3) * dice.between(0.05, 0.3)) * (patches.flip(0) - 0.5).to(work)
    mark = sample(torch.roll(half_mask, 3, 0), (cx * 0.4 + dice.between(0, 40)) / 2, ((cy - middle) * 0.45 + 32 + dice.between(-12, 12)) / 2)
    ground = ground + column(dice.chance(0.14) * dice.between(0.05, 0.28)) * mark * (colour(0.7) - 0.5)

    # Ink colour: mostly near black, also blue (first plane: the planes are blue, green, red), red or any; some light on dark.
    kind = dice.unit().unsqueeze(1)
    black = column(dice.between(0, 0.08) + 0.3 * dice.strength * dice.unit() ** 2).expand(n, 3, 1, 1)
    blue = torch.stack([0.35 + 0.4 * torch.rand(n, device=device), 0.35 * torch.rand(n, device=device), 0.3 * torch.rand(n, device=device)], 1).view(n, 3, 1, 1).to(work)
    red = torch.stack([0.3 * torch.rand(n, device=device), 0.3 * torch.rand(n, device=device), 0.35 + 0.35 * torch.rand(n, device=device)], 1).view(n, 3, 1, 1).to(work)
    ink = torch.where(kind < 0.66, black, torch.where(kind < 0.85, blue, torch.where(kind < 0.93, red, black + colour(0.15).abs())))
    ink = torch.where(dice.strength.unsqueeze(1) < 0.05, black, ink)
    # Faded print keeps at least a fifth of the contrast.
    ink = ink + (ground.mean((2, 3), keepdim=True) - ink) * column(dice.chance(0.35) * dice.unit() * 0.62)
    image = ground + (ink - ground) * alpha
    inverse = column(dice.chance(0.03))
    image = image + inverse * (1 - 2 * image)

    # Camera: light falling off, glare, noise, JPEG, a grey copy.
    image = image * column(1 + dice.around(0.22) * t + dice.around(0.12) * t * t)
    glare = torch.exp(-((t - dice.between(-1, 1)) / dice.between(0.15, 0.6)) ** 2)
    image = image + column(dice.chance(0.08) * dice.between(0.1, 0.45) * glare) * (1.05 - image)
    noise = dice.chance(0.6) * dice.unit() ** 2 * 0.09
    image = image + column(noise) * torch.randn(n, 1, height, width, device=device, dtype=work)
    image = image + column(noise * dice.unit()) * torch.randn(n, 3, height, width, device=device, dtype=work) * 0.7
    image = image.clamp(0, 1)
    quality = torch.where(dice.unit() < 0.75 * dice.strength, dice.between(18, 90), dice.between(90, 98))
    image = jpeg(image, quality.view(n, 1, 1, 1, 1, 1))

    # Back to the height that the network reads.
    ox = (torch.arange(bucket, device=device).view(1, 1, -1) + 0.5) * zoom
    oy = ((torch.arange(HEIGHT, device=device).view(1, -1, 1) + 0.5) * zoom).expand(n, HEIGHT, bucket)
    last = wide * zoom - 0.5
    image = sample(image, torch.minimum(ox, last.clamp(min=0.5)).expand(n, HEIGHT, bucket), torch.minimum(oy, rows - 0.5), "border")
    grey = column(dice.chance(0.12))
    image = image + grey * (image.mean(1, keepdim=True) - image)
    image = ((image - 0.5) * column(1 + dice.around(0.3)) + 0.5 + column(dice.around(0.08))).clamp(0, 1)
    image = image * 2 - 1
    # Beyond the cut there is nothing, in every batch of the service as in half of the samples here; the rest repeats its border.
    outside = (torch.arange(bucket, device=device).view(1, 1, 1, -1) >= wide.unsqueeze(1)) & (dice.unit().unsqueeze(1) < 0.6)
    return image.masked_fill(outside, 0), wide.view(n)
