"""Khmer lines: words, a grammar of syllables, and the fields of the identity card."""
from .common import KHMER_DIGITS, Words, day_month_year, figures, native, number, scatter

_C = "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ"
_INDEPENDENT = "ឥឦឧឩឪឫឬឭឮឯឰឱឲឳ"
_VOWELS = ["ា", "ិ", "ី", "ឹ", "ឺ", "ុ", "ូ", "ួ", "ើ", "ឿ", "ៀ", "េ", "ែ", "ៃ", "ោ", "ៅ", "ុំ", "ំ", "ាំ", "ះ", "ុះ", "េះ", "ោះ", "ិះ", "ៈ"]
_LABELS = """គោត្តនាមនិងនាម៖|គោត្តនាម និងនាម៖|ថ្ងៃខែឆ្នាំកំណើត៖|ភេទ៖|កំពស់៖|កម្ពស់៖|ទីកន្លែងកំណើត៖|អាសយដ្ឋាន៖|សុពលភាព៖|ដល់ថ្ងៃ|ភិនភាគ៖|អត្តសញ្ញាណប័ណ្ណសញ្ជាតិខ្មែរ|
ព្រះរាជាណាចក្រកម្ពុជា|ជាតិ សាសនា ព្រះមហាក្សត្រ|ក្រសួងមហាផ្ទៃ|លេខ|សញ្ជាតិ|ជនជាតិ|ប្រុស|ស្រី|មុខរបរ|ហត្ថលេខា|ថ្ងៃចេញ|គោត្តនាម|នាម""".replace("\n", "").split("|")
_NAMES = """សុខ សៅ ចាន់ ច័ន្ទ ចាន់ដារា ឌី ឌារ៉ា ដារ៉ា ដារិទ្ធ សុវណ្ណ សុវណ្ណារ៉ា សុភាព សុភា សុភ័ក្ត្រ សុផល សុផាត សុជាតិ សុធា សុធារ៉ា សុមាលី សុរិយា សុគន្ធា សុខា សុខុម ស្រី ស្រីនាង ស្រីពៅ
ស្រីមុំ ស្រីលក្ខណ៍ សំណាង សម្បត្តិ សារ៉ាត់ សារឿន សាមុត សាវី សេង សេងហ៊ាង ស៊ុន ស៊ីម ស៊ឹម សូរ សោភា សោភ័ណ សោភ័ក្រ សៀន ហេង ហុង ហុក ហ៊ុន ហ៊ន ហ៊ាង ឡុង ឡេង លី លឹម លឹមហេង លាង លក្ខិណា លីណា លីដា លីហួរ ឡាយ
វណ្ណ វណ្ណា វណ្ណៈ វណ្ណដា វិចិត្រ វិចិត្រា វិសាល វិបុល វិជ្ជា វីរៈ វាសនា វាន់ វុទ្ធី រដ្ឋា រតនា រតនៈ រស្មី រិទ្ធី រិទ្ធ រំដួល រ៉ា រុន រឿន យឹម យុទ្ធ យាន យូ យ៉ន ម៉ៅ ម៉ី ម៉ារី មុន្នី មុនី មាស មាលា មករា មីនា មង្គល មនោ
មេត្តា ភក្តី ភារុណ ភារម្យ ភូមិ ពិសិដ្ឋ ពិសី ពិសាខ ពិរុណ ពេជ្រ ព្រំ ពៅ ពុទ្ធី ផល្លា ផល្លី ផានិត ផែង ប៊ុន ប៊ុនធឿន ប៊ុនរ៉ុង ប៊ុនលី បូរី បូរ៉ា បុប្ផា បុត្រ បញ្ញា ប្រាក់ បណ្ឌិត បារាំង នាង នាគ នារី នារ៉េត នីតា និមល
និរន្តរ៍ នួន ណាវី ណារិន ណារ៉ុង ណារិទ្ធ ណា ធារី ធារ៉ា ធីតា ធឿន ធំ ទេព ទេវី ទី ទូច ថា ថាវី ថុល ថៃ តារា តាំង តុលា តេង ឈន ឈុន ឈឿន ឈីវ ឈាង ជា ជាតា ជីវ័ន ជិន ជួន ជុំ ជ័យ ចិន ចិន្តា ចិត្រា ចរិយា ចន្ថា ចន្ធូ ចេង
ចំរើន ច្រឹក ខៀវ ខេមរា ខេម ខាន់ ឃុន គង់ គឹម គឹមលី គឹមហួរ គឹមសាន កែវ កុសល កញ្ញា កល្យាណ កក្កដា កុលាប កេសរ អ៊ុំ អ៊ូច អឿន អាន អាត់ អេង អៀង ឧត្តម ឧសភា ឡៅ ឌឿន ឌីណា ញ៉ាញ់ ញឹម ងួន ង៉ែត""".split()
"""Words that names are usually made of."""
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
        def part():
            r = rng.random()
            if r < 0.45:
                return rng.choice(_NAMES)
            return "".join(self.syllable(rng) for _ in range(rng.randint(1, 2))) if r < 0.45 + 0.9 * self.grammar else self.words.pick(rng)
        return " ".join(part() for _ in range(rng.randint(2, 3)))

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
