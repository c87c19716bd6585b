"""The fonts of the readers: which files of which Debian packages, for which script, and which are kept for the measurement."""
import glob
import os

FONTS = "/usr/share/fonts"

_WEIGHTS = ("Regular", "Bold", "Medium", "SemiBold", "Light", "Condensed", "CondensedBold", "SemiCondensed")


def _noto(family):
    return [f"truetype/noto/{family}-{w}.ttf" for w in _WEIGHTS]


# Path below /usr/share/fonts.
THAI = [
    "truetype/tlwg/Garuda*.ttf", "truetype/tlwg/Kinnari*.ttf", "truetype/tlwg/Laksaman*.ttf", "truetype/tlwg/Loma*.ttf", "truetype/tlwg/Norasi*.ttf",
    "truetype/tlwg/Purisa.ttf", "truetype/tlwg/Sawasdee*.ttf", "truetype/tlwg/TlwgTyp*.ttf", "truetype/tlwg/Waree*.ttf",
    "truetype/arundina/ArundinaSans*.ttf", "truetype/tlwg/Umpush*.ttf", "truetype/arundina/ArundinaSerif*.ttf",
    *_noto("NotoSansThai"), *_noto("NotoLoopedThai"), *_noto("NotoSerifThai")]
KHMER = [
    "truetype/khmeros/KhmerOS*.ttf", "opentype/mondulkiri/*.ttf", "truetype/mondulkiri/*.ttf", *_noto("NotoSansKhmer"), *_noto("NotoSerifKhmer")]
BURMESE = [
    "truetype/padauk/*.ttf", "truetype/mm/Pyidaungsu*.ttf", "truetype/mm/mm3-multi-os_16-08-2011.ttf", "truetype/mm/MyanmarSansPro-Regular.ttf",
    "truetype/mm/Myanmar[C-Y]*.ttf", "truetype/mm/mmrCensus.v5.minbe5.ttf", *_noto("NotoSansMyanmar"), *_noto("NotoSerifMyanmar")]
LATIN = [
    "truetype/liberation/Liberation*.ttf", "truetype/dejavu/DejaVuSans.ttf", "truetype/dejavu/DejaVuSans-Bold.ttf", "truetype/dejavu/DejaVuSerif.ttf",
    "opentype/urw-base35/NimbusSans-*.otf", "opentype/urw-base35/NimbusSansNarrow-*.otf", "opentype/urw-base35/NimbusRoman-*.otf",
    "truetype/open-sans/OpenSans-Regular.ttf", "truetype/open-sans/OpenSans-Bold.ttf", "truetype/roboto/unhinted/RobotoTTF/Roboto-*.ttf",
    "truetype/lato/Lato-Regular.ttf", "truetype/lato/Lato-Bold.ttf", "truetype/freefont/FreeSans*.ttf", "opentype/ocr-b/OCRB.otf"]
# Of the reader of Latin lines with accents: folders of fonts, and the Latin letters of Chinese ones.
_WESTERN_FOLDERS = """dejavu urw-base35 open-sans roboto roboto/unhinted/RobotoTTF roboto/slab lato freefont crosextra comic-neue tex-gyre cantarell inconsolata hack firacode
jetbrains-mono ebgaramond linux-libertine junicode quicksand cabin dosis inter paratype gentiumplus charis andika vollkorn b612 play karla jura yanone-kaffeesatz courier-prime
croscore anonymous-pro mononoki fantasque-sans/Normal/TTF clear-sans opendin league-spartan bebas-neue adf cmu tuffy oxygen ocr-a ocr-b dotgothic16 mplus""".split()
WESTERN = LATIN + [
    *[f"*type/{folder}/*.[ot]tf" for folder in _WESTERN_FOLDERS], "../texmf/fonts/opentype/public/tex-gyre/*.otf", "../texmf/fonts/opentype/public/lm/lm*10-*.otf",
    *_noto("NotoSans"), *_noto("NotoSerif"), *_noto("NotoSansMono"), *_noto("NotoSansDisplay"), *_noto("NotoSerifDisplay"),
    "opentype/noto/NotoSansCJK-Regular.ttc:2", "opentype/noto/NotoSansCJK-Bold.ttc:2", "opentype/noto/NotoSerifCJK-Regular.ttc:2", "truetype/wqy/*.ttc:0", "truetype/arphic/uming.ttc:0",
    "truetype/arphic-gbsn00lp/*.ttf", "opentype/ipafont-gothic/ipag.ttf"]
MOST_OF_FAMILY = 8
"""Weights and widths of one family that go into the pack, for the faces of the reader of Latin lines."""

# Never seen in training.
HELD_OUT = ("Umpush", "ArundinaSerif", "NotoSerifThai", "KhmerOScontent", "KhmerOSmetalchrieng", "NotoSerifKhmer", "NotoSerifMyanmar", "mm3-multi",
            "MyanmarSansPro", "NimbusSans", "Carlito", "EBGaramond", "ComicNeue", "Inconsolata", "Karla", "B612-", "PTSerif", "CharisSIL", "Cabin")

# Faces too far from print to learn from, or without the shaping tables.
_UNUSABLE = (
    "Oblique", "KhmerOSfasthand", "KhmerOSfreehand", "Mo5V56di", "Mo5V56dc", "Mo5V56do", "Mo5V56xs", "TlwgMono", "MyanmarPhiksel.", "Thin", "SmallCap", "Smallcaps", "Caps", "-SC",
    "Math", "Dingbats", "StandardSymbols", "Initials", "Outline", "Symbol")


def is_held_out(path):
    return any(h in os.path.basename(path) for h in HELD_OUT)


def installed(patterns):
    """Files, with their face number, that the patterns find on this machine."""
    found = []
    for pattern in patterns:
        pattern, _, face = pattern.partition(":")
        for path in sorted(glob.glob(os.path.join(FONTS, pattern))):
            if not any(u in os.path.basename(path) for u in _UNUSABLE):
                found.append((path, int(face or 0)))
    return sorted(set(found))
