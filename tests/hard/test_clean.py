"""Every code point, and 100,000 random texts, through what makes text harmless."""

from __future__ import annotations

import random
import re
import sys
import unicodedata

import pytest

from reader.markdown.fit import one_line
from reader.model import clean, clean_line

LISTED = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029}
"""Bidirectional controls and separators: what turns text round or breaks lines."""
HARMFUL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
ORDINARY = [
    "Talks in Geneva, “no result” – café, naïve, 3½ €5.",  # Latin
    "Кремль подтвердил разговор.",
    "Η Αθήνα ανακοίνωσε τις συνομιλίες.",
    "تبدأ المحادثات في جنيف يوم الاثنين.",
    "השיחות יתחילו ביום שני בז׳נבה.",
    "जिनेवा में वार्ता सोमवार को शुरू होगी।",
    "জেনেভায় আলোচনা শুরু হবে।",
    "การเจรจาเริ่มวันจันทร์ที่เจนีวา",
    "会談は月曜日にジュネーブで始まる。",
    "日内瓦会谈将于周一开始。",
    "회담은 월요일에 시작된다.",
    "მოლაპარაკება ორშაბათს იწყება.",
    "Բանակցությունները կսկսվեն երկուշաբթի։",
    "👩‍👩‍👧‍👦 🇺🇳 👍🏽 ❤️ 🏴󠁧󠁢󠁳󠁣󠁴󠁿 e\u0301 ﷽",
    "line one\nline two\n",
    "soft\u00adhyphen, \u200fmark, می\u200cخواهم",  # stays in the text; whether it is drawn is another question
]


def test_every_code_point() -> None:
    for code in range(sys.maxunicode + 1):
        letter = chr(code)
        made = clean(f"a{letter}b")
        assert len(made) == 3, hex(code)
        middle = made[1]
        if letter == "\n":
            assert middle == "\n"
        elif unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") or code in LISTED:
            assert middle != letter, hex(code)
            assert unicodedata.category(middle) not in ("Cc", "Cs", "Zl", "Zp"), hex(code)
            assert ord(middle) not in LISTED, hex(code)
        else:
            assert middle == letter, hex(code)
        line = clean_line(letter)
        assert len(line) == 1
        assert line != "\n"
        assert HARMFUL.search(line) is None, hex(code)


def test_every_code_point_as_it_is_drawn() -> None:
    invisible = {0xAD, 0x200B, 0x200E, 0x200F, 0xFEFF, 0x061C, 0x2060, 0x180E, *range(0xE0000, 0xE0080)}
    for code in (*range(0x20000), *range(0xE0000, 0xE1000), *range(0x10FF00, sys.maxunicode + 1)):
        drawn = one_line(f"a{chr(code)}b")
        assert HARMFUL.search(drawn) is None, hex(code)
        assert drawn[0] == "a", hex(code)
        assert drawn[-1] == "b", hex(code)
        if code in invisible:
            assert drawn == "ab", hex(code)


def test_a_hundred_thousand_random_texts() -> None:
    chance = random.Random(20220110)
    risky = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), *LISTED, 0xD800, 0xDFFF, 0x200B, 0xFFFD, 0xE0041)]
    anything = [chr(chance.randrange(sys.maxunicode + 1)) for _ in range(5_000)]
    pool = [*risky * 20, *anything, *"abc ABC.,\n"]
    for _ in range(100_000):
        raw = "".join(chance.choices(pool, k=chance.randrange(24)))
        made = clean(raw)
        assert len(made) == len(raw)
        assert HARMFUL.search(made) is None
        assert clean(made) == made
        line = clean_line(raw)
        assert HARMFUL.search(line) is None
        assert "\n" not in line
        assert clean_line(line) == line


@pytest.mark.parametrize("text", ORDINARY, ids=range(len(ORDINARY)))
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert clean(text) is text
    assert clean_line(text) == text.replace("\n", " ")


@pytest.mark.parametrize("text", ORDINARY[:14], ids=range(14))
def test_ordinary_text_is_drawn_as_it_is(text: str) -> None:
    assert one_line(text) == text.replace("\n", " ")
