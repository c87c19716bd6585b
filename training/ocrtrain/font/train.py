"""
Trains the font classifier within a budget of time and leaves its averaged weights as font.npz, on the way and at the end; the loss goes
to loss.csv.

    python3 -m ocrtrain.font.train --pack PACK --out FOLDER --seconds 300 --workers 2 [--start WEIGHTS.npz]
"""
import argparse
import contextlib
import math
import os
import random
import time

import torch
import torch.nn.functional as F

from ..pool import Pool
from ..train import Average, improve, load, optimizer_of, save
from ..wear import wear
from .faces import NAMES
from .lines import FontLines
from .measure import Lines, Tally, fit_temperature
from .net import FontNet

PEAK_RATE = 2e-3
PIXELS = 80_000
"""Columns of a batch, all lines together."""
SMOOTHING = 0.04
"""Share of the label that is spread over all names: fonts are likenesses."""
_INVERTED = 0.3
"""Share of light print on dark ground."""
_END = 25
"""Seconds kept for the measurement."""


def strengths(count, hardest, device):
    """How worn each line of a batch is: half of them as a page shows them, some like photographs."""
    u = torch.rand(3, count, device=device)
    worn = torch.where(u[0] < 0.5, 0.08 * u[1], torch.where(u[0] < 0.85, 0.5 * u[1], 0.9 * u[1]))
    return worn * hardest


def train(pool, model, average, options, span, device, path, log):
    """Steps until the span of seconds is over."""
    cuda = device.type == "cuda"
    rng = random.Random(options.seed)
    peak = options.rate
    optimizer = optimizer_of(model, peak)
    start, step, seen, said, saved, losses, hits = time.time(), 0, 0, 0.0, 0.0, [], []
    while (elapsed := time.time() - start) < span:
        rate = peak * (min(1, (step + 1) / 200) * (0.5 + 0.5 * math.cos(math.pi * elapsed / span)) + 0.002)
        for group in optimizer.param_groups:
            group["lr"] = rate
        bucket = pool.bucket(rng)
        count = max(8, int(PIXELS * options.scale / bucket))
        masks, boxes, labels, _ = pool.take(bucket, count)
        names = labels[:, 0].long().to(device)
        x, wide = wear(masks, boxes, bucket, strengths(count, 1.0 if options.start else min(1.0, 0.3 + 3 * elapsed / span), device))
        x = torch.where(torch.rand(count, 1, 1, 1, device=device) < _INVERTED, -x, x).float()
        with torch.autocast("cuda", torch.bfloat16) if cuda else contextlib.nullcontext():
            logits = model(x, wide)
        logits = logits.float()
        loss = F.cross_entropy(logits, names, label_smoothing=SMOOTHING)
        improve(model, optimizer, average, loss, step)
        step, seen = step + 1, seen + count
        losses.append(loss.detach())
        hits.append((logits.argmax(1) == names).float().mean().detach())
        if elapsed - said > 5:
            loss, hit = torch.stack(losses).mean().item(), torch.stack(hits).mean().item()
            print(f"{elapsed:5.0f} s step {step} seen {seen} drawn {sum(pool.drawn.values())} rate {rate:.5f} loss {loss:.4f} right {hit:.1%}", flush=True)
            log.write(f"{elapsed:.1f},{step},{seen},{rate:.6f},{loss:.5f},{hit:.5f}\n")
            log.flush()
            losses, hits, said = [], [], elapsed
        if elapsed - saved > 45:
            average.settle()
            save(average.model, path)
            saved = elapsed
    average.settle()
    save(average.model, path)
    print(f"{step} steps, {seen} lines seen, {sum(pool.drawn.values())} drawn", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pack", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--start")
    parser.add_argument("--rate", type=float, default=PEAK_RATE, help="peak learning rate")
    parser.add_argument("--scale", type=float, default=1, help="size of batches; small for a try on a processor")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--held-out", type=int, default=700, help="lines of each measurement")
    options = parser.parse_args()
    begin = time.time()
    os.makedirs(options.out, exist_ok=True)
    pool = Pool(lambda seed: FontLines(options.pack, seed), options.workers, options.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    cuda = device.type == "cuda"
    pool.open(device, int(4e8 if cuda else 2e7))
    torch.manual_seed(options.seed)
    # The processors are for the drawing.
    torch.set_num_threads(1)
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = True
    model = FontNet(len(NAMES)).to(device)
    if options.start:
        load(model, options.start)
    average = Average(model)
    pool.wait(500 if cuda else 64, 60)
    print(f"{len(NAMES)} names, {sum(p.numel() for p in model.parameters()) / 1e6:.2f} M weights, ready after {time.time() - begin:.0f} s", flush=True)
    path = os.path.join(options.out, "font.npz")
    with open(os.path.join(options.out, "loss.csv"), "w", encoding="utf-8") as log:
        log.write("seconds,step,lines,rate,loss,right\n")
        train(pool, model, average, options, options.seconds - (time.time() - begin) - (_END if cuda else 1), device, path, log)
    pool.close()
    net = average.model
    seen, unseen = (Lines(options.pack, options.held_out, held_out_families=h) for h in (False, True))
    net.temperature.fill_(fit_temperature(net, [seen, unseen], device))
    save(net, path)
    print(f"temperature {net.temperature.item():.3f}", flush=True)
    for title, lines in (("seen families", seen), ("held-out families", unseen)):
        for worn, strength in (("clean", 0.0), ("worn", 0.5)):
            print(f"{title}, {worn}: {Tally.of(net, lines, strength, device).summary()}", flush=True)


if __name__ == "__main__":
    main()
