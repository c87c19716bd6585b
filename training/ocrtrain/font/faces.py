"""
The names that the font classifier gives, and the families of Debian that are drawn for each.

A name stands for a look: the families behind it are clones of the typeface (Liberation Sans for Arial), or print of the same style
(every Song print for 宋体). Whole families are kept for the measurement where a name has more than one.
"""
from dataclasses import dataclass

from .. import faces

_GYRE = "../texmf/fonts/opentype/public/tex-gyre/texgyre"
_URW = "opentype/urw-base35/"


@dataclass(frozen=True)
class Family:
    """Files of one family, as patterns below /usr/share/fonts (a colon and the number of the face for collections)."""

    title: str
    patterns: tuple[str, ...]
    held_out: bool = False

    def installed(self):
        return faces.installed(self.patterns)


@dataclass(frozen=True)
class Name:
    """weight: how often the name is drawn, for what is common on web pages."""

    name: str
    families: tuple[Family, ...]
    han: bool = False
    weight: float = 1.0


def _family(title, *patterns, held_out=False):
    return Family(title, patterns, held_out)


def _han(name, *families, weight=1.5):
    return Name(name, families, True, weight)


def _latin(name, *families, weight=1.0):
    return Name(name, families, False, weight)


NAMES = [
    _han("宋体",
         _family("AR PL Song and Ming", "truetype/arphic-gbsn00lp/gbsn00lp.ttf", "truetype/arphic-bsmi00lp/bsmi00lp.ttf", "truetype/arphic/uming.ttc:0",
                 "truetype/arphic/uming.ttc:2"),
         _family("BabelStone Han", "truetype/babelstone/BabelStoneHan.ttf"), _family("TW-Sung", "truetype/cns11643/TW-Sung-98_1.ttf"),
         _family("cwTeX Ming", "truetype/cwtex/cwming.ttf", held_out=True), weight=2.5),
    _han("黑体",
         _family("WenQuanYi Zen Hei", "truetype/wqy/wqy-zenhei.ttc:0"), _family("WenQuanYi Micro Hei", "truetype/wqy/wqy-microhei.ttc:0"),
         _family("cwTeX Hei", "truetype/cwtex/cwheib.ttf"), _family("IPA Gothic", "opentype/ipafont-gothic/ipag.ttf", "opentype/ipaexfont-gothic/ipaexg.ttf"),
         _family("Ume Gothic", "truetype/horai-umefont/ume-tgo4.ttf", "truetype/horai-umefont/ume-pgo5.ttf"),
         _family("M PLUS", "opentype/mplus/Mplus1-Light.otf", "opentype/mplus/Mplus1-Regular.otf", "opentype/mplus/Mplus1-Bold.otf"),
         _family("Motoya Cedar", "truetype/motoya-l-cedar/MTLc3m.ttf"),
         _family("BIZ UD Gothic", "truetype/bizud-gothic/BIZUDPGothic-*.ttf", held_out=True),
         _family("Sawarabi Gothic", "truetype/sawarabi-gothic/sawarabi-gothic-medium.ttf", held_out=True), weight=2.5),
    _han("楷体",
         _family("AR PL Kai", "truetype/arphic/ukai.ttc:0", "truetype/arphic/ukai.ttc:2", "truetype/arphic-gkai00mp/gkai00mp.ttf",
                 "truetype/arphic-bkai00mp/bkai00mp.ttf"),
         _family("cwTeX Kai", "truetype/cwtex/cwkai.ttf"), _family("TW-Kai", "truetype/cns11643/TW-Kai-98_1.ttf", held_out=True), weight=2.0),
    _han("仿宋", _family("cwTeX FangSong", "truetype/cwtex/cwfs.ttf")),
    _han("圆体", _family("cwTeX Yen", "truetype/cwtex/cwyen.ttf"), _family("Motoya Maruberi", "truetype/motoya-l-maruberi/MTLmr3m.ttf")),
    _han("明朝体",
         _family("IPA Mincho", "opentype/ipafont-mincho/ipam.ttf", "opentype/ipaexfont-mincho/ipaexm.ttf"),
         _family("Ume Mincho", "truetype/horai-umefont/ume-tmo3.ttf"), _family("Hanazono", "truetype/hanazono/HanaMinA.ttf"),
         _family("Sawarabi Mincho", "truetype/sawarabi-mincho/sawarabi-mincho-medium.ttf"),
         _family("BIZ UD Mincho", "truetype/bizud-mincho/BIZUDPMincho-Regular.ttf", held_out=True)),
    _han("思源黑体",
         _family("Noto Sans CJK",
                 *(f"opentype/noto/NotoSansCJK-{w}.ttc:{f}" for w, f in (("Light", 2), ("Regular", 2), ("Bold", 2), ("Black", 2), ("DemiLight", 3),
                                                                                       ("Medium", 0)))), weight=2.0),
    _han("思源宋体",
         _family("Noto Serif CJK", *(f"opentype/noto/NotoSerifCJK-{w}.ttc:{f}" for w, f in (("Light", 2), ("Regular", 2), ("Bold", 2), ("Black", 2),
                                                                                       ("SemiBold", 3), ("Medium", 0))))),
    _han("霞鹜文楷", _family("LXGW WenKai", "truetype/lxgw-wenkai/LXGWWenKai-*.ttf"), _family("Klee One", "truetype/klee/KleeOne-*.ttf", held_out=True)),
    _han("行书",
         _family("Kouzan Mouhitsu", "truetype/kouzan-mouhitsu/kouzan-mouhitsu*.ttf"), _family("Aoyagi Soseki", "truetype/aoyagi-soseki/aoyagi-soseki.ttf"),
         _family("Aoyagi Kouzan", "truetype/aoyagi-kouzan-t/AoyagiKouzanT.ttf", held_out=True), weight=1.0),
    _han("手写体", _family("SetoFont", "truetype/seto/setofont.ttf"), _family("Kiloji", "truetype/kiloji/kiloji.ttf", "truetype/kiloji/kiloji_b.ttf"),
         _family("YOzFont", "truetype/yozvox-yozfont/YOzRS_.ttf", held_out=True), weight=1.0),
    _latin("Arial", _family("Liberation Sans", "truetype/liberation/LiberationSans-*.ttf"), _family("Nimbus Sans", _URW + "NimbusSans-*.otf"),
           _family("TeX Gyre Heros", _GYRE + "heros-*.otf"), _family("FreeSans", "truetype/freefont/FreeSans*.ttf", held_out=True), weight=2.5),
    _latin("Times New Roman", _family("Liberation Serif", "truetype/liberation/LiberationSerif-*.ttf"), _family("Nimbus Roman", _URW + "NimbusRoman-*.otf"),
           _family("TeX Gyre Termes", _GYRE + "termes-*.otf"), _family("FreeSerif", "truetype/freefont/FreeSerif*.ttf", held_out=True),
           _family("STIX", "opentype/stix-word/STIX-*.otf", held_out=True), weight=2.0),
    _latin("Courier New", _family("Nimbus Mono", _URW + "NimbusMonoPS-*.otf"), _family("FreeMono", "truetype/freefont/FreeMono*.ttf"),
           _family("TeX Gyre Cursor", _GYRE + "cursor-*.otf"),
           _family("Courier Prime", "opentype/courier-prime/Courier Prime.otf", "opentype/courier-prime/Courier Prime Bold.otf", held_out=True)),
    _latin("Consolas", _family("Liberation Mono", "truetype/liberation/LiberationMono-*.ttf"),
           _family("DejaVu Sans Mono", "truetype/dejavu/DejaVuSansMono.ttf", "truetype/dejavu/DejaVuSansMono-Bold.ttf"),
           _family("Inconsolata", "truetype/inconsolata/Inconsolata.otf"), _family("Fira Code", "truetype/firacode/FiraCode-*.ttf"),
           _family("Noto Mono", "truetype/noto/NotoMono-Regular.ttf"), _family("Hack", "truetype/hack/Hack-*.ttf"),
           _family("JetBrains Mono", "truetype/jetbrains-mono/JetBrainsMono-Regular.ttf", "truetype/jetbrains-mono/JetBrainsMono-Bold.ttf", held_out=True)),
    _latin("Calibri", _family("Carlito", "truetype/crosextra/Carlito-*.ttf"), weight=1.5),
    _latin("Cambria", _family("Caladea", "truetype/crosextra/Caladea-*.ttf")),
    _latin("Verdana",
           _family("DejaVu Sans", "truetype/dejavu/DejaVuSans.ttf", "truetype/dejavu/DejaVuSans-Bold.ttf", "truetype/dejavu/DejaVuSansCondensed.ttf"),
           _family("Verana Sans", "truetype/adf/VeranaSans-Regular.otf", "truetype/adf/VeranaSans-Bold.otf", held_out=True)),
    _latin("Roboto",
           _family("Roboto", *(f"truetype/roboto/unhinted/RobotoTTF/Roboto-{w}.ttf" for w in ("Light", "Regular", "Italic", "Medium", "Bold", "Black"))),
           _family("Roboto Condensed", *(f"truetype/roboto/unhinted/RobotoCondensed-{w}.ttf" for w in ("Regular", "Bold")))),
    _latin("Open Sans",
           _family("Open Sans", *(f"truetype/open-sans/OpenSans-{w}.ttf" for w in ("Light", "Regular", "Italic", "Semibold", "Bold", "ExtraBold")))),
    _latin("Lato", _family("Lato", *(f"truetype/lato/Lato-{w}.ttf" for w in ("Light", "Regular", "Italic", "Medium", "Bold", "Black")))),
    _latin("Noto Sans", _family("Noto Sans", *(f"truetype/noto/NotoSans-{w}.ttf" for w in ("Light", "Regular", "Italic", "Medium", "Bold", "Condensed")))),
    _latin("Noto Serif", _family("Noto Serif", *(f"truetype/noto/NotoSerif-{w}.ttf" for w in ("Light", "Regular", "Italic", "Medium", "Bold", "Condensed")))),
    _latin("Palatino Linotype", _family("P052", _URW + "P052-*.otf"), _family("TeX Gyre Pagella", _GYRE + "pagella-*.otf", held_out=True)),
    _latin("Century Schoolbook", _family("C059", _URW + "C059-*.otf"), _family("TeX Gyre Schola", _GYRE + "schola-*.otf", held_out=True)),
    _latin("Bookman Old Style", _family("URW Bookman", _URW + "URWBookman-*.otf"), _family("TeX Gyre Bonum", _GYRE + "bonum-*.otf", held_out=True)),
    _latin("Century Gothic", _family("URW Gothic", _URW + "URWGothic-*.otf"), _family("TeX Gyre Adventor", _GYRE + "adventor-*.otf", held_out=True)),
    _latin("Garamond", _family("EB Garamond", "opentype/ebgaramond/EBGaramond*.otf")),
    _latin("Gill Sans", _family("Gillius ADF", *(f"truetype/adf/GilliusADF-{w}.otf" for w in ("Regular", "Italic", "Bold"))),
           _family("Gillius ADF No2", *(f"truetype/adf/GilliusADFNo2-{w}.otf" for w in ("Regular", "Italic", "Bold")), held_out=True)),
    _latin("Inter", _family("Inter", *(f"opentype/inter/Inter-{w}.otf" for w in ("Light", "Regular", "Italic", "Medium", "Bold", "Black")))),
    _latin("Computer Modern",
           _family("Latin Modern", *(f"../texmf/fonts/opentype/public/lm/lmroman10-{w}.otf" for w in ("regular", "bold", "italic", "bolditalic"))),
           _family("CMU Serif", *(f"truetype/cmu/cmun{w}.ttf" for w in ("rm", "bx", "ti", "bi")), held_out=True)),
    _latin("Comic Sans MS", _family("Comic Neue", *(f"opentype/comic-neue/ComicNeue-{w}.otf" for w in ("Light", "Regular", "Bold", "Italic")))),
    _latin("Brush Script MT", _family("Dancing Script", "opentype/dancingscript/DancingScript-*.otf"),
           _family("Kaushan Script", "opentype/kaushanscript/KaushanScript-Regular.otf"), _family("Lobster", "opentype/lobster/lobster.otf"),
           _family("Lobster Two", *(f"opentype/lobstertwo/LobsterTwo-{w}.otf" for w in ("Italic", "BoldItalic")), held_out=True)),
    _latin("Monotype Corsiva", _family("Z003", _URW + "Z003-MediumItalic.otf"), _family("TeX Gyre Chorus", _GYRE + "chorus-*.otf", held_out=True)),
    _latin("OCR-B", _family("OCR-B", "opentype/ocr-b/OCRB.otf", "opentype/ocr-b/OCRBL.otf")),
]
