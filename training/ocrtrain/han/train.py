"""
Trains the reader of single characters on a processor within a budget of time.

    python3 -m ocrtrain.han.train BANK OUT.npz --seconds 2700 [--start WEIGHTS.npz] [--rate 2e-3]

One process draws, one trains (bfloat16, where the processor has it, doubles the speed). The weights are saved on the way.
"""
import argparse
import math
import multiprocessing
import time

import torch
import torch.nn.functional as F

from ..train import load, save
from .cells import Cells
from .net import CellNet, normalised

BATCH = 256
SMOOTHING = 0.02
"""Share of the label that is spread over all classes: probabilities stay honest."""


def _draw(bank, seed, queue):
    torch.set_num_threads(1)
    cells = Cells(bank, seed)
    while True:
        windows, classes = cells.batch(BATCH)
        queue.put((windows.numpy(), classes.numpy()))


@torch.no_grad()
def measure(net, bank, seed=77, count=4096, **source):
    """Top-1 of characters, and the shares of empty windows taken for a character and of characters taken for none; clean and worn."""
    net.eval()
    rows = []
    for name, strength in (("clean", 0.0), ("worn", 0.7), ("hard", 1.0)):
        cells = Cells(bank, seed, **source)
        windows, classes = cells.batch(count, strength, none_share=0.2)
        with torch.autocast("cpu", torch.bfloat16):
            best = torch.cat([net(normalised(w.unsqueeze(1).float() / 255)).argmax(1) for w in windows.split(512)])
        character = classes != cells.none
        rows.append(f"{name} {(best == classes)[character].float().mean():.2%} (none {(best != cells.none)[~character].float().mean():.2%} "
                    f"{(best == cells.none)[character].float().mean():.2%})")
    net.train()
    return "; ".join(rows)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bank")
    parser.add_argument("out")
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--start")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    context = multiprocessing.get_context("spawn")
    queue = context.Queue(maxsize=24)
    drawer = context.Process(target=_draw, args=(options.bank, options.seed, queue), daemon=True)
    drawer.start()
    torch.manual_seed(options.seed)
    net = CellNet(Cells(options.bank, 0).none + 1)
    if options.start:
        load(net, options.start)
    net = net.to(memory_format=torch.channels_last)
    decayed, rest = [p for p in net.parameters() if p.ndim > 1], [p for p in net.parameters() if p.ndim <= 1]
    optimizer = torch.optim.AdamW([{"params": decayed, "weight_decay": 0.02}, {"params": rest, "weight_decay": 0}], lr=options.rate, betas=(0.9, 0.99))
    print(f"{sum(p.numel() for p in net.parameters()) / 1e6:.2f} M weights", flush=True)
    queue.get()
    start = printed = time.time()
    saved, step, loss_sum, hits, steps = start, 0, 0.0, 0.0, 0
    while (elapsed := time.time() - start) < options.seconds:
        rate = options.rate * (min(1, (step + 1) / 300) * (0.5 + 0.5 * math.cos(math.pi * elapsed / options.seconds)) + 0.002)
        for group in optimizer.param_groups:
            group["lr"] = rate
        windows, classes = (torch.from_numpy(a) for a in queue.get())
        x = normalised(windows.unsqueeze(1).float() / 255).contiguous(memory_format=torch.channels_last)
        with torch.autocast("cpu", torch.bfloat16):
            logits = net(x)
        logits = logits.float()
        loss = F.cross_entropy(logits, classes, label_smoothing=SMOOTHING)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimizer.step()
        step, steps, loss_sum, hits = step + 1, steps + 1, loss_sum + loss.item(), hits + (logits.argmax(1) == classes).float().mean().item()
        if time.time() - printed > 20:
            print(f"{elapsed:5.0f} s step {step} seen {step * BATCH} rate {rate:.5f} loss {loss_sum / steps:.3f} right {hits / steps:.2%} waiting {queue.qsize()}", flush=True)
            loss_sum, hits, steps, printed = 0.0, 0.0, 0, time.time()
        if time.time() - saved > 300:
            save(net, options.out)
            saved = time.time()
    save(net, options.out)
    drawer.terminate()
    print(f"{step} steps, {step * BATCH} windows", flush=True)
    for family in ("held serif", "held kai", "ming", "sans"):
        print(family, measure(net, options.bank, family=family), flush=True)


if __name__ == "__main__":
    main()
