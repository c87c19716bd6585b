"""
Counts which symbols follow which in the texts of a reader, for its decoder (src/OcrService.Recognition/Reading/SymbolModel.cs).

    python3 -m ocrtrain.language READER PACK FILE [LINES_PER_SCRIPT]

The texts are those of the training, made-up words included; held-out words are not among them. Probabilities are Witten and Bell's (1991),
interpolated; of three symbols and more what was seen seldom is left out.

The file, little-endian: "NGRM", one byte each for the greatest length and the bits of a class, two of nothing; a count of 4 bytes for every
length from 1; then for every length the sequences in rising order, 8 bytes each: the classes, then a byte each for -ln of the probability
of the last class after the others and of the share that is left for classes never seen after the whole, in steps of STEP.
"""
import collections
import math
import struct
import sys

from .lines import LineSource
from .readers import READERS

LENGTH, BITS, STEP = 5, 9, 0.08
SELDOM = (0, 0, 1, 2, 3)
"""Sequences of each length that were seen no more often are left out."""
EDGE = 0
"""Before and behind a line stands the class of the blank, which is in no text."""
_SEED = 77


def count(source, scripts, lines):
    """For every length the classes that followed each sequence, with their numbers."""
    seen = [collections.defaultdict(collections.Counter) for _ in range(LENGTH)]
    for script in scripts:
        for _ in range(lines):
            *_, classes = source.text(script)
            row = [EDGE] * (LENGTH - 1) + classes + [EDGE]
            for at in range(LENGTH - 1, len(row)):
                for before in range(LENGTH):
                    seen[before][tuple(row[at - before:at])][row[at]] += 1
    return seen


def entries(seen, classes):
    """For every length the packed sequences, in order."""
    probability = {}
    result = []
    for before, followers in enumerate(seen):
        here, packed = {}, []
        for sequence, numbers in followers.items():
            total, kinds = sum(numbers.values()), len(numbers)
            for last, number in numbers.items():
                lower = probability[sequence[1:] + (last,)] if before else 1 / classes
                whole = sequence + (last,)
                here[whole] = (number + kinds * lower) / (total + kinds)
                if number > SELDOM[before]:
                    packed.append(_pack(whole, here[whole], _left(seen, whole)))
        probability = here
        result.append(sorted(packed))
    return result


def _left(seen, sequence):
    numbers = seen[len(sequence)].get(sequence) if len(sequence) < len(seen) else None
    return len(numbers) / (sum(numbers.values()) + len(numbers)) if numbers else 1


def _pack(sequence, probability, left):
    key = 0
    for c in sequence:
        key = key << BITS | c
    return key << 16 | _byte(probability) << 8 | _byte(left)


def _byte(share):
    return min(255, round(-math.log(share) / STEP))


def main(reader, pack, path, lines="100000"):
    reader = READERS[reader]
    tables = entries(count(LineSource(reader, pack, _SEED), reader.shares, int(lines)), len(reader.alphabet))
    with open(path, "wb") as f:
        f.write(struct.pack("<4sBBH", b"NGRM", LENGTH, BITS, 0) + struct.pack(f"<{LENGTH}I", *map(len, tables)))
        for table in tables:
            f.write(struct.pack(f"<{len(table)}Q", *table))
    print(", ".join(f"{len(t)} of {n}" for n, t in enumerate(tables, 1)), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
