"""Drawn lines, kept where the training takes them from: worker processes draw, a thread moves their parcels into the pool."""
import multiprocessing
import os
import queue
import threading
import time

import numpy as np

from .lines import BUCKETS
from .wear import CANVAS, canvas_width

_PARCEL = 32
LONGEST = 120
"""Most symbols in a line."""


class Parcels:
    """Lines, gathered by bucket until a parcel is full."""

    def __init__(self, size=_PARCEL):
        self._size = size
        self._open = {b: [] for b in BUCKETS}

    def bucket_of(self, line):
        return next(b for b in BUCKETS if 1.08 * line.nominal <= b)

    def add(self, line):
        """The full parcel (bucket, masks, boxes, labels, lengths) that the line completes, else None."""
        bucket = self.bucket_of(line)
        lines = self._open[bucket]
        lines.append(line)
        return self.close(bucket) if len(lines) == self._size else None

    def close(self, bucket):
        lines, self._open[bucket] = self._open[bucket], []
        n = len(lines)
        masks = np.zeros((n, CANVAS, canvas_width(bucket)), np.uint8)
        boxes, labels, lengths = np.zeros((n, 4), np.int16), np.zeros((n, LONGEST), np.int16), np.zeros(n, np.int16)
        for i, line in enumerate(lines):
            h, w = line.mask.shape
            y, x = (CANVAS - h) // 2, 12
            w = min(w, masks.shape[2] - x)
            masks[i, y:y + h, x:x + w] = line.mask[:, :w]
            boxes[i] = x, x + w, y, y + h
            classes = line.classes[:LONGEST]
            labels[i, :len(classes)], lengths[i] = classes, len(classes)
        return bucket, masks, boxes, labels, lengths, [line.script for line in lines]

    def rest(self):
        return [self.close(b) for b in BUCKETS if self._open[b]]


def _draw_forever(source_of, seed, parcels):
    os.nice(5)
    source, open_parcels = source_of(seed), Parcels()
    while True:
        parcel = open_parcels.add(source.next())
        if parcel:
            parcels.put(parcel[:5])


class Pool:
    """A ring of lines per bucket on the device; every draw takes lines at random, so that one is seen several times, worn anew."""

    def __init__(self, source_of, workers, seed):
        """Starts the drawing processes: by fork, so before anything touches the GPU. source_of: makes a source of lines from a seed."""
        self._rings, self.drawn, self._taken = {}, {}, 0
        context = multiprocessing.get_context("fork")
        self._queue = context.Queue(maxsize=64)
        self._workers = [context.Process(target=_draw_forever, args=(source_of, seed * 1000 + i, self._queue), daemon=True) for i in range(workers)]
        for worker in self._workers:
            worker.start()
        self._open = True

    def open(self, device, pixels):
        """Makes room on the device, so many pixels for each bucket, and begins to fill it."""
        import torch
        self._torch, self._device = torch, device
        for bucket in BUCKETS:
            width = canvas_width(bucket)
            slots = max(256, pixels // (CANVAS * width))
            self._rings[bucket] = {
                "masks": torch.zeros(slots, CANVAS, width, dtype=torch.uint8, device=device), "boxes": torch.zeros(slots, 4, dtype=torch.int16, device=device),
                "labels": torch.zeros(slots, LONGEST, dtype=torch.int16), "lengths": torch.zeros(slots, dtype=torch.int16), "slots": slots}
            self.drawn[bucket] = 0
        threading.Thread(target=self._receive, daemon=True).start()

    def _receive(self):
        torch = self._torch
        while self._open:
            # A processor that trains needs itself: no more is drawn than is used.
            if self._device.type == "cpu" and sum(self.drawn.values()) > 10_000 + self._taken:
                time.sleep(0.5)
                continue
            try:
                bucket, masks, boxes, labels, lengths = self._queue.get(timeout=1)
            except queue.Empty:
                continue
            ring = self._rings[bucket]
            n, at = len(lengths), self.drawn[bucket] % (ring["slots"] - _PARCEL)
            ring["masks"][at:at + n] = torch.from_numpy(masks).to(self._device)
            ring["boxes"][at:at + n] = torch.from_numpy(boxes).to(self._device)
            ring["labels"][at:at + n] = torch.from_numpy(labels)
            ring["lengths"][at:at + n] = torch.from_numpy(lengths)
            self.drawn[bucket] += n

    def wait(self, lines, limit):
        """Waits until every bucket has some lines."""
        end = time.time() + limit
        while min(self.drawn.values()) < lines and time.time() < end:
            if not any(w.is_alive() for w in self._workers):
                raise SystemExit("All drawing processes have ended.")
            time.sleep(0.2)

    def bucket(self, rng):
        """A bucket, each as often as its share of the drawn pixels."""
        buckets = list(self.drawn)
        return rng.choices(buckets, [self.drawn[b] * b for b in buckets])[0]

    def take(self, bucket, count):
        torch, ring = self._torch, self._rings[bucket]
        self._taken += count
        filled = min(self.drawn[bucket], ring["slots"] - _PARCEL)
        index = torch.randint(filled, (count,))
        there = index.to(self._device)
        return ring["masks"][there], ring["boxes"][there], ring["labels"][index], ring["lengths"][index]

    def close(self):
        self._open = False
        for worker in self._workers:
            worker.terminate()
