"""Widths, characters as readers see them, and what is not drawn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.markdown.cells import (
    cells,
    clusters,
    drawn,
    graphemes,
    next_boundary,
    previous_boundary,
    simple,
    whole,
)

SCRIPTS = {
    "Latin": "Größe, naïve café – “quoted” ’til 5 €…",
    "Vietnamese, decomposed": "Tie\u0302\u0301ng Vie\u0323\u0302t",
    "Cyrillic": "Переговоры в Женеве",
    "Greek": "Συνομιλίες στη Γενεύη",
    "Armenian": "Բանակցություններ Ժնևում",
    "Georgian": "მოლაპარაკება ჟენევაში",
    "Hebrew": "שִׂיחוֹת בז׳נבה",
    "Arabic": "مُحَادَثَات في جنيف",
    "Persian": "می‌خواهند گفت‌وگو",
    "Hindi": "जिनेवा में वार्ता क्ष",
    "Tamil": "ஜெனீவாவில் பேச்சுவார்த்தை",
    "Thai": "การเจรจาที่เจนีวา",
    "Burmese": "ဂျနီဗာတွင်",
    "Chinese": "日内瓦会谈，双方表示“没有结果”。",
    "Japanese": "ジュネーブでの協議「成果なし」ー終了。",
    "Korean": "제네바 회담, 성과 없이 종료",
    "Hangul in parts": "\u1112\u1161\u11ab\u1100\u1173\u11af",
    "fullwidth": "ＡＢＣ１２３",
}
EMOJI = {
    "smile": "😀",
    "skin": "👋🏽",
    "family": "👩‍👩‍👧‍👦",
    "flag": "🇩🇪",
    "flags": "🇩🇪🇫🇷",
    "region": "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "keycap": "1️⃣",
    "sign as emoji": "☺️",
    "sign as text": "☎︎",
    "heart on fire": "❤️‍🔥",
    "eye in bubble": "👁️‍🗨️",
    "couple": "👩‍❤️‍👩",
    "pilot": "🧑🏿‍✈️",
}


@pytest.mark.parametrize("name", [*SCRIPTS, *EMOJI])
def test_widths_agree_with_the_screen_library(name: str) -> None:
    text = (SCRIPTS | EMOJI)[name]
    assert cells(text) == cell_len(text)
    assert drawn(text, 0, len(text)) == [(0, len(text))]


@pytest.mark.parametrize("name", [name for name in EMOJI if name != "flags"])
def test_an_emoji_is_one_character(name: str) -> None:
    assert graphemes(EMOJI[name]) == [EMOJI[name]]


def test_characters_as_readers_see_them() -> None:
    assert graphemes("🇩🇪🇫🇷🇨") == ["🇩🇪", "🇫🇷", "🇨"]
    assert graphemes("e\u0301a") == ["e\u0301", "a"]
    assert graphemes("한글") == ["한", "글"]
    assert graphemes("\u1112\u1161\u11ab\u1100") == ["\u1112\u1161\u11ab", "\u1100"]
    assert graphemes("हिन्दी") == ["हि", "न्", "दी"]
    assert graphemes("a\n\u0301") == ["a", "\n", "\u0301"]


def shown(text: str) -> str:
    return "".join(text[start:end] for start, end in drawn(text, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("in\u00advisi\u00adble", "invisible"),
        ("pay\u200bpal", "paypal"),
        ("a\u200db", "ab"),
        ("left\u200e right\u200f", "left right"),
        ("x" + "".join(chr(0xE0000 + ord(letter)) for letter in "hidden"), "x"),
        ("a\ufeffb\u2060c", "abc"),
        ("\u3164\u115f\u1160x\uffa0", "x"),
        ("a\ufe0f\ufe0f", "a"),
        ("Z" + "\u0321\u0301" * 50, "Z" + "\u0321\u0301" * 2),
        ("\u0301x", "x"),
        ("می\u200cخواهند", "می\u200cخواهند"),
        ("क्\u200dष", "क्\u200dष"),
        ("👩\u200d", "👩"),
        ("🏽", ""),
    ],
)
def test_what_could_hide_or_forge_is_not_drawn(text: str, seen: str) -> None:
    assert shown(text) == seen
    assert cells(text) == cell_len(seen)


ODD = st.text(
    st.one_of(
        st.sampled_from(
            "a 漢ｱé\u0301\u200d\u200b\u00ad\ufe0f☺👩🏽🇩1\u20e3\u0928\u094d\u1112\u1161\u11ab\U000e0041\u3164\n"
        ),
        st.characters(exclude_categories=["Cs", "Cc"]),
    ),
    max_size=30,
)


@given(ODD)
def test_what_is_drawn_is_as_wide_as_the_screen_library_says(text: str) -> None:
    assert cells(text) == sum(cell_len(text[start:end]) for start, end in drawn(text, 0, len(text)))
    assert cells(text) == sum(width for _, _, width in clusters(text))


@given(ODD)
def test_characters_cover_the_text_without_gaps(text: str) -> None:
    assert "".join(graphemes(text)) == text
    position = 0
    for start, end, width in clusters(text):
        assert start == position < end
        assert width >= 0
        assert next_boundary(text, start) == end
        assert previous_boundary(text, end) == start
        assert all(whole(text, inner) == end for inner in range(start + 1, end))
        assert whole(text, start) == start
        position = end
    assert position == len(text)


@given(ODD)
def test_simple_text_is_one_cell_a_code_point(text: str) -> None:
    if simple(text) and "\n" not in text:
        assert len(graphemes(text)) == cells(text) == len(text)


def test_hostile_runs_of_marks_are_measured_in_linear_time() -> None:
    for unit in ("\u0301", "\u200d", "👩\u200d", "\ufe0f", "🇩", "\U000e0041"):
        assert cells("a" + unit * 200_000) <= 400_001
