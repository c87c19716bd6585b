"""The readers of lines that are trained here: what each knows, what its lines are of, how large it is."""
from .alphabet import LATIN_SYMBOLS, SCRIPT_SYMBOLS, Alphabet
from .net import LineReader

_NETWORK = {"widths": (32, 64, 96, 160), "blocks": (1, 2, 1), "features": 192, "hidden": 128, "emissions": 2}


class Reader:
    """
    name: of its files; shares: how often its lines are of which script (a text source and a set of fonts); loosest: usual widest margin above and
    below a line, in heights of its ink. Lines of scripts are cut close around their ink, Latin ones as the detector frames them.
    """

    def __init__(self, name, symbols, shares, loosest):
        self.name, self.alphabet, self.shares, self.loosest = name, Alphabet(symbols), shares, loosest

    def network(self):
        return LineReader(len(self.alphabet), **_NETWORK)


READERS = {r.name: r for r in (
    Reader("scripts", SCRIPT_SYMBOLS, {"thai": 0.2, "khmer": 0.33, "burmese": 0.37, "latin": 0.1}, 0.16),
    Reader("latin", LATIN_SYMBOLS, {"western": 1.0}, 0.4))}
