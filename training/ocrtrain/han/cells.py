"""
Windows as the reader cuts them from a line, drawn from the bank and worn, with the class of what stands in their middle.

A window is WINDOW x WINDOW pixels, the em square of the line CELL pixels in its middle: neighbours reach in at both sides. Lengths
here are in em squares unless said otherwise.
"""
import json
import math
import os

import numpy as np
import torch
import torch.nn.functional as F

from .bank import EM, SIDE
from .characters import repertoire, weights

WINDOW, CELL = 40, 33
_GRID = 64
"""Side of the window while it is drawn, in pixels."""
_CHUNK = 64
"""Windows that share one resolution and one lens."""
_NONE_SHARE = 0.15
_REACH = SIDE / EM / 2

_LUMA = torch.tensor([[16, 11, 10, 16, 24, 40, 51, 61], [12, 12, 14, 19, 26, 58, 60, 55], [14, 13, 16, 24, 40, 57, 69, 56], [14, 17, 22, 29, 51, 87, 80, 62],
                      [18, 22, 37, 56, 68, 109, 103, 77], [24, 35, 55, 64, 81, 104, 113, 92], [49, 64, 78, 87, 103, 121, 120, 101],
                      [72, 92, 95, 98, 112, 100, 103, 99]], dtype=torch.float32) / 255
"""Standard luminance table of JPEG."""


def _between(n, low, high):
    return (low + (high - low) * torch.rand(n)).view(n, 1, 1)


def _around(n, most):
    return _between(n, -most, most)


def _chance(n, p):
    return (torch.rand(n) < p).float().view(n, 1, 1)


def _sample(masks, x, y):
    """Ink of masks (n x SIDE x SIDE) at places of their em squares, 0..1."""
    return F.grid_sample(masks.unsqueeze(1), torch.stack((x / _REACH, y / _REACH), 3), align_corners=False).squeeze(1)


def _smooth(n, cells):
    """Slow noise, 0..1."""
    return F.interpolate(torch.rand(n, 1, cells, cells), (_GRID, _GRID), mode="bilinear", align_corners=True).squeeze(1)


def _lens(pixels, sides, sigma):
    """Matrix pixels x sides: every pixel sees its part of the sides, blurred by a Gaussian whose deviation is in pixels of the sides."""
    step = sides / pixels
    middles = (torch.arange(sides) + 0.5).view(1, -1)
    edges = torch.arange(pixels + 1).view(-1, 1) * step
    risen = torch.erf((edges - middles) / (math.sqrt(2) * max(0.3, sigma)))
    seen = risen[1:] - risen[:-1]
    return seen / seen.sum(1, keepdim=True)


def _seen(image, pixels, sideways, upright):
    """An image of _GRID pixels a side as a blurred one of fewer pixels; deviations in pixels of the grid."""
    return _lens(pixels, image.shape[2], upright) @ image @ _lens(pixels, image.shape[3], sideways).T


def _jpeg(image, quality):
    """Loss of JPEG at one quality; n x 1 x side x side, values 0..1."""
    n, _, side, _ = image.shape
    full = -(-side // 8) * 8
    before = int(torch.randint(full - side + 1, (1,)))
    image = F.pad(image, (before, full - side - before, before, full - side - before), mode="replicate")
    k = torch.arange(8, dtype=torch.float32)
    basis = torch.cos((2 * k + 1).view(1, 8) * k.view(8, 1) * math.pi / 16) * 0.5
    basis[0] /= math.sqrt(2)
    table = (_LUMA * (50 / quality if quality < 50 else 2 - quality / 50)).clamp(min=1 / 255)
    blocks = image.view(n, full // 8, 8, full // 8, 8).transpose(2, 3) - 0.5
    coefficients = torch.round(basis @ blocks @ basis.T / table) * table
    image = (basis.T @ coefficients @ basis + 0.5).transpose(2, 3).reshape(n, 1, full, full)
    return image[:, :, before:before + side, before:before + side]


class Cells:
    """An endless source of windows; the class of no character is the last one."""

    def __init__(self, bank, seed, measuring=False, family=None):
        """measuring: only the typefaces that are held out, or of one family."""
        torch.manual_seed(seed)
        self._masks = torch.from_numpy(np.load(os.path.join(bank, "characters.npy"), mmap_mode="c"))
        self._latin = torch.from_numpy(np.load(os.path.join(bank, "latin.npy")))
        self._index = torch.from_numpy(np.load(os.path.join(bank, "index.npy"))).long()
        with open(os.path.join(bank, "faces.json"), encoding="utf-8") as f:
            faces = json.load(f)
        held = [name.startswith("held") for name, _ in faces]
        use = [(name == family if family else h == measuring) for (name, _), h in zip(faces, held)]
        self._face_weights = torch.tensor([w if u and row.max() >= 0 else 0.0 for (_, w), u, row in zip(faces, use, self._index)])
        characters = repertoire()
        self._weights = torch.tensor(weights(characters))
        self.none = len(characters)

    def _characters(self, face, n):
        """Numbers of random characters that the faces have."""
        chosen = torch.multinomial(self._weights, n, replacement=True)
        while (absent := self._index[face, chosen] < 0).any():
            chosen[absent] = torch.multinomial(self._weights, int(absent.sum()), replacement=True)
        return chosen

    def _glyphs(self, face, chosen):
        return self._masks[self._index[face, chosen]].float() / 255

    def _scraps(self, n):
        return self._latin[torch.randint(len(self._latin), (n,))].float() / 255

    def _neighbours(self, face, latin):
        n = len(face)
        masks = self._glyphs(face, self._characters(face, n))
        scraps = latin | (torch.rand(n) < 0.15)
        masks[scraps] = self._scraps(int(scraps.sum()))
        return masks * (1 - _chance(n, 0.2))

    def batch(self, count, strength=None, none_share=_NONE_SHARE):
        """Windows (count x WINDOW x WINDOW bytes) and classes; strength: how hard the wear is, 0..1, else of all kinds."""
        parts = [self._chunk(min(_CHUNK, count - at), strength, none_share) for at in range(0, count, _CHUNK)]
        return torch.cat([p[0] for p in parts]), torch.cat([p[1] for p in parts])

    @torch.no_grad()
    def _chunk(self, n, fixed, none_share):
        strength = fixed if fixed is not None else float(torch.rand(1)) ** 0.8 * (float(torch.rand(1)) > 0.08)
        face = torch.multinomial(self._face_weights, n, replacement=True)
        classes = self._characters(face, n)
        centre = self._glyphs(face, classes)
        sign = torch.where(torch.rand(n) < 0.5, -1.0, 1.0).view(n, 1, 1)

        # What the middle shows: a character, or one of the ways to show none.
        none = torch.rand(n) < none_share
        kind = torch.rand(n).masked_fill(~none, 2)
        between, empty, latin = kind < 0.36, (kind >= 0.36) & (kind < 0.46), (kind >= 0.46) & (kind < 0.66)
        small, large, beside = (kind >= 0.66) & (kind < 0.8), (kind >= 0.8) & (kind < 0.9), (kind >= 0.9) & (kind < 1)
        centre[latin] = self._scraps(int(latin.sum()))
        centre[empty] = 0
        gap = torch.rand(2, n).pow(3).mul(0.7).masked_fill(latin, -0.35).view(2, n, 1, 1)

        wide = torch.exp(_around(n, 0.08 + 0.12 * strength))
        aspect = torch.exp(_around(n, 0.04 + 0.08 * strength))
        size = torch.where(small.view(n, 1, 1), _between(n, 0.3, 0.55), torch.where(large.view(n, 1, 1), _between(n, 1.8, 2.8), wide))
        dx = (_around(n, 0.5) + _around(n, 0.5)) * (0.1 + 0.12 * strength)
        dy = (_around(n, 0.5) + _around(n, 0.5)) * (0.1 + 0.12 * strength)
        reach = (1 + torch.where(sign[:, 0, 0] < 0, gap[0, :, 0, 0], gap[1, :, 0, 0])).view(n, 1, 1)
        dx = torch.where(between.view(n, 1, 1), sign * torch.minimum(_between(n, 0.32, 0.52), reach / 2), dx)
        dx = torch.where((large | small).view(n, 1, 1), _around(n, 0.5), dx)
        dy = torch.where(beside.view(n, 1, 1), sign * _between(n, 0.36, 0.6), torch.where(large.view(n, 1, 1), _around(n, 0.4), dy))

        line = ((torch.arange(_GRID) + 0.5) / _GRID - 0.5) * (WINDOW / CELL)
        v, u = torch.meshgrid(line, line, indexing="ij")
        u, v = u.unsqueeze(0), v.unsqueeze(0)
        turn, shear = _around(n, 0.02 + 0.06 * strength), _around(n, 0.12 * strength)
        x = (u * torch.cos(turn) - v * torch.sin(turn) + shear * v) / (size * aspect) + dx
        y = (u * torch.sin(turn) + v * torch.cos(turn)) * aspect / size + dy
        alpha = _sample(centre, x, y)
        alpha = torch.maximum(alpha, _sample(self._neighbours(face, latin), x + 1 + gap[0], y))
        alpha = torch.maximum(alpha, _sample(self._neighbours(face, latin), x - 1 - gap[1], y))
        alpha = self._intrude(alpha, x, y, face, small | (torch.rand(n) < 0.3), sign)

        # Print: thick or thin, patchy.
        pressed = ((alpha - _between(n, 0.28, 0.56)) * _between(n, 1.0, 2.2) + 0.5).clamp(0, 1)
        alpha = torch.where(_chance(n, 0.75) > 0, pressed, alpha)
        alpha = alpha * (1 - _chance(n, 0.35 * strength) * _between(n, 0.2, 0.9) * (_smooth(n, 6) - 0.35).clamp(0, 1) * 1.3)

        image = self._printed(alpha, u, v, strength).unsqueeze(1)

        # Lens and pixels of the photograph.
        soft = strength * float(torch.rand(1)) * 1.7
        shake = strength * float(torch.rand(1)) ** 2 * 1.8 * (float(torch.rand(1)) < 0.25)
        across = float(torch.rand(1)) < 0.6
        pixels = round(_GRID * (13 / _GRID) ** (strength * float(torch.rand(1))))
        image = _seen(image, pixels, soft + shake * across, soft + shake * (not across))
        if float(torch.rand(1)) < 0.2 * strength:
            image = image + float(torch.rand(1)) * (image - _seen(image, pixels, 0.8, 0.8))
        image = image + (_chance(n, 0.7) * _between(n, 0, 1) ** 2 * 0.1 * strength).unsqueeze(1) * torch.randn(n, 1, pixels, pixels)
        if float(torch.rand(1)) < 0.6 * strength:
            image = _jpeg(image.clamp(0, 1), 20 + 75 * float(torch.rand(1)))
        image = F.interpolate(image, (WINDOW, WINDOW), mode="bilinear", align_corners=False, antialias=pixels > WINDOW)
        inverse = _chance(n, 0.04).unsqueeze(1)
        image = (image + inverse * (1 - 2 * image)).clamp(0, 1)
        return (image.squeeze(1) * 255).round().to(torch.uint8), classes.masked_fill(none, self.none)

    def _intrude(self, alpha, x, y, face, near, sign):
        """Print above or below, letters laid over (SPECIMEN), rules."""
        n = len(face)
        some = near.nonzero().squeeze(1)
        if len(some):
            m = len(some)
            scale = _between(m, 0.45, 1.0)
            theirs = self._glyphs(face[some], self._characters(face[some], m))
            letters = torch.rand(m) < 0.6
            theirs[letters] = self._scraps(int(letters.sum()))
            away = sign[some] * (_between(m, 0.52, 0.8) + scale / 2 * 0.8)
            alpha[some] = torch.maximum(alpha[some], _sample(theirs, (x[some] + _around(m, 0.4)) / scale, (y[some] - away) / scale))
        over = (torch.rand(n) < 0.12).nonzero().squeeze(1)
        if len(over):
            m = len(over)
            scale, turn = _between(m, 1.2, 4.0), _around(m, 0.7)
            ox = (x[over] * torch.cos(turn) - y[over] * torch.sin(turn) + _around(m, 0.8)) / scale
            oy = (x[over] * torch.sin(turn) + y[over] * torch.cos(turn) + _around(m, 0.6)) / scale
            ink = _sample(self._scraps(m), ox, oy) * _between(m, 0.1, 0.65)
            alpha[over] = alpha[over] + ink * (1 - alpha[over])
        ruled = (torch.rand(n) < 0.08).nonzero().squeeze(1)
        if len(ruled):
            m = len(ruled)
            turn = torch.where(torch.rand(m) < 0.7, 0.0, 1.57).view(m, 1, 1) + _around(m, 0.15)
            distance = x[ruled] * torch.sin(turn) + y[ruled] * torch.cos(turn) - sign[ruled] * _between(m, 0.35, 0.62)
            ink = (1.5 - distance.abs() / _between(m, 0.01, 0.04)).clamp(0, 1) * _between(m, 0.3, 1)
            alpha[ruled] = torch.maximum(alpha[ruled], ink)
        return alpha

    @staticmethod
    def _printed(alpha, u, v, strength):
        """Ink on the ground of a card under uneven light."""
        n = len(alpha)
        ground = _between(n, 1 - 0.5 * strength - 0.02, 1)
        tint = ground + _around(n, 0.2 * strength) * u + _around(n, 0.2 * strength) * v
        for _ in range(2):
            wave = torch.sin(u * _around(n, 40) + v * _around(n, 40) + 3 * torch.sin(u * _around(n, 6) + _between(n, 0, 6)))
            wave = torch.where(_chance(n, 0.5) > 0, wave, (1 - 3 * wave.abs()).clamp(min=0))
            tint = tint - _chance(n, 0.55) * _between(n, 0.01, 0.16 * strength + 0.02) * strength * wave
        tint = tint + _chance(n, 0.4) * _around(n, 0.25 * strength) * (_smooth(n, 4) - 0.5)
        ink = ground * (0.1 + 0.15 * torch.rand(n, 1, 1)) + _chance(n, 0.5) * torch.rand(n, 1, 1) * 0.68 * strength * ground
        ink = torch.minimum(ink, ground - 0.13)
        return tint + (ink + 0.5 * (tint - ground) - tint) * alpha
