"""Sets rows of characters from the bank's masks, in batches on the GPU."""
import json
import os

import numpy as np
import torch

from .bank import CAPITAL, HEIGHT, WIDTH
from .text import ALPHABET, ROWS

CELL = 40
"""Columns of a character on the canvas, whatever the pitch."""


class Bank:
    """The masks of a bank's folder on a device."""

    def __init__(self, folder, device):
        with np.load(os.path.join(folder, "masks.npz")) as arrays:
            masks = arrays["masks"]
        with open(os.path.join(folder, "faces.json"), encoding="utf-8") as f:
            index = json.load(f)
        self.names = [name for name, *_ in index]
        self.held_out = [name for name, _, held, _ in index if held]
        self._weights = torch.tensor([0 if held else weight for _, weight, held, _ in index], dtype=torch.float32)
        self.pitch = torch.tensor([pitch / CAPITAL for *_, pitch in index], dtype=torch.float32, device=device)
        """Pitch of every typeface in heights of capitals."""
        # Column after column, one empty column behind the last.
        columns = torch.from_numpy(masks).permute(0, 1, 3, 2).reshape(-1, HEIGHT)
        self._columns = torch.cat([columns, torch.zeros(1, HEIGHT, dtype=torch.uint8)]).to(device)
        self.device = device

    def faces(self, sheets, names=None):
        """A typeface for every row, one of the training's or of those named: rows of a sheet share theirs."""
        weights = self._weights if names is None else torch.tensor([float(name in names) for name in self.names])
        return torch.multinomial(weights, sheets, replacement=True).repeat_interleave(ROWS).to(self.device)

    def rows(self, characters, faces, width, shift):
        """
        characters: N x L indices of the alphabet; width: N factors of the letters' width; shift: N x L, letters' shift in columns.
        Returns N x 1 x HEIGHT x (L * CELL), 0..1.
        """
        n, length = characters.shape
        x = torch.arange(length * CELL, device=self.device)
        cell = x // CELL
        pitch = self.pitch[faces].view(n, 1) * CAPITAL
        column = ((x % CELL + 0.5 - CELL / 2).view(1, -1) * (pitch / CELL) - shift[:, cell]) / width.view(n, 1) + WIDTH / 2 - 0.5
        first = column.floor()
        part = (column - first).unsqueeze(2)
        glyph = (faces.view(n, 1) * len(ALPHABET) + characters)[:, cell] * WIDTH
        nothing = len(self._columns) - 1

        def ink(at):
            at = at.long()
            return self._columns[torch.where((at >= 0) & (at < WIDTH), glyph + at, nothing)]

        return (ink(first) * (1 - part) + ink(first + 1) * part).transpose(1, 2).unsqueeze(1) / 255
