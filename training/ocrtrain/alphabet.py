"""Symbols of the readers, storage order of the scripts, and the way from text to class numbers and back."""
import re
import unicodedata

ASCII = [chr(c) for c in range(0x21, 0x7F)]
COENG, VIRAMA = "\u17D2", "\u1039"
KHMER_CONSONANTS = [chr(c) for c in range(0x1780, 0x17A3)]
BURMESE_CONSONANTS = [chr(c) for c in range(0x1000, 0x1022)]

# Letters that modern Khmer lacks and that have no subscript; letters that stand below another one in Burmese.
_OLD_KHMER = "\u179D\u179E"
_STACKED = "ကခဂဃစဆဇဈဉညဋဌဍဎဏတထဒဓနပဖဗဘမလသဟ"

# A subscript is one symbol of two code points: it is one shape, and CTC needs a frame for every symbol.
SCRIPT_SYMBOLS = (
    ASCII
    + [chr(c) for c in (*range(0x0E01, 0x0E3A), *range(0x0E3F, 0x0E5A))]
    + [c for c in KHMER_CONSONANTS if c not in _OLD_KHMER] + [chr(c) for c in (*range(0x17A5, 0x17B4), *range(0x17B6, 0x17D2), 0x17D4, 0x17D5, 0x17D6, 0x17D7, 0x17DA, 0x17DB,
                                           *range(0x17E0, 0x17EA))]
    + [COENG + c for c in KHMER_CONSONANTS if c not in _OLD_KHMER]
    + BURMESE_CONSONANTS + [chr(c) for c in (*range(0x1023, 0x1028), 0x1029, 0x102A, *range(0x102B, 0x1033), *range(0x1036, 0x1039),
                                             *range(0x103A, 0x1050))]
    + [VIRAMA + c for c in _STACKED]
)

def _latin_letters():
    """Letters of Latin-1, Latin Extended-A, the Romanian comma letters, and those of Vietnamese."""
    codes = (*range(0xC0, 0x180), 0x18F, 0x1A0, 0x1A1, 0x1AF, 0x1B0, *range(0x218, 0x21C), 0x259, 0x1E9E, *range(0x1EA0, 0x1EFA))
    # A long s, kra, digraphs of one code point and letters with an apostrophe are in nobody's documents.
    return [chr(c) for c in codes if c not in (0x132, 0x133, 0x138, 0x13F, 0x140, 0x149, 0x17F)]


LATIN_SYMBOLS = ASCII + _latin_letters() + list("¡¢£¥§©ª«®°±²³µ·¹º»¼½¾¿‘’‚“”„†•–—…‹›€₫№™′″")

_KHMER_ORDER = {"\u17C9": 1, "\u17CA": 1, "\u17CC": 1}
_KHMER_CLUSTER = re.compile("[\u1780-\u17B3](?:\u17D2[\u1780-\u17B3]|[\u17B6-\u17D1\u17DD])+")
_KHMER_PARTS = re.compile("\u17D2?.", re.S)
_INVISIBLE = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD])


def _khmer_weight(part):
    if part[0] == COENG:
        return 3 if part[1] == "\u179A" else 2
    if part in _KHMER_ORDER:
        return 1
    return 4 if part <= "\u17C5" else 5


def _khmer_cluster(match):
    text = match.group()
    return text[0] + "".join(sorted(_KHMER_PARTS.findall(text[1:]), key=_khmer_weight))


def normalize(text):
    """
    NFC, no invisible characters, Khmer marks in the order base, shifter, subscripts (ro last), vowel, signs; Thai SARA AM as one
    code point. Burmese follows NFC: dot below before asat.
    """
    text = unicodedata.normalize("NFC", text.translate(_INVISIBLE)).replace("\u0E4D\u0E32", "\u0E33")
    text = text.replace("\u17C1\u17B8", "\u17BE").replace("\u17C1\u17B6", "\u17C4")
    text = _KHMER_CLUSTER.sub(_khmer_cluster, text)
    return re.sub(" +", " ", text).strip()


_DOUBLED = re.compile("([\u0E31\u0E34-\u0E3A\u0E47-\u0E4E\u17B6-\u17D1\u102B-\u1032\u1036-\u1038\u103A-\u103E])\\1+")


def tidy(reading):
    """A reading without doubled marks: no mark stands twice on a letter, but CTC sometimes gives a wide one two times."""
    return _DOUBLED.sub(r"\1", reading)


class Alphabet:
    """Class 0 is the blank, then the symbols in their order, last the space."""

    def __init__(self, symbols):
        self.symbols = list(symbols)
        self._classes = {s: i + 1 for i, s in enumerate(self.symbols)}
        self._classes[" "] = len(self.symbols) + 1
        self._texts = ["", *self.symbols, " "]

    def __len__(self):
        return len(self._texts)

    def encode(self, text):
        """Class numbers of a text; None when a character is not in the alphabet."""
        classes, i = [], 0
        while i < len(text):
            step = 2 if text[i] in (COENG, VIRAMA) else 1
            c = self._classes.get(text[i:i + step])
            if c is None:
                return None
            classes.append(c)
            i += step
        return classes

    def decode(self, frames):
        """Text of the likeliest class of every frame: repeats collapse, blanks vanish."""
        out, last = [], 0
        for c in frames:
            if c != last and c != 0:
                out.append(self._texts[c])
            last = c
        return "".join(out)

    def metadata(self):
        """The dictionary as it travels in the model: one symbol a line; the reader adds the space itself."""
        return "\n".join(self.symbols) + "\n"
