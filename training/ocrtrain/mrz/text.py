"""
Made-up rows of machine readable zones: every format of ICAO Doc 9303, the old French card, the Chinese permits, and rows of no format.

A sheet is ROWS rows of equal length as they might stand under each other; check digits are right. Names come from a grammar of
syllables, numbers from dice: no real person is in here.
"""
import random

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
ROWS = 4

_VALUES = {c: i for i, c in enumerate(ALPHABET)} | {"<": 0}
_DIGITS, _LETTERS = ALPHABET[:10], ALPHABET[10:36]
_STATES = """AFG ALB DZA AND AGO ARG ARM AUS AUT AZE BGD BRB BLR BEL BEN BTN BOL BIH BWA BRA BRN BGR KHM CMR CAN CHL CHN COL CRI HRV CUB CYP CZE DNK DOM ECU
EGY SLV EST ETH FJI FIN FRA GEO D<< GHA GRC GTM HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KOR KWT LAO LVA LBN LTU LUX MDG MYS MLT
MEX MDA MCO MNG MAR MMR NPL NLD NZL NIC NGA NOR OMN PAK PAN PRY PER PHL POL PRT QAT ROU RUS SAU SRB SGP SVK SVN ZAF ESP LKA SWE CHE SYR TWN TZA THA TUN
TUR UKR ARE GBR USA URY UZB VEN VNM YEM ZMB ZWE UTO XXA UNO EUE RKS GBD MAC HKG""".split()
_ONSETS = "B C D F G H J K L M N P R S T V W Z CH SH TH PH KR ST TR BR GR KL X Y Q ZH NG KH DZ".split() + [""] * 4
_VOWELS = "A E I O U A E I O A AI EI OU IA UE Y OO AU".split()
_CODAS = ["", "", "", "N", "R", "S", "L", "NG", "M", "T", "K", "CK", "SKI", "NN", "X", "TZ", "V", "H", "LL"]


def check_digit(text):
    return str(sum(_VALUES[c] * (7, 3, 1)[i % 3] for i, c in enumerate(text)) % 10)


def _word(rng):
    return "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS) for _ in range(rng.choice((1, 2, 2, 3))))


def _names(rng, length):
    surname = "<".join(_word(rng) for _ in range(rng.choice((1, 1, 1, 2))))
    given = "<".join(_word(rng) for _ in range(rng.choice((0, 1, 1, 1, 2, 2, 3))))
    return (surname + ("<<" + given if given else "")).ljust(length, "<")[:length]


def _any(rng, characters, length):
    return "".join(rng.choices(characters, k=length))


def _date(rng):
    return f"{rng.randrange(100):02}{rng.randint(1, 12):02}{rng.randint(1, 31):02}"


def _number(rng, length=9):
    letters = rng.choice((0, 0, 1, 2, 2, 3, length))
    text = _any(rng, _LETTERS, letters) + _any(rng, _DIGITS, length - letters) if letters < length else _any(rng, ALPHABET[:36], length)
    return (text[:rng.randint(6, length)] if rng.random() < 0.3 else text).ljust(length, "<")


def _optional(rng, length):
    kind = rng.random()
    if kind < 0.4:
        return "<" * length
    text = _any(rng, _DIGITS if kind < 0.75 else ALPHABET[:36], rng.randint(1, length))
    return text.ljust(length, "<")


def _checked(text):
    return text + check_digit(text)


def _code(rng, first):
    return rng.choice(first) + rng.choice("<<<<<DSNPRMABOC")


def _sex(rng):
    return rng.choice("MMMFFF<X")


def _td3(rng):
    state = rng.choice(_STATES)
    number, birth, expiry = _checked(_number(rng)), _checked(_date(rng)), _checked(_date(rng))
    optional = _optional(rng, 14)
    optional += "<" if optional.strip("<") == "" and rng.random() < 0.7 else check_digit(optional)
    lower = number + rng.choice((state, rng.choice(_STATES))) + birth + _sex(rng) + expiry + optional
    return [_code(rng, "P") + state + _names(rng, 39), lower + check_digit(number + birth + expiry + optional)]


def _two(length, first, composite):
    def rows(rng):
        state = rng.choice(_STATES)
        number, birth, expiry = _checked(_number(rng)), _checked(_date(rng)), _checked(_date(rng))
        optional = _optional(rng, length - 28 - composite)
        lower = number + rng.choice(_STATES) + birth + _sex(rng) + expiry + optional
        return [_code(rng, first) + state + _names(rng, length - 5), lower + (check_digit(number + birth + expiry + optional) if composite else "")]
    return rows


def _td1(rng):
    number, birth, expiry, first, second = _checked(_number(rng)), _checked(_date(rng)), _checked(_date(rng)), _optional(rng, 15), _optional(rng, 11)
    middle = birth + _sex(rng) + expiry + rng.choice(_STATES) + second
    return [_code(rng, "IAC") + rng.choice(_STATES) + number + first, middle + check_digit(number + first + birth + expiry + second), _names(rng, 30)]


def _french(rng):
    number = _any(rng, _DIGITS, 4) + rng.choice(_DIGITS + "AB") + _any(rng, _DIGITS, 7)
    lower = _checked(number) + _names(rng, 14) + _checked(_date(rng)) + rng.choice("MF")
    upper = "IDFRA" + _names(rng, 25) + _any(rng, _DIGITS, 6)
    return [upper, lower + check_digit(upper + lower)]


def _permit(rng):
    """One row of 30: travel permits for Hong Kong and Macao, and for Taiwan."""
    number = "C" + rng.choice(_LETTERS + _DIGITS) + _any(rng, _DIGITS, 7) if rng.random() < 0.6 else rng.choice(_LETTERS) + _any(rng, _DIGITS, 8)
    parts = [_checked(number), _checked(_date(rng)), _checked(_date(rng))]
    return [rng.choice(("CS", "CS", "CD")) + "<".join(parts) + "<" + check_digit("".join(parts))]


def _mainland(rng):
    """Three rows of 30: permits of residents of Hong Kong, Macao and Taiwan."""
    number = _checked(rng.choice("HM") + _any(rng, _DIGITS, 8) if rng.random() < 0.6 else _any(rng, _DIGITS, 8) + "<")
    upper = rng.choice(("CR", "CT", "CF")) + number + _checked(_any(rng, _DIGITS, 2)) + _checked(_date(rng)) + rng.choice("MF") + _checked(_date(rng))
    names = "".join(_any(rng, "ABCDEFGHIJKLMNOP", 4) for _ in range(rng.randint(2, 4))).ljust(18, "<")
    identity = (rng.choice(_LETTERS) + _any(rng, _DIGITS, rng.choice((7, 9)))).ljust(10, "<")
    middle = names + rng.choice(_DIGITS) + identity
    return [upper, middle + check_digit(upper[2:] + identity), _names(rng, rng.choice((27, 30))).ljust(30, "<")]


def _noise(rng, length):
    """Rows of no format, so that the reader learns letters and not documents; runs of fillers of any length."""
    text = ""
    while len(text) < length:
        kind = rng.random()
        if kind < 0.25:
            text += "<" * rng.choice((1, 1, 2, 3, 5, 9, 16))
        elif kind < 0.35:
            text += rng.choice(ALPHABET) * rng.choice((2, 3))
        else:
            text += _any(rng, rng.choice((ALPHABET, ALPHABET[:36], _LETTERS, _DIGITS, "0O0OQD", "I1LJT7", "8B3S5", "Z2K<X", "<KCSLEX")), rng.randint(1, 12))
    return text[:length]


_FORMATS = [(_td3, 5), (_two(44, "V", 0), 1), (_two(36, "IAC", 1), 2), (_two(36, "V", 0), 1), (_french, 1), (_td1, 6), (_permit, 3), (_mainland, 2)]


class Texts:
    """An endless source of sheets; when one measures, of rows that documents have and no others."""

    def __init__(self, seed, measuring=False):
        self._rng, self._measuring = random.Random(seed), measuring

    def length(self):
        """A length of rows that a batch shares."""
        return self._rng.choice((30, 30, 30, 36, 44, 44, 44, self._rng.randint(6, 46)))

    def sheet(self, length):
        """ROWS rows of a length."""
        rng, rows = self._rng, []
        formats = [(f, w) for f, w in _FORMATS if _LENGTHS[f] == length]
        while len(rows) < ROWS:
            if not formats or not self._measuring and rng.random() < 0.3:
                rows.append(_noise(rng, length))
            else:
                rows += rng.choices([f for f, _ in formats], [w for _, w in formats])[0](rng)
        return rows[:ROWS] if self._measuring else [self._spoilt(row) for row in rows[:ROWS]]

    def document(self):
        """
        The rows of one document, of a format whose rows are made up as strictly as the service reads them: no permit, and no code that
        begins with C, which of three rows would be one.
        """
        strict = [(f, w) for f, w in _FORMATS if f not in (_permit, _mainland)]
        rows = ["C"]
        while rows[0][0] == "C":
            rows = self._rng.choices([f for f, _ in strict], [w for _, w in strict])[0](self._rng)
        return rows

    def _spoilt(self, row):
        """Now and then a character that the format would not let one expect."""
        rng = self._rng
        if rng.random() < 0.7:
            return row
        return "".join(rng.choice(ALPHABET) if rng.random() < 0.1 else c for c in row)


_LENGTHS = {f: len(f(random.Random(0))[0]) for f, _ in _FORMATS}
