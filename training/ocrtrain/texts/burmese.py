"""Burmese lines: words, a grammar of syllables, and the fields of identity card and driving licence."""
import re

from .common import BURMESE_DIGITS, Words, day_month_year, figures, native, number, scatter

_C = "ကခဂဃငစဆဇဈဉညဋဌဍဎဏတထဒဓနပဖဗဘမယရလဝသဟဠအ"
_COMMON = "ကခဂငစဆဇညတထဒဓနပဖဗဘမယရလဝသဟအ"
_INDEPENDENT = ["ဣ", "ဤ", "ဥ", "ဦ", "ဧ", "ဩ", "ဪ", "ဿ", "၌", "၍", "၎င်း", "၏", "ဥပ", "ဦး"]
_MEDIALS = ["ျ", "ြ", "ွ", "ှ", "ျွ", "ြွ", "ွှ", "ျှ", "ြှ"]
_OPEN = ["", "ာ", "ာ့", "ား", "ိ", "ီ", "ီး", "ု", "ူ", "ူး", "ေ", "ေ့", "ေး", "ဲ", "ဲ့", "ော", "ော့", "ော်", "ံ", "ံ့", "ို", "ို့", "ိုး", "ုံ", "ုံး", "ုံ့", "ိံ", "ယ်", "ယ့်"]
_CLOSED = ["က်", "ောက်", "ိုက်", "င်", "င်း", "င့်", "ောင်", "ောင်း", "ိုင်", "ိုင်း", "ိုင့်", "စ်", "ည်", "ည်း", "ည့်", "ဉ်", "ဉ်း", "တ်", "ိတ်", "ုတ်", "န်", "န်း", "န့်", "ိန်", "ိန်း", "ုန်",
           "ုန်း", "ပ်", "ိပ်", "ုပ်", "မ်", "မ်း", "ိမ်", "ိမ်း", "ုမ်", "ဏ်", "ဂ်", "ဒ်", "လ်", "သ်", "ရ်", "ဇ်", "ဓ်", "ဗ်", "ယ်"]
_ROWS = ["ကခဂဃ", "စဆဇဈဉ", "ဋဌဍဎဏ", "တထဒဓန", "ပဖဗဘမ"]
_STACKS = [(a, b) for row in _ROWS for a in row for b in row] + [("လ", "လ"), ("သ", "သ"), ("သ", "မ"), ("ည", "စ"), ("ည", "ဇ"), ("ဏ", "ဋ"), ("န", "တ"), ("မ", "ဘ"), ("ဉ", "ဉ"), ("ည", "ည"), ("က", "က"), ("ဟ", "မ"), ("ဌ", "ဌ"), ("ဏ", "ဍ")]
_LEGAL_STACKS = {a + "\u1039" + b for a, b in _STACKS}
_LABELS = """နိုင်ငံသားစိစစ်ရေးကတ်ပြား|ပြည်ထောင်စုသမ္မတမြန်မာနိုင်ငံတော်|အမှတ်|ရက်စွဲ|နေ့စွဲ|အမည်|အဘအမည်|မွေးသက္ကရာဇ်|လူမျိုး/ဘာသာ|လူမျိုးနှင့်ကိုးကွယ်သည့်ဘာသာ|အရပ်|သွေးအုပ်စု|
ထင်ရှားသည့်အမှတ်အသား|အလုပ်အကိုင်|နေရပ်လိပ်စာ|ထိုးမြဲလက်မှတ်|လက်ဝဲလက်မ|ထုတ်ပေးသူ|စာအမှတ်|ယာဉ်မောင်းလိုင်စင်|မှတ်ပုံတင်အမှတ်|သွေးအမျိုးအစား|ကုန်ဆုံးရက်|
သက်တမ်းကုန်ဆုံးမည့်နေ့|ကျောင်းသား|ကျောင်းသူ|မှီခို|ကုန်သည်|လုပ်သား|ဝန်ထမ်း|လယ်သမား|ကုန်းလမ်းပို့ဆောင်ရေးညွှန်ကြားမှုဦးစီးဌာန|လူဝင်မှုကြီးကြပ်ရေး""".replace("\n", "").split("|")
_CLASSES = ["နိုင်", "ဧည့်", "ပြု", "သာသနာ", "ယာယီ", "စ"]
_NAMES = """ကလျာ ကေ ကေသီ ကောင်း ကံ ကျင် ကျည် ကျောက် ကျော် ကြည် ကြယ် ကြာ ကြိုင် ကြီး ကြူ ကြော့ ခ ခက် ခင် ခန့် ခမ်း ခိုင် ခေတ် ခေမာ ချစ် ချမ်း ချို ချော ခြည် ခွင့်
ခွန် ဂုဏ် ဂျာ ဂျူး ငယ် ငြိမ့် ငြိမ် ငြိမ်း ငွေ စကား စစ် စည် စည်သူ စန္ဒာ စန္ဒီ စန်း စပယ် စိန် စိမ်း စိုင်း စိုး စု စုံ စေ စော စံ စံပယ် စွမ်း ဆင့် ဆင်
ဆန်း ဆိုင် ဆီ ဆု ဆုမွန် ဆောင်း ဆွေ ဆွေဆွေ ဇင် ဇင်မာ ဇာ ဇာခြည် ဇာနည် ဇိုး ဇူး ဇေ ဇေယျ ဇေယျာ ဇော် ဇွန် ဇွဲ ဉာဏ် ညိမ်း ညို ညီ ညွန့် ညွှန့် ညှင်း ဌေး တင်
တန် တာ တိုင်း တိုး တုတ် တူး တေ တေဇာ တောင် ထက် ထင် ထား ထိန် ထိပ် ထိုက် ထူး ထွဋ် ထွတ် ထွန်း ထွေး ထွေးထွေး ဒင် ဒါလီ ဒိုး ဒေဝီ ဓန ဓာတ် နဒီ နန္ဒ နန္ဒာ
နန္ဒီ နန် နမ် နယ် နိုင် နီ နီနီ နီလာ နု နေ နောင် နောင်နောင် နွယ် နွေး နှင်း နှင်းဆီ နှစ် ပ ပန်း ပပ ပို ပိုင် ပိုး ပုလဲ ပုံ ပေါက် ပေါ် ပြည့် ပြည်
ပြိုင် ပြုံး ပြေ ပွင့် ဖိုး ဖုန်း ဖုန်းမြင့် ဖူး ဖေ ဖြည့် ဖြို ဖြိုး ဖြူ ဖြူဖြူ ဖွေး ဗညား ဗန်း ဗလ ဗို ဗိုလ် ဘ ဘို ဘိုဘို ဘုန်း ဘေ ဘွား ဘွဲ့ မင် မင်း
မင်္ဂလာ မဉ္ဇူ မဟာ မာ မာမာ မာလာ မိ မို မိုရာ မို့ မိုး မီ မုံ မူ မေ မေတ္တာ မော် မျိုး မြ မြင့် မြင် မြတ် မြန် မြဝတီ မြသွေး မြိုင် မွန် မွေး မှုံ မှူး
ယဉ် ယမင်း ယမုံ ယာ ယု ယူ ယော ယွန်း ယွန်းယွန်း ရင့် ရင် ရည် ရတနာ ရန် ရာ ရာဇ ရာဇာ ရိပ် ရီ ရူ ရူပါ ရောင် ရဲ ရဲရင့် ရွက် ရွှန်း ရွှေ ရွှေရည် ရှင် ရှမ်း
ရှိန် ရှိန်း လင် လင်း လတ် လပြည့် လပြည့်ဝန်း လမင်း လဝန်း လီ လု လုံ လုံး လူ လေ လေး လဲ့ လျှံ လွင် လွန်း လှ လှလှ လှိုင် ဝ ဝင့် ဝင့်ဝါ ဝင်း ဝဏ္ဏ ဝတ် ဝတ်ရည်
ဝန်း ဝါ ဝိုင်း ဝိုင်းဝိုင်း ဝေ ဝေယံ သက် သင့် သင်း သင်္ဂါ သစ္စာ သစ် သဇင် သန့် သန္တ သန္တာ သန္တာရီ သန် သန်း သဘာ သာ သာယာ သိင်္ဂီ သိန်း သိမ်း သို သိုက်
သီတာ သီဒါ သီရိ သီဟ သုခ သုတ သုံး သူ သူဇာ သူရ သောင်း သော် သော်တာ သဲ သဲသဲ သံ သွင် သွယ် သွေး သွေးသွေး ဟက် ဟင်္သာ ဟန် ဟိန် ဟိန်း ဟိုင်း ဟုန် ဟေ ဟေမန် ဟေမာ
ဟော အင်ကြင်း အမရာ အမီ အာ အာကာ အာဏာ အား အိ အိန္ဒြာ အိန္ဒြေ အိမ် အိသဲ အုန်း အုပ် အေ အောင် အောင်မြင် အေး အဲ အံ ဣန္ဒြာ ဥက္ကဋ္ဌ ဥက္ကာ ဥမ္မာ ဦး ဦးမြင့် ဧ
ဧကရီ ဧမြင့် ဩဘာ""".split()
"""Syllables and words that personal names are usually made of."""
_TITLES = ["ဦး", "ဒေါ်", "မောင်", "မ", "ကို"]
_PEOPLES = "ဗမာ ကရင် ကချင် ကယား ချင်း မွန် ရခိုင် ရှမ်း ပအိုဝ်း တရုတ် အိန္ဒိယ".split()
_RELIGIONS = "ဗုဒ္ဓ ခရစ်ယာန် အစ္စလာမ် ဟိန္ဒူ နတ်".split()
_BLOOD = ["A", "B", "AB", "O", "A+", "O+", "အေ", "ဘီ", "အေဘီ", "အို"]
_PLACES = ["ရန်ကုန်", "မန္တလေး", "နေပြည်တော်", "ပဲခူး", "မကွေး", "စစ်ကိုင်း", "ကချင်", "ကယား", "ကရင်", "ချင်း", "မွန်", "ရခိုင်", "ရှမ်း", "ဧရာဝတီ", "တနသာရီ"]
_UNITS = ["လမ်း", "ရပ်ကွက်", "မြို့နယ်", "မြို့", "ရွာ", "ကျေးရွာ", "တိုင်းဒေသကြီး", "ပြည်နယ်", "ခရိုင်"]
_SYLLABLES = re.compile(
    "(?:(?:\u1004\u103A\u1039)?[\u1000-\u1021\u1023-\u1027\u1029\u102A\u103F\u104C-\u104F](?:\u1039[\u1000-\u1021])?\u103B?\u103C?\u103D?\u103E?\u1031?[\u102D\u102E\u1032]?"
    "[\u102F\u1030]?[\u102B\u102C]?\u1036?\u1037?\u103A?\u1038?)+")
_TALL = "ခဂငဒပဝ"


def is_unicode(word):
    """Syllables in Unicode order with stacks that Pali knows: tells Unicode words from words in the older Zawgyi code."""
    if not _SYLLABLES.fullmatch(word):
        return False
    return all(word[i - 1:i + 2] in _LEGAL_STACKS or word[i - 2:i] == "\u1004\u103A" for i in range(len(word)) if word[i] == "\u1039")


class Burmese:
    digits = BURMESE_DIGITS
    grammar = 0.3
    """Share of words that are made of any legal syllables instead of taken from the list."""

    def __init__(self, words, townships, measuring):
        self.words = Words([w for w in words if 1 < len(w) < 22 and is_unicode(w)], measuring)
        self.townships = townships

    def syllable(self, rng):
        r = rng.random()
        if r < 0.05:
            return rng.choice(_INDEPENDENT)
        base = rng.choice(_C if rng.random() < 0.25 else _COMMON)
        medial = rng.choice(_MEDIALS) if rng.random() < 0.3 else ""
        if rng.random() < 0.55:
            rhyme = rng.choice(_OPEN)
        else:
            rhyme = rng.choice(_CLOSED)
        if base in _TALL and not medial and rng.random() < 0.9:
            rhyme = rhyme.replace("\u102C", "\u102B")
        text = base + medial + rhyme
        if rng.random() < 0.07:
            a, b = rng.choice(_STACKS)
            text += a + "\u1039" + b + rng.choice(("", "ာ", "ိ", "ု", "ီ"))
        elif rng.random() < 0.06:
            text += "င်္" + rng.choice("ကခဂဃစဇတဒပဗဘမလသဟ") + rng.choice(("", "ာ", "ါ", "ိ"))
        return text

    def word(self, rng):
        if rng.random() >= self.grammar:
            return self.words.pick(rng)
        return "".join(self.syllable(rng) for _ in range(rng.randint(1, 4)))

    def name(self, rng):
        r = rng.random()
        if r < 0.5:
            text = ("" if rng.random() < 0.75 else " ").join(rng.choice(_NAMES) for _ in range(rng.randint(1, 4)))
        else:
            text = "".join(self.syllable(rng) for _ in range(rng.randint(1, 4))) if r < 0.5 + 0.75 * self.grammar else self.words.pick(rng)
        return (rng.choice(_TITLES) + rng.choice(("", "", " ")) if rng.random() < 0.7 else "") + text

    def card_number(self, rng):
        code = rng.choice(self.townships) if rng.random() < 0.6 else "".join(rng.choice(_COMMON + "ဥ") for _ in range(3))
        kind = rng.choice(_CLASSES[:3] if rng.random() < 0.8 else _CLASSES)
        return native(f"{rng.randint(1, 14)}/{code}({kind}){number(rng, 5, 6)}", BURMESE_DIGITS)

    def date(self, rng):
        return native(day_month_year(rng, rng.choice("---./"), rng.random() < 0.3), BURMESE_DIGITS)

    def height(self, rng):
        feet, inches = str(rng.randint(4, 6)), str(rng.randint(0, 11))
        text = f"{feet}'{inches}\"" if rng.random() < 0.5 else f"{feet}ပေ {inches}လက်မ" if rng.random() < 0.6 else f"{feet}ပေ{inches}လက်မ"
        return native(text, BURMESE_DIGITS)

    def address(self, rng):
        parts = []
        if rng.random() < 0.6:
            parts.append(rng.choice(("အမှတ်(", "အမှတ် (", "အမှတ်-")) + native(number(rng, 1, 4), BURMESE_DIGITS))
            if "(" in parts[0]:
                parts[0] += ")"
        for _ in range(rng.randint(1, 3)):
            parts.append(self.word(rng) + rng.choice(_UNITS))
        if rng.random() < 0.6:
            parts.append(rng.choice(_PLACES) + (rng.choice(_UNITS) if rng.random() < 0.3 else ""))
        return rng.choice(("၊", "၊ ", "၊ ", " ")).join(parts) + ("။" if rng.random() < 0.15 else "")

    def value(self, rng):
        kind = rng.randrange(8)
        return [
            self.name, self.card_number, self.date, self.height, self.address, lambda g: g.choice(_PEOPLES) + "/" + g.choice(_RELIGIONS),
            lambda g: g.choice(_BLOOD),
            lambda g: native(f"{g.choice('ကခဂဃငစသဇ')}{g.choice(('', '', '-' + g.choice('123')))}/{number(g, 4, 6)}/{number(g, 2, 4)}", BURMESE_DIGITS),
        ][kind](rng)

    def line(self, rng):
        r = rng.random()
        if r < 0.14:
            return self.name(rng)
        if r < 0.4:
            return self.value(rng)
        if r < 0.52:
            label = rng.choice(_LABELS)
            return label if rng.random() < 0.45 else label + rng.choice((" ", "  ", " - ", "- ", "။ ", ": ")) + self.value(rng)
        if r < 0.9:
            words = [self.word(rng) for _ in range(rng.randint(1, 5))]
            return (" " if rng.random() < 0.2 else "").join(words) + (rng.choice("။၊") if rng.random() < 0.15 else "")
        if r < 0.95:
            return native(figures(rng), BURMESE_DIGITS)
        return scatter(rng, _C + "ဣဤဥဦဧဩဪဿ၌၍၎၏", 2, 7) if rng.random() < 0.6 else native(number(rng, 1, 9), BURMESE_DIGITS)
