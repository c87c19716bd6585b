"""Lines in Latin letters with the accents of Europe's and other languages: sentences, names, fields of documents, receipts, screens."""
from .common import PUNCTUATION, Words, day_month_year, figures, number, scatter

_LABELS = """Apellidos|Nombres|Nacionalidad|Sexo|Fecha de nacimiento|Fecha de emisión|Fecha de vencimiento|Número documento|Firma del titular|Lugar de nacimiento|Profesión|
REPÚBLICA DE CHILE|CÉDULA DE IDENTIDAD|SERVICIO DE REGISTRO CIVIL E IDENTIFICACIÓN|Nome|Filiação|Data de Nascimento|Órgão Emissor|Validade|Nom|Prénoms|Nationalité|
Date de naissance|Lieu de naissance|Autorité|Passeport|Geburtsdatum|Staatsangehörigkeit|Ausstellungsdatum|Gültig bis|Größe|Augenfarbe|Cognome|Cittadinanza|Data di nascita|
Họ và tên|Ngày sinh|Giới tính|Quốc tịch|Quê quán|Nơi thường trú|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Nazwisko|Imiona|Obywatelstwo|Data urodzenia|Příjmení|Jméno|Státní občanství|
Soyadı|Adı|Doğum tarihi|Uyruğu|Surname|Given names|Passport No.|Type|Code|Authority|Nationality|Date of birth|Date of issue|Date of expiry|Place of birth|Sex|Name|
Address|Holder's signature|PASSPORT|IDENTITY CARD|DRIVING LICENCE|No.|Document No.|Country Code|Naam|Achternaam|Efternamn|Födelsedatum|Sukunimi|Etunimet|Születési hely|
Vezetéknév|Nume|Prenume|Cetățenie|Prezime|Ime|Državljanstvo|Uzvārds|Pavardė|Perekonnanimi|Tempat lahir|Kewarganegaraan|Nama|Warganegara|Alamat""".replace("\n", "").split("|")
_MONTHS = """Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec January February March April June July August September October November December enero febrero marzo abril mayo junio
julio agosto septiembre octubre noviembre diciembre ENE ABR AGO DIC janvier février mars avril mai juin juillet août décembre Januar März Mai Juni Juli Oktober Dezember março maio outubro
dezembro styczeń grudzień aralık ağustos""".split()
_CURRENCIES = ["$", "€", "£", "¥", "RM", "USD", "EUR", "R$", "CHF", "kr", "zł", "Kč", "Ft", "₫", "S$", "HK$", "US$", "Rp", "THB"]
_RECEIPT = """TOTAL Total SUBTOTAL Sub-Total CASH Cash CHANGE Change TAX Tax GST VAT Invoice INVOICE Receipt Qty QTY Item Description Amount Price Discount Rounding Balance Due Date Time Table Cashier
Order Bill Tel Fax Email Web Thank Welcome Member Card Payment IVA TVA MwSt. Summe Importe Cantidad""".split()
_TAILS = ["com", "org", "net", "com.my", "co.uk", "de", "fr", "es", "com.br", "vn", "io"]


class Western:
    grammar = 0.12
    """Share of words whose letters are shuffled: no word then helps to guess a letter."""

    def __init__(self, languages, measuring):
        """languages: words by language, English among them under `eng`."""
        self._languages = {name: Words(words, measuring) for name, words in languages.items()}
        self._names = sorted(self._languages)

    def _language(self, rng):
        return self._languages["eng" if rng.random() < 0.25 else rng.choice(self._names)]

    def _word(self, rng, language):
        word = language.pick(rng)
        if rng.random() < self.grammar:
            letters = list(word)
            rng.shuffle(letters)
            word = "".join(letters)
        return word

    def _case(self, rng, text):
        r = rng.random()
        # "ß" has no capital in most print, and Turkish "i" another one than Python knows.
        if r < 0.34 and not set("ßı").intersection(text):
            return text.upper().replace("\u0307", "")
        return " ".join(w[:1].upper() + w[1:] for w in text.split(" ")) if r < 0.6 else text

    def _sentence(self, rng):
        language = self._language(rng)
        words = [self._word(rng, language) for _ in range(rng.randint(1, 9))]
        if rng.random() < 0.3:
            words[0] = words[0].capitalize()
        for i in range(len(words)):
            r = rng.random()
            if r < 0.07:
                words[i] += rng.choice(",,,;:.")
            elif r < 0.1:
                left, right = rng.choice(("()", "()", "[]", '""', "''", "“”", "‘’", "«»", "„“", "<>", "{}"))
                words[i] = left + words[i] + right
            elif r < 0.13:
                words[i] = number(rng, 1, 4)
            elif r < 0.15:
                words[i] += rng.choice(("'s", "’s", "-" + self._word(rng, language), "/" + self._word(rng, language), "..."))
            elif r < 0.17:
                words.insert(i, rng.choice(("-", "–", "—", "&", "+", "•", "·", "/", "|", "=", "*", ">")))
        text = self._case(rng, " ".join(words))
        return text + rng.choice(".....!?:,;") if rng.random() < 0.3 else text

    def _person(self, rng):
        language = self._language(rng)
        parts = [self._word(rng, language).lower() for _ in range(rng.randint(1, 4))]
        if rng.random() < 0.1:
            parts[-1] = rng.choice(("de ", "da ", "van ", "von ", "d'", "O'", "Mc", "al-", "el ")) + parts[-1]
        if rng.random() < 0.1:
            parts[0] += "-" + self._word(rng, language).lower()
        text = " ".join(parts)
        text = text.upper().replace("\u0307", "") if rng.random() < 0.6 and not set("ßı").intersection(text) else " ".join(w.capitalize() for w in text.split(" "))
        return text.replace(" ", ", ", 1) if rng.random() < 0.12 else text

    def _money(self, rng):
        amount = rng.choice((f"{rng.randint(0, 999)}.{number(rng, 2, 2)}", f"{rng.randint(1, 999)},{number(rng, 3, 3)}.{number(rng, 2, 2)}", f"{rng.randint(1, 9999)}",
                             f"{rng.randint(1, 999)}.{number(rng, 3, 3)},{number(rng, 2, 2)}", f"{rng.randint(0, 999)},{number(rng, 2, 2)}"))
        currency = rng.choice(_CURRENCIES)
        return rng.choice((f"{currency}{amount}", f"{currency} {amount}", f"{amount} {currency}", amount, "-" + amount, f"{amount}%"))

    def _receipt(self, rng):
        word = rng.choice(_RECEIPT)
        return rng.choice((
            lambda: f"{word}{rng.choice((':', ' :', ''))} {self._money(rng)}", lambda: f"{rng.randint(1, 20)} x {self._money(rng)}", lambda: f"{word} No.: {scatter(rng, 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789-', 4, 12)}",
            lambda: f"{word} {rng.choice(_RECEIPT)}", lambda: self._money(rng), lambda: f"{self._money(rng)} {rng.choice('STZ*A')}", lambda: f"{word} {number(rng, 1, 2)}%",
            lambda: f"Tel: {number(rng, 2, 3)}-{number(rng, 3, 4)} {number(rng, 4, 4)}", lambda: f"({number(rng, 6, 7)}-{rng.choice('ABHKMPTUVWX')})"))()

    def _date(self, rng):
        d, month, y = rng.randint(1, 31), rng.choice(_MONTHS), rng.randint(1920, 2060)
        date = rng.choice((f"{d:02d} {month} {y}", f"{d} {month} {y}", f"{d:02d} {month.upper()} {y}", f"{month} {d}, {y}", f"{d:02d}-{month}-{y}", f"{d:02d} {month.upper()}/{rng.choice(_MONTHS).upper()} {y}",
                           f"{d} de {month} de {y}", f"{d}. {month} {y}", day_month_year(rng, rng.choice("./-"), True), f"{y}-{rng.randint(1, 12):02d}-{d:02d}"))
        return date + f" {rng.randint(0, 23):02d}:{number(rng, 2, 2)}" + rng.choice(("", ":" + number(rng, 2, 2), " PM", " AM")) if rng.random() < 0.2 else date

    def _screen(self, rng):
        english = self._languages["eng"]
        word = lambda: self._word(rng, english).lower()
        return rng.choice((
            lambda: f"{rng.choice(('https://', 'http://', 'www.', ''))}{word()}.{rng.choice(_TAILS)}/{word()}{rng.choice(('', '/', '?id=' + number(rng, 1, 4)))}", lambda: f"{word()}.{word()}@{word()}.{rng.choice(_TAILS)}",
            lambda: f"{word()}_{word()}", lambda: f"{word()}{word().capitalize()}({word()}, {number(rng, 1, 2)});", lambda: f"/{word()}/{word()}.{rng.choice(('txt', 'py', 'cs', 'json', 'png'))}",
            lambda: f"{word()} = {word()}[{rng.choice(('i', '0', 'n'))}] {rng.choice('+-*/%')} {number(rng, 1, 3)}", lambda: f"#{word()} @{word()}", lambda: f"{number(rng, 1, 2)}. {word()}", lambda: f"v{number(rng, 1, 1)}.{number(rng, 1, 2)}.{number(rng, 1, 1)}",
            lambda: f"{number(rng, 1, 3)}{rng.choice(('px', 'mm', 'kg', 'ml', '°C', 'km/h', 'm²', 'x', '%', '€'))}"))()

    def line(self, rng):
        r = rng.random()
        if r < 0.36:
            return self._sentence(rng)
        if r < 0.54:
            return self._person(rng)
        if r < 0.62:
            label = rng.choice(_LABELS)
            label = label.upper() if rng.random() < 0.2 else label
            if rng.random() < 0.35:
                return f"{label} / {rng.choice(_LABELS)}" if rng.random() < 0.6 else f"{label}/{rng.choice(_LABELS)}"
            return label if rng.random() < 0.5 else f"{label}{rng.choice((' ', ': ', ' : '))}{rng.choice((self._person, self._date, figures))(rng)}"
        if r < 0.69:
            return self._date(rng)
        if r < 0.77:
            return figures(rng)
        if r < 0.86:
            return self._receipt(rng)
        if r < 0.92:
            return self._screen(rng)
        if r < 0.96:
            return scatter(rng, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmnopqrstuvwxyz" + PUNCTUATION, 1, 14)
        if r < 0.98:
            return scatter(rng, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 5, 12)
        language = self._language(rng)
        return self._case(rng, language.pick(rng)) if rng.random() < 0.5 else number(rng, 1, 6)
