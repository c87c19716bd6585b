"""Latin text of cards: names, labels, words, figures."""
from .common import PUNCTUATION, Words, figures, number, scatter

_LABELS = """Name|Last name|Date of Birth|Date of Issue|Date of Expiry|Identification Number|Thai National ID Card|Mr.|Mrs.|Miss|Master|
NRC No|Blood Type|Valid Up To|DRIVING LICENCE|No.|D.O.B|Union of Myanmar|KINGDOM OF CAMBODIA|Sex|Height|Nationality|LIFELONG|
Religion|Address|Place of Birth|Signature|Card No|Surname|Given names|Passport No.|Authority|Type|Country Code|Male|Female|
SPECIMEN|Road Transport Administration Department|Republic of the Union of Myanmar|Kingdom of Thailand|National Identity Card""".replace("\n", "").split("|")
_MONTHS = "Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sep. Oct. Nov. Dec.".split()
_ONSETS = "b c d f g h j k l m n p r s t v w y z kh ph th ch ng sr kr tr pr hl hm hn ky gy my ny sh br gr st sp wh qu x".split()
_NUCLEI = "a e i o u aa ai ao au ay ea ee ei eo ia ie oa oe oo ou ow ua ue ui uy y".split()
_CODAS = ["", "", "", "n", "ng", "m", "t", "k", "p", "r", "l", "s", "h", "y", "w", "th", "ck", "x", "f", "d"]


class Latin:
    grammar = 0.0

    def __init__(self, words, measuring):
        ascii_words = [w for w in words if w.isascii() and w.isalpha() and len(w) < 14]
        self.words = Words(ascii_words, measuring)

    def name(self, rng):
        return "".join(rng.choice(_ONSETS) + rng.choice(_NUCLEI) + rng.choice(_CODAS) for _ in range(rng.randint(1, 3)))

    def line(self, rng):
        r = rng.random()
        if r < 0.22:
            names = [self.name(rng) for _ in range(rng.randint(1, 4))]
            text = " ".join(names)
            text = text.upper() if rng.random() < 0.65 else text.title()
            return text.replace(" ", ", ", 1) if rng.random() < 0.15 else text
        if r < 0.3:
            return rng.choice(("Mr.", "Mrs.", "Miss", "Master", "U", "Daw", "Ko", "Ma")) + " " + self.name(rng).title()
        if r < 0.38:
            return f"{rng.randint(1, 31)} {rng.choice(_MONTHS)} {rng.randint(1920, 2060)}"
        if r < 0.52:
            return figures(rng)
        if r < 0.62:
            text = rng.choice(_LABELS)
            if rng.random() < 0.5:
                text += rng.choice((" ", ": ", " : ", "/")) + rng.choice((figures(rng), self.name(rng).title(), rng.choice("ABO"), "AB"))
            return text
        if r < 0.9:
            words = [self.words.pick(rng) for _ in range(rng.randint(1, 6))]
            if rng.random() < 0.3:
                words = [w.upper() for w in words]
            elif rng.random() < 0.4:
                words = [w.capitalize() for w in words]
            text = " ".join(words)
            if rng.random() < 0.3:
                text += rng.choice(".,:;!?")
            if rng.random() < 0.3:
                i = rng.randrange(len(text) + 1)
                text = text[:i] + rng.choice(PUNCTUATION) + text[i:]
            return text
        if r < 0.95:
            return scatter(rng, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + PUNCTUATION, 3, 12)
        return "".join(rng.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for _ in range(rng.randint(1, 3))) + number(rng, 4, 9)
