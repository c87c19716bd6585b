"""Thai lines: words, a grammar of syllables, and the fields of the identity card."""
from .common import THAI_DIGITS, Words, figures, native, number, scatter

_C = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_COMMON = "กขคงจฉชซญณดตถทธนบปผฝพฟภมยรลวศษสหอฮ"
_CLUSTERS = "กร กล กว ขร ขล ขว คร คล คว ตร ปร ปล ผล พร พล ทร สร ซร หง หญ หน หม หย หร หล หว ฟร บร บล ดร".split()
_FINALS = "กขคงจชซญฎฏฐฑฒณดตถทธนบปพฟภมยรลวศษส"
_TONES = "่้๊๋"
_MONTHS = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split()
_LONG_MONTHS = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม".split()
_TITLES = "นาย นาง น.ส. นางสาว ด.ช. ด.ญ. เด็กชาย เด็กหญิง พระ ร.ต.ท. พ.ต.อ. ส.ต.ต. จ.ส.อ. ว่าที่ร้อยตรี ดร.".split()
_LABELS = """บัตรประจำตัวประชาชน|เลขประจำตัวประชาชน|ชื่อตัวและชื่อสกุล|เกิดวันที่|ศาสนา|ที่อยู่|วันออกบัตร|วันบัตรหมดอายุ|เจ้าพนักงานออกบัตร|
บัตรประจำตัวคนซึ่งไม่มีสัญชาติไทย|ตลอดชีพ|ชื่อ|ชื่อสกุล|สัญชาติ|หมู่โลหิต|กรมการปกครอง|กระทรวงมหาดไทย|ประเทศไทย|เลขที่|วันเกิด|สูง|ซม.|
วันหมดอายุ|วันอนุญาต|ใบอนุญาตขับรถ|นายทะเบียน|ราชอาณาจักรไทย""".replace("\n", "").split("|")
_RELIGIONS = "พุทธ อิสลาม คริสต์ ฮินดู พราหมณ์ ซิกข์ อื่น ๆ -".replace("อื่น ๆ", "อื่น_ๆ").split()
_PROVINCES = """กระบี่ กาญจนบุรี กาฬสินธุ์ กำแพงเพชร ขอนแก่น จันทบุรี ฉะเชิงเทรา ชลบุรี ชัยนาท ชัยภูมิ ชุมพร เชียงราย เชียงใหม่ ตรัง ตราด ตาก นครนายก นครปฐม นครพนม
นครราชสีมา นครศรีธรรมราช นครสวรรค์ นนทบุรี นราธิวาส น่าน บึงกาฬ บุรีรัมย์ ปทุมธานี ประจวบคีรีขันธ์ ปราจีนบุรี ปัตตานี พระนครศรีอยุธยา พะเยา พังงา พัทลุง พิจิตร พิษณุโลก เพชรบุรี
เพชรบูรณ์ แพร่ ภูเก็ต มหาสารคาม มุกดาหาร แม่ฮ่องสอน ยโสธร ยะลา ร้อยเอ็ด ระนอง ระยอง ราชบุรี ลพบุรี ลำปาง ลำพูน เลย ศรีสะเกษ สกลนคร สงขลา สตูล สมุทรปราการ สมุทรสงคราม
สมุทรสาคร สระแก้ว สระบุรี สิงห์บุรี สุโขทัย สุพรรณบุรี สุราษฎร์ธานี สุรินทร์ หนองคาย หนองบัวลำภู อ่างทอง อำนาจเจริญ อุดรธานี อุตรดิตถ์ อุทัยธานี อุบลราชธานี กรุงเทพมหานคร""".split()


class Thai:
    digits = THAI_DIGITS
    grammar = 0.3
    """Share of words that are made of any legal syllables instead of taken from the list."""

    def __init__(self, words, measuring):
        self.words = Words([w for w in words if len(w) > 1 and all("\u0E00" < c < "\u0E80" for c in w)], measuring)

    def syllable(self, rng):
        onset = rng.choice(_C if rng.random() < 0.3 else _COMMON) if rng.random() < 0.75 else rng.choice(_CLUSTERS)
        tone = rng.choice(_TONES) if rng.random() < 0.35 else ""
        final = rng.choice(_FINALS)
        kind = rng.randrange(22)
        text = [
            lambda: onset + tone + "ะ", lambda: onset + tone + "า", lambda: onset + tone + "า" + final,
            lambda: onset + "ิ" + tone + (final if rng.random() < 0.6 else ""), lambda: onset + "ี" + tone + (final if rng.random() < 0.4 else ""),
            lambda: onset + "ึ" + tone + final, lambda: onset + "ื" + tone + (final if rng.random() < 0.6 else "อ"),
            lambda: onset + "ุ" + tone + (final if rng.random() < 0.6 else ""), lambda: onset + "ู" + tone + (final if rng.random() < 0.5 else ""),
            lambda: "เ" + onset + tone + (final if rng.random() < 0.6 else ""), lambda: "แ" + onset + tone + (final if rng.random() < 0.6 else ""),
            lambda: "โ" + onset + tone + (final if rng.random() < 0.6 else ""), lambda: onset + tone + "อ" + (final if rng.random() < 0.6 else ""),
            lambda: "เ" + onset + "ี" + tone + "ย" + (final if rng.random() < 0.5 else ""), lambda: "เ" + onset + "ื" + tone + "อ" + (final if rng.random() < 0.5 else ""),
            lambda: onset + "ั" + tone + (final if rng.random() < 0.8 else "ว"), lambda: onset + tone + "ำ",
            lambda: rng.choice("ไใ") + onset + tone, lambda: "เ" + onset + tone + "า", lambda: "เ" + onset + "็" + final,
            lambda: onset + tone + final, lambda: rng.choice(("ฤ", "ฤๅ", onset + "รร" + final, "เ" + onset + "ิ" + tone + final, onset + "็อ" + final)),
        ][kind]()
        if rng.random() < 0.08:
            text += rng.choice(("์", rng.choice(_FINALS) + "์", rng.choice(_FINALS) + "ิ์", rng.choice(_FINALS) + "ุ์", "ๆ", "ฯ"))
        return text

    def word(self, rng):
        if rng.random() >= self.grammar:
            return self.words.pick(rng)
        return "".join(self.syllable(rng) for _ in range(rng.randint(1, 4)))

    def name(self, rng):
        given = "".join(self.syllable(rng) for _ in range(rng.randint(1, 3))) if rng.random() < 2 * self.grammar else self.words.pick(rng)
        surname = "".join(self.syllable(rng) for _ in range(rng.randint(2, 4))) if rng.random() < 2 * self.grammar else self.words.pick(rng) + self.words.pick(rng)
        title = rng.choice(_TITLES) + " " if rng.random() < 0.75 else ""
        return f"{title}{given} {surname}"

    def date(self, rng):
        day, year = rng.randint(1, 31), rng.randint(2450, 2600)
        text = f"{day} {rng.choice(_MONTHS)} {year}" if rng.random() < 0.8 else f"{day} {rng.choice(_LONG_MONTHS)} {year}"
        return native(text, THAI_DIGITS) if rng.random() < 0.12 else text

    def address(self, rng):
        short = rng.random() < 0.7
        parts = [f"{rng.randint(1, 999)}" + (f"/{rng.randint(1, 999)}" if rng.random() < 0.5 else "")]
        if rng.random() < 0.7:
            parts.append(f"หมู่ที่ {rng.randint(1, 20)}")
        if rng.random() < 0.3:
            parts.append(rng.choice(("ซ.", "ซอย")) + self.word(rng) + (f" {rng.randint(1, 99)}" if rng.random() < 0.5 else ""))
        if rng.random() < 0.3:
            parts.append(rng.choice(("ถ.", "ถนน")) + self.word(rng))
        capital = rng.random() < 0.2
        units = ("แขวง", "เขต", "") if capital else (("ต.", "อ.", "จ.") if short else ("ตำบล", "อำเภอ", "จังหวัด"))
        parts += [units[0] + self.word(rng), units[1] + self.word(rng), units[2] + ("กรุงเทพมหานคร" if capital else rng.choice(_PROVINCES))]
        if rng.random() < 0.5:
            cut = rng.randint(1, len(parts))
            parts = parts[:cut] if rng.random() < 0.5 else parts[-cut:]
        return " ".join(parts)

    def line(self, rng):
        r = rng.random()
        if r < 0.2:
            return self.name(rng)
        if r < 0.38:
            return self.address(rng)
        if r < 0.47:
            return self.date(rng)
        if r < 0.57:
            label = rng.choice(_LABELS)
            return label if rng.random() < 0.5 else f"{label} {rng.choice((self.word(rng), self.date(rng), number(rng, 1, 6), rng.choice(_RELIGIONS).replace('_', ' ')))}"
        if r < 0.92:
            words = [self.word(rng) for _ in range(rng.randint(1, 6))]
            return (" " if rng.random() < 0.25 else "").join(words)
        if r < 0.95:
            return native(figures(rng), THAI_DIGITS)
        if r < 0.97:
            return f"({self.word(rng)}) {rng.choice('-/:')} {self.word(rng)}"
        return scatter(rng, _C + THAI_DIGITS + "฿ฯๆฦ๏฿๎ฯๆฦ๏๎", 2, 8)
