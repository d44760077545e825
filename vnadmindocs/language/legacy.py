"""Vietnamese before Unicode: the code pages TCVN3 (ABC) and VNI-Windows, converted both ways.

Both show Vietnamese by means of a font: the bytes are those of Western letters, so text pasted
into a Unicode file looks like «C«ng v¨n» (TCVN3) or «Coâng vaên» (VNI).

TCVN3 (TCVN 5712:1993, VN3) has a byte for each of the 67 small letters and for the seven capitals
Ă Â Đ Ê Ô Ơ Ư. Capitals with a tone are set in a second font (.VnTimeH) that draws capitals for the
bytes of small letters: the text alone does not say which was meant.

VNI-Windows writes a vowel and its marks as two bytes (``aù`` is á) in both cases, and has nine
letters of one byte (``ô`` is ơ, ``ñ`` is đ).
"""

from __future__ import annotations

import re

from vnadmindocs.pattern import pattern

_TCVN3_LETTERS = (
    "¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00adư®đµà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậ"
    "ÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợ"
    "ïùñủòũóúôụõừöử÷ữøứùựúỳûỷüỹýýþỵ"
)
_FROM_TCVN3 = dict(zip(_TCVN3_LETTERS[::2], _TCVN3_LETTERS[1::2], strict=True))
_TO_TCVN3 = {
    **{letter.upper(): byte for byte, letter in _FROM_TCVN3.items()},
    **{letter: byte for byte, letter in _FROM_TCVN3.items()},
}

_VNI_PAIRS = re.findall(
    r"\S+",
    "aùá aøà aûả aõã aïạ aêă aéắ aèằ aúẳ aüẵ aëặ aââ aáấ aàầ aåẩ aãẫ aäậ "
    "eùé eøè eûẻ eõẽ eïẹ eâê eáế eàề eåể eãễ eäệ "
    "oùó oøò oûỏ oõõ oïọ oâô oáố oàồ oåổ oãỗ oäộ ôùớ ôøờ ôûở ôõỡ ôïợ "
    "uùú uøù uûủ uõũ uïụ öùứ öøừ öûử öõữ öïự yùý yøỳ yûỷ yõỹ",
)
_VNI_SINGLES = ("íí", "ìì", "æỉ", "óĩ", "òị", "ôơ", "öư", "îỵ", "ñđ")
_FROM_VNI: dict[str, str] = {}
for _form in (*_VNI_PAIRS, *_VNI_SINGLES):
    _code, _letter = _form[:-1], _form[-1]
    _FROM_VNI[_code] = _letter
    _FROM_VNI[_code.upper()] = _letter.upper()
    if len(_code) == 2:
        # Careless typing mixes the cases; the vowel decides.
        _FROM_VNI[_code[0] + _code[1].upper()] = _letter
        _FROM_VNI[_code[0].upper() + _code[1]] = _letter.upper()
_TO_VNI = {
    **{form[-1]: form[:-1] for form in (*_VNI_PAIRS, *_VNI_SINGLES)},
    **{form[-1].upper(): form[:-1].upper() for form in (*_VNI_PAIRS, *_VNI_SINGLES)},
}
_VNI_CODE = pattern("|".join(sorted(map(re.escape, _FROM_VNI), key=len, reverse=True)))

_WORD = pattern(r"[^\W\d_]+")


def tcvn3_to_unicode(text: str) -> str:
    """Convert text that was typed in TCVN3 and read as Western European.

    A word whose other letters are all capitals, not only the first, was set in the capitals font
    (``HßA`` is HÒA); a word of small letters alone stays small. Characters outside TCVN3 stay.
    """
    converted = "".join(_FROM_TCVN3.get(character, character) for character in text)

    def restored(word: re.Match[str]) -> str:
        written = text[word.start() : word.end()]
        certain = [
            byte == letter or letter.isupper()
            for byte, letter in zip(written, word[0], strict=True)
        ]
        plain = [letter for letter, sure in zip(word[0], certain, strict=True) if sure]
        in_capitals = any(certain[1:]) and all(letter.isupper() for letter in plain)
        return word[0].upper() if in_capitals else word[0]

    return _WORD.sub(restored, converted)


def unicode_to_tcvn3(text: str) -> str:
    """Convert text to TCVN3, read as Western European; toned capitals lose their case."""
    return "".join(_TO_TCVN3.get(character, character) for character in text)


def vni_to_unicode(text: str) -> str:
    """Convert text that was typed in VNI-Windows and read as Western European."""
    return _VNI_CODE.sub(lambda code: _FROM_VNI[code[0]], text)


def unicode_to_vni(text: str) -> str:
    """Convert text to VNI-Windows, read as Western European."""
    return "".join(_TO_VNI.get(character, character) for character in text)


# Windows-1252 shows signs where Latin-1 has controls; it leaves five bytes open.
_WINDOWS_1252 = {
    point: character
    for point in range(0x80, 0xA0)
    if (character := bytes([point]).decode("cp1252", errors="ignore"))
}
_TO_LATIN_1 = {ord(character): chr(point) for point, character in _WINDOWS_1252.items()}
WESTERN_SIGNS = "".join(_WINDOWS_1252.values())
"""The characters of Windows-1252 that are not in Latin-1: quotes, dashes, the euro sign …"""


def read_western(data: bytes) -> str:
    """Read any bytes as Western European, Windows-1252; the open bytes become controls."""
    return data.decode("latin-1").translate(_WINDOWS_1252)


def western_bytes(text: str) -> bytes:
    """Return the bytes that `read_western` read; UnicodeEncodeError when it never could."""
    return text.translate(_TO_LATIN_1).encode("latin-1")
