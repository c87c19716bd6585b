"""Khmer lines: words, a grammar of syllables, and the fields of the identity card."""
from .common import KHMER_DIGITS, Words, day_month_year, figures, native, number, scatter

_C = "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ"
_INDEPENDENT = "ឥឦឧឩឪឫឬឭឮឯឰឱឲឳ"
_VOWELS = ["ា", "ិ", "ី", "ឹ", "ឺ", "ុ", "ូ", "ួ", "ើ", "ឿ", "ៀ", "េ", "ែ", "ៃ", "ោ", "ៅ", "ុំ", "ំ", "ាំ", "ះ", "ុះ", "េះ", "ោះ", "ិះ", "ៈ"]
_LABELS = """គោត្តនាមនិងនាម៖|គោត្តនាម និងនាម៖|ថ្ងៃខែឆ្នាំកំណើត៖|ភេទ៖|កំពស់៖|កម្ពស់៖|ទីកន្លែងកំណើត៖|អាសយដ្ឋាន៖|សុពលភាព៖|ដល់ថ្ងៃ|ភិនភាគ៖|អត្តសញ្ញាណប័ណ្ណសញ្ជាតិខ្មែរ|
ព្រះរាជាណាចក្រកម្ពុជា|ជាតិ សាសនា ព្រះមហាក្សត្រ|ក្រសួងមហាផ្ទៃ|លេខ|សញ្ជាតិ|ជនជាតិ|ប្រុស|ស្រី|មុខរបរ|ហត្ថលេខា|ថ្ងៃចេញ|គោត្តនាម|នាម""".replace("\n", "").split("|")
_UNITS = "ផ្ទះ ផ្លូវ ក្រុម ភូមិ ឃុំ សង្កាត់ ស្រុក ខណ្ឌ ក្រុង ខេត្ត រាជធានី ផ្ទះលេខ ផ្លូវលេខ ក្រុមទី".split()
_MARKS = "ប្រជ្រុយ សំណាម ស្លាកស្នាម ខាងឆ្វេង ខាងស្ដាំ ខាងស្តាំ ចិញ្ចើម លើ ចំ. ស.ម ក្រោម មុខ ថ្ងាស ថ្ពាល់ ច្រមុះ បបូរមាត់ ចង្កា ភ្នែក ដៃ កន្ទុយចិញ្ចើម ត្រចៀក ក".split()
_PROVINCES = """បន្ទាយមានជ័យ បាត់ដំបង កំពង់ចាម កំពង់ឆ្នាំង កំពង់ស្ពឺ កំពង់ធំ កំពត កណ្ដាល កោះកុង ក្រចេះ មណ្ឌលគិរី ភ្នំពេញ រាជធានីភ្នំពេញ ព្រះវិហារ ព្រៃវែង ពោធិ៍សាត់ រតនគិរី សៀមរាប
ព្រះសីហនុ ស្ទឹងត្រែង ស្វាយរៀង តាកែវ ឧត្ដរមានជ័យ កែប ប៉ៃលិន ត្បូងឃ្មុំ""".split()


class Khmer:
    digits = KHMER_DIGITS
    grammar = 0.3
    """Share of words that are made of any legal syllables instead of taken from the list."""

    def __init__(self, words, measuring):
        self.words = Words([w for w in words if len(w) > 1 and all("\u1780" <= c < "\u17E0" for c in w) and w[0] < "\u17B4"], measuring)

    def syllable(self, rng):
        r = rng.random()
        if r < 0.05:
            return rng.choice(_INDEPENDENT) + (rng.choice(_C) if rng.random() < 0.5 else "")
        text = rng.choice(_C)
        if rng.random() < 0.06:
            text += rng.choice("៉៊")
        subscripts = rng.random()
        if subscripts < 0.42:
            text += "្" + rng.choice(_C)
            if subscripts < 0.05:
                text += "្" + rng.choice("រយវលមន")
        if rng.random() < 0.75:
            text += rng.choice(_VOWELS)
        if rng.random() < 0.5 and text[-1] not in "ះៈ":
            text += rng.choice(_C)
            sign = rng.random()
            if sign < 0.2:
                text += "់"
            elif sign < 0.26:
                text += rng.choice(("៍", "៌", "័" + rng.choice(_C), "៏", "៎", "្" + rng.choice(_C)))
        return text

    def word(self, rng):
        if rng.random() >= self.grammar:
            return self.words.pick(rng)
        return "".join(self.syllable(rng) for _ in range(rng.randint(1, 3)))

    def name(self, rng):
        return " ".join(self.words.pick(rng) if rng.random() >= 1.7 * self.grammar else "".join(self.syllable(rng) for _ in range(rng.randint(1, 2)))
                        for _ in range(rng.randint(2, 3)))

    def date(self, rng):
        return native(day_month_year(rng, rng.choice("....-/"), True), KHMER_DIGITS if rng.random() < 0.85 else "0123456789")

    def address(self, rng):
        parts = []
        for _ in range(rng.randint(1, 4)):
            unit = rng.choice(_UNITS)
            parts.append(unit + (native(number(rng, 1, 4), KHMER_DIGITS) if rng.random() < 0.3 else self.word(rng)))
        if rng.random() < 0.6:
            parts.append(rng.choice(_PROVINCES))
        return " ".join(parts)

    def mark(self, rng):
        return "".join(rng.choice((*_MARKS, " ", native(number(rng, 1, 1), KHMER_DIGITS), self.word(rng))) for _ in range(rng.randint(2, 6)))

    def line(self, rng):
        r = rng.random()
        if r < 0.16:
            return self.name(rng)
        if r < 0.34:
            return self.address(rng)
        if r < 0.42:
            text = self.date(rng)
            return text + rng.choice(("ដល់ថ្ងៃ", " ដល់ថ្ងៃ ", " ដល់ថ្ងៃ")) + self.date(rng) if rng.random() < 0.3 else text
        if r < 0.54:
            label = rng.choice(_LABELS)
            value = rng.choice((self.name, self.date, self.address, self.mark, lambda g: native(number(g, 2, 3), KHMER_DIGITS) + " ស.ម"))
            return label if rng.random() < 0.35 else label + rng.choice(("", " ", " ")) + value(rng)
        if r < 0.59:
            return self.mark(rng)
        if r < 0.91:
            words = [self.word(rng) for _ in range(rng.randint(1, 5))]
            return (" " if rng.random() < 0.25 else "").join(words) + (rng.choice(("", "។", "៖", "ៗ", "៕")) if rng.random() < 0.15 else "")
        if r < 0.95:
            return native(figures(rng), KHMER_DIGITS)
        return scatter(rng, _C + _INDEPENDENT + KHMER_DIGITS + "៛៚។៕៖ៗ៛៚ឩឨ៑", 2, 7)
