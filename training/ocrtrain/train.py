"""
Trains a reader of lines within a budget of time and leaves its averaged weights as a .npz after every stage, and its losses as a .csv.

    python3 -m ocrtrain.train READER --pack PACK --out FOLDER --seconds 480 --workers 7 [--start WEIGHTS.npz]
"""
import argparse
import contextlib
import copy
import math
import os
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

from .lines import LineSource
from .pool import Parcels, Pool
from .readers import READERS
from .score import Score
from .wear import wear

PEAK_RATE = 2e-3
PIXELS = 120_000
"""Columns of a batch, all lines together."""


def save(model, path):
    """Matrices as float16, vectors (statistics of the normalisation among them) as float32."""
    arrays = {}
    for name, value in model.state_dict().items():
        value = value.detach().float().cpu().numpy()
        arrays[name] = value if value.ndim < 2 else value.astype(np.float16)
    np.savez(path + ".part.npz", **arrays)
    os.replace(path + ".part.npz", path)


def load(model, path):
    with np.load(path) as arrays:
        model.load_state_dict({k: torch.from_numpy(arrays[k].astype(np.float32) if arrays[k].dtype == np.float16 else arrays[k]) for k in arrays.files})


class Average:
    """Exponential average of the weights; normalisation statistics are copied."""

    def __init__(self, model):
        self.model = copy.deepcopy(model).eval()
        self._pairs = list(zip(self.model.parameters(), model.parameters()))
        self._buffers = list(zip(self.model.buffers(), model.buffers()))

    @torch.no_grad()
    def update(self, decay):
        mine = [a for a, _ in self._pairs]
        torch._foreach_mul_(mine, decay)
        torch._foreach_add_(mine, [p.detach() for _, p in self._pairs], alpha=1 - decay)

    @torch.no_grad()
    def settle(self):
        for a, b in self._buffers:
            a.copy_(b)


def optimizer_of(model, rate):
    """AdamW for short trainings: matrices decay, vectors do not."""
    matrices, vectors = ([p for p in model.parameters() if (p.ndim > 1) == wanted] for wanted in (True, False))
    extra = {"fused": True} if next(model.parameters()).is_cuda else {}
    return torch.optim.AdamW([{"params": matrices, "weight_decay": 0.02}, {"params": vectors, "weight_decay": 0}], lr=rate, betas=(0.9, 0.98), **extra)


def improve(model, optimizer, average, loss, step):
    """One step down the loss; the average follows, closer in the first steps."""
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 3.0)
    optimizer.step()
    average.update(min(0.998, 1 - 1 / (step / 4 + 2)))


def held_out_parcels(reader, pack, count):
    """Lines of held-out fonts and words, the same in every run."""
    source, parcels, done = LineSource(reader, pack, 99, measuring=True), Parcels(10 ** 6), 0
    while done < count:
        parcels.add(source.next())
        done += 1
    return parcels.rest()


@torch.no_grad()
def measure(model, reader, parcels, device, strength):
    score = Score()
    torch.manual_seed(5)
    for bucket, masks, boxes, labels, lengths, scripts in parcels:
        for i in range(0, len(lengths), 128):
            m, b = torch.from_numpy(masks[i:i + 128]).to(device), torch.from_numpy(boxes[i:i + 128]).to(device)
            x, _ = wear(m, b, bucket, torch.full((len(m),), strength, device=device), half=False, loosest=reader.loosest)
            best = model(x).argmax(2).cpu().numpy()
            for frames, label, length, script in zip(best, labels[i:i + 128], lengths[i:i + 128], scripts[i:i + 128]):
                score.add(script, "".join(reader.alphabet.decode([0, c]) for c in label[:length]), reader.alphabet.decode(frames))
    return score


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("reader", choices=list(READERS))
    parser.add_argument("--pack", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--workers", type=int, default=7)
    parser.add_argument("--start")
    parser.add_argument("--rate", type=float, help="peak learning rate")
    parser.add_argument("--scale", type=float, default=1, help="size of batches; small for a try on a processor")
    parser.add_argument("--hardest", type=float, default=1, help="strongest wear")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--held-out", type=int, default=900)
    options = parser.parse_args()
    begin = time.time()
    reader = READERS[options.reader]
    pool = Pool(lambda seed: LineSource(reader, options.pack, seed), options.workers, options.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    cuda = device.type == "cuda"
    pool.open(device, int(1.5e9 if cuda else 2e7))
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    torch.backends.cudnn.benchmark = True
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = True

    model = reader.network().to(device)
    if options.start:
        load(model, options.start)
    if cuda:
        model = model.to(memory_format=torch.channels_last)
    average = Average(model)
    parcels = held_out_parcels(reader, options.pack, options.held_out)
    pool.wait(500 if cuda else 16, 60)
    peak = options.rate or PEAK_RATE
    optimizer = optimizer_of(model, peak)
    path = os.path.join(options.out, reader.name + ".npz")
    log = open(os.path.join(options.out, reader.name + ".csv"), "w", buffering=1)
    log.write("seconds,step,seen,loss\n")
    print(f"{len(reader.alphabet)} classes, {sum(p.numel() for p in model.parameters()) / 1e6:.2f} M weights, "
          f"ready after {time.time() - begin:.0f} s, drawn {dict(pool.drawn)}", flush=True)

    start, step, seen, last_print, losses, next_save = time.time(), 0, 0, time.time(), [], 60
    span = options.seconds - (start - begin) - (22 if cuda else 1)
    while (elapsed := time.time() - start) < span:
        share = elapsed / span
        rate = peak * (min(1, (step + 1) / 200) * (0.5 + 0.5 * math.cos(math.pi * share)) + 0.002)
        for group in optimizer.param_groups:
            group["lr"] = rate
        bucket = pool.bucket(rng)
        count = max(4, int(PIXELS * options.scale / bucket))
        masks, boxes, labels, lengths = pool.take(bucket, count)
        # Mild wear at first: letters before noise. A seventh stays clean to the end.
        hardest = min(1.0, 0.25 + 0.75 * share / 0.25) if not options.start else 1.0
        strength = torch.rand(count, device=device).pow_(1.3).mul_(1.15).clamp_(max=1).mul_(hardest * options.hardest)
        strength[: count // 7] = 0.05
        x, _ = wear(masks, boxes, bucket, strength, loosest=reader.loosest)
        with torch.autocast("cuda", torch.bfloat16) if cuda else contextlib.nullcontext():
            logits = model(x.float() if not cuda else x.contiguous(memory_format=torch.channels_last))
        logp = F.log_softmax(logits.float(), 2).transpose(0, 1)
        n = lengths.long()
        flat = labels.long()[:, :int(n.max())].to(device)
        loss = F.ctc_loss(logp, flat, torch.full((count,), logp.shape[0], dtype=torch.long), n, blank=0, reduction="none", zero_infinity=True)
        loss = (loss / n.to(device)).mean()
        improve(model, optimizer, average, loss, step)
        step, seen = step + 1, seen + count
        losses.append(loss.detach())
        if time.time() - last_print > (12 if cuda else 5):
            mean = torch.stack(losses).mean().item()
            print(f"{elapsed:5.0f} s step {step} seen {seen} drawn {sum(pool.drawn.values())} rate {rate:.5f} loss {mean:.4f}", flush=True)
            log.write(f"{elapsed:.0f},{step},{seen},{mean:.4f}\n")
            losses, last_print = [], time.time()
        if elapsed > next_save:
            average.settle()
            save(average.model, path)
            print("worn:", measure(average.model, reader, parcels[1:3], device, 0.8).table(), flush=True)
            next_save = elapsed + max(60, span / 5)
    average.settle()
    save(average.model, path)
    pool.close()
    print(f"{step} steps, {seen} lines seen, {sum(pool.drawn.values())} drawn", flush=True)
    for name, strength in (("clean", 0.0), ("worn", 0.8)):
        print(name, measure(average.model, reader, parcels, device, strength).table(), flush=True)


if __name__ == "__main__":
    main()
