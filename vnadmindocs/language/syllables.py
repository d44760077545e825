"""What a Vietnamese syllable may look like: an onset, a rime and at most one tone.

Used to tell Vietnamese from other languages and from text in a code page of old; it knows the
sounds that can stand together, not the words that exist.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from vnadmindocs.pattern import pattern

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
# Acute and dot below: the only tones of a syllable that ends in c, ch, p or t.
_STOPPED_TONES = frozenset("\u0301\u0323")

_WORDS = pattern(r"\S+")
_ONSETS = (
    "",
    *_WORDS.findall("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"),
)
_RIMES = frozenset(
    _WORDS.findall(
        """
        a ac ach ai am an ang anh ao ap at au ay
        ăc ăm ăn ăng ăp ăt
        âc âm ân âng âp ât âu ây
        e ec em en eng eo ep et
        ê êc êch êm ên êng ênh êp êt êu
        i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
        o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
        oc oe oem oen oeo oet oi om on ong ooc oong op ot
        ô ôc ôi ôm ôn ông ôp ôt
        ơ ơi ơm ơn ơp ơt
        u ua uân uâng uât uây uc uê uêch uên uênh uêt ui um un ung
        uôc uôi uôm uôn uông uôt up ut uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu
        ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
        y yên yêm yêng yêt yêu yn ynh ych yt
        """
    )
)


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Tell whether a word could be one Vietnamese syllable, in any case and tone placement.

    ``hoà`` and ``hòa`` are both; ``tôt`` is not: a syllable that ends in c, ch, p or t has the
    acute or the dot below. Plain words without marks pass by the same test (``ban``).
    """
    parts = unicodedata.normalize("NFD", word.lower())
    tones = [part for part in parts if part in _TONES]
    if len(tones) > 1:
        return False
    bare = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    if bare.endswith(("c", "ch", "p", "t")) and not _STOPPED_TONES.issuperset(tones or " "):
        return False
    return any(bare.startswith(onset) and bare[len(onset) :] in _RIMES for onset in _ONSETS) or (
        # In gì and giếng the i is both onset and rime.
        bare == "gi" or (bare.startswith("gi") and "i" + bare[2:] in _RIMES)
    )
