"""Line accuracy and character error rate, by group."""


def distance(a, b):
    """Levenshtein distance."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


class Score:
    def __init__(self):
        self._groups = {}

    def add(self, group, truth, reading):
        lines, exact, errors, characters = self._groups.get(group, (0, 0, 0, 0))
        self._groups[group] = lines + 1, exact + (truth == reading), errors + distance(truth, reading), characters + len(truth)

    def rows(self):
        """Group, lines, share of exact lines, character error rate."""
        return [(g, n, e / n, d / c) for g, (n, e, d, c) in sorted(self._groups.items())]

    def table(self):
        return "; ".join(f"{g}: {n} lines, exact {e:.1%}, CER {c:.2%}" for g, n, e, c in self.rows())
