"""
Trains the MRZ reader within a budget of time and leaves its averaged weights as a .npz on the way and at the end.

    python3 -m ocrtrain.mrz.train --bank BANK --out FOLDER --seconds 300 [--start WEIGHTS.npz] [--rate 2e-3]

Files: `mrz.npz` (averaged weights), `log.csv` (seconds, step, rows seen, rate, loss, then rows exact of the measurement, where one was made).
"""
import argparse
import contextlib
import math
import os
import random
import time

import torch
import torch.nn.functional as F

from ..train import Average, improve, load, optimizer_of, save
from .draw import Bank
from .measure import exact, tables
from .net import CLASSES, RowReader
from .text import ALPHABET, ROWS, Texts
from .wear import wear

PEAK_RATE = 3e-3
COLUMNS = 180_000
"""Columns of a batch, all rows together."""


class Batches:
    """An endless source of characters, as indices of the alphabet: rows of a batch are equally long."""

    def __init__(self, seed, device):
        self._texts, self._rng, self._device = Texts(seed), random.Random(seed), device

    def next(self, scale):
        """Characters (N x L) and the columns of their pictures."""
        length = self._texts.length()
        bucket = max(64, round(length * self._rng.uniform(11.5, 23) / 64) * 64)
        sheets = max(1, int(COLUMNS * scale / bucket) // ROWS)
        rows = "".join("".join(self._texts.sheet(length)) for _ in range(sheets))
        characters = torch.tensor(list(rows.encode()), dtype=torch.long).to(self._device)
        return _INDEX.to(self._device)[characters].view(sheets * ROWS, length), bucket


_INDEX = torch.zeros(128, dtype=torch.long)
_INDEX[torch.tensor(list(ALPHABET.encode()))] = torch.arange(len(ALPHABET))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bank", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--start")
    parser.add_argument("--rate", type=float, default=PEAK_RATE, help="peak learning rate")
    parser.add_argument("--scale", type=float, default=1, help="size of batches; small for a try on a processor")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    begin = time.time()
    os.makedirs(options.out, exist_ok=True)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    cuda = device.type == "cuda"
    torch.manual_seed(options.seed)
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = True
    bank, batches = Bank(options.bank, device), Batches(options.seed, device)
    model = RowReader().to(device)
    if options.start:
        load(model, options.start)
    if cuda:
        model = model.to(memory_format=torch.channels_last)
    average = Average(model)
    optimizer = optimizer_of(model, options.rate)
    path, log = os.path.join(options.out, "mrz.npz"), open(os.path.join(options.out, "log.csv"), "w", encoding="utf-8")
    print("seconds,step,rows,rate,loss,exact clean,exact worn", file=log, flush=True)
    print(f"{CLASSES} classes, {sum(p.numel() for p in model.parameters()) / 1e6:.2f} M weights, ready after {time.time() - begin:.0f} s", flush=True)

    start, step, seen, last_print, losses, next_save = time.time(), 0, 0, time.time(), [], 30
    span = options.seconds - (start - begin) - (15 if cuda else 1)
    while (elapsed := time.time() - start) < span:
        share = elapsed / span
        rate = options.rate * (min(1, (step + 1) / 200) * (0.5 + 0.5 * math.cos(math.pi * share)) + 0.002)
        for group in optimizer.param_groups:
            group["lr"] = rate
        characters, bucket = batches.next(options.scale)
        count, length = characters.shape
        # Mild wear at first: letters before noise. A seventh stays clean to the end.
        hardest = 1.0 if options.start else min(1.0, 0.2 + 0.8 * share / 0.3)
        strength = torch.rand(count, device=device).pow_(1.2).mul_(1.15).clamp_(max=1).mul_(hardest)
        strength[torch.rand(count, device=device) < 1 / 7] = 0.05
        x, _ = wear(bank, characters, bank.faces(count // ROWS), bucket, strength)
        with torch.autocast("cuda", torch.bfloat16) if cuda else contextlib.nullcontext():
            logits = model(x.float())
        logp = F.log_softmax(logits.float(), 2).transpose(0, 1)
        lengths = torch.full((count,), length, dtype=torch.long)
        loss = F.ctc_loss(logp, characters + 1, torch.full((count,), logp.shape[0], dtype=torch.long), lengths, zero_infinity=True)
        improve(model, optimizer, average, loss, step)
        step, seen = step + 1, seen + count
        losses.append(loss.detach())
        if time.time() - last_print > 5:
            mean = torch.stack(losses).mean().item()
            measured = ["", ""]
            if elapsed > next_save:
                average.settle()
                save(average.model, path)
                measured = [f"{exact(average.model, bank, None, strength, 300):.4f}" for strength in (0.0, 0.7)] if cuda else measured
                next_save = elapsed + max(30, span / 8)
            print(f"{elapsed:.1f},{step},{seen},{rate:.6f},{mean:.5f},{','.join(measured)}", file=log, flush=True)
            print(f"{elapsed:5.0f} s step {step} seen {seen} rate {rate:.5f} loss {mean:.4f} exact {measured}", flush=True)
            losses, last_print = [], time.time()
    average.settle()
    save(average.model, path)
    log.close()
    print(f"{step} steps, {seen} rows", flush=True)
    if cuda:
        tables(average.model, bank, 400)


if __name__ == "__main__":
    main()
