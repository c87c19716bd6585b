"""The signs and characters that Chinese and Japanese lines are made of."""
from ..han.characters import FIRST_LEVEL

KANA = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんがぎぐげござじずだでどばびぶべぼぱぴっゃゅょ" \
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンガギグゲゴジズダデドバビブベボパピプポッャュョー"
PUNCTUATION = "，。：；、！？（）《》“”「」·—…￥％"


def _decoded(rows, cells, codec):
    for row in rows:
        for cell in cells:
            try:
                yield bytes((row, cell)).decode(codec)
            except UnicodeDecodeError:
                pass


def frequent():
    """The characters of everyday print: level 1 of GB 2312 and of Big5."""
    simplified = _decoded(range(0xB0, 0xD8), range(0xA1, 0xFF), "gb2312")
    return sorted({*simplified, *(c for c in _decoded(*FIRST_LEVEL, "big5") if "\u3400" <= c < "\uA000")})
