"""What the text sources share: digits, dates, numbers, word lists split into a training and a held-out part."""
import zlib

THAI_DIGITS, KHMER_DIGITS, BURMESE_DIGITS = "๐๑๒๓๔๕๖๗๘๙", "០១២៣៤៥៦៧៨៩", "၀၁၂၃၄၅၆၇၈၉"
PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"


def native(text, digits):
    return text.translate({48 + i: d for i, d in enumerate(digits)})


def number(rng, low, high):
    return "".join(rng.choice("0123456789") for _ in range(rng.randint(low, high)))


def held_out(word):
    """One word in twelve is kept for the measurement."""
    return zlib.crc32(word.encode()) % 12 == 0


class Words:
    """A word list of which one side, training or held-out, is used."""

    def __init__(self, words, measuring):
        self._words = [w for w in words if held_out(w) == measuring]
        # Rare letters stand in few words: an index by letter lets every letter come up.
        self._by_letter = {}
        for i, w in enumerate(self._words):
            for c in set(w):
                self._by_letter.setdefault(c, []).append(i)
        self._letters = sorted(self._by_letter)

    def pick(self, rng):
        if rng.random() < 0.25:
            return self._words[rng.choice(self._by_letter[rng.choice(self._letters)])]
        return rng.choice(self._words)


def day_month_year(rng, separator, padded, first=1900, last=2060):
    d, m, y = rng.randint(1, 31), rng.randint(1, 12), rng.randint(first, last)
    return f"{d:02d}{separator}{m:02d}{separator}{y}" if padded else f"{d}{separator}{m}{separator}{y}"


def figures(rng):
    """Numbers as cards print them, in Arabic digits."""
    kind = rng.randrange(16)
    n = lambda low, high=None: number(rng, low, high or low)
    letters = lambda k: "".join(rng.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for _ in range(k))
    return [
        lambda: f"{n(1)} {n(4)} {n(5)} {n(2)} {n(1)}",
        lambda: f"{n(4)}-{n(2)}-{n(8)}",
        lambda: f"{letters(2)}{n(1)}-{n(7)}-{n(2)}",
        lambda: day_month_year(rng, rng.choice(".-/ "), rng.random() < 0.6),
        lambda: f"{n(9)}" + (f" ({n(2)})" if rng.random() < 0.3 else ""),
        lambda: f"{letters(rng.randint(1, 2))}{n(6)}({rng.choice('0123456789A')})",
        lambda: f"{letters(1)}/{n(5)}/{n(2)}",
        lambda: f"{n(1, 3)}/{n(1, 3)}",
        lambda: f"{n(4)}.{n(2)}.{n(2)}-{n(4)}.{n(2)}.{n(2)}",
        lambda: n(1, 13),
        lambda: f"{n(2)}.{n(3)}.{n(3)}-{rng.choice('0123456789K')}",
        lambda: f"{rng.randint(1, 14)}/{letters(rng.choice((3, 6, 6, 6, 7)))}({rng.choice('NEPTYS')}){n(6)}",
        lambda: f"+{n(2)} {n(2, 3)} {n(3, 4)} {n(3, 4)}",
        lambda: f"{rng.randint(4, 6)}'{rng.randint(0, 11)}\"",
        lambda: f"{rng.randint(120, 199)} cm",
        lambda: " ".join(n(4) for _ in range(rng.randint(1, 4))),
    ][kind]()


def scatter(rng, symbols, low=2, high=10):
    """A bag of symbols, for those that hardly occur in words."""
    return "".join(rng.choice(symbols) for _ in range(rng.randint(low, high)))
