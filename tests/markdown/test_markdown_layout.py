"""Screen lines: what stands where, at every width."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.markdown.build import build_markdown, build_text
from reader.markdown.cells import cells, drawn, previous_boundary, whole
from reader.markdown.code_colours import colours
from reader.markdown.layout import Layout
from reader.markdown.lines import Line
from reader.model import Block, BlockKind, Document


def markdown(source: str) -> Document:
    return build_markdown(source, id="d", origin="file:/a.md")


def plain(source: str) -> Document:
    return build_text(source, id="d", origin="file:/a.txt")


def lines(layout: Layout) -> list[Line]:
    layout.extend(1_000_000)
    assert layout.complete
    return [layout.line(y) for y in range(layout.height)]


def shown(document: Document, width: int, *, spacing: int = 1, line_spacing: int = 0) -> list[str]:
    layout = Layout(document, width, spacing=spacing, line_spacing=line_spacing)
    return ["".join(piece.text for piece in line.pieces) for line in lines(layout)]


def test_words_fill_the_line() -> None:
    assert shown(plain("The talks in Geneva ended on Monday."), 12) == ["The talks in", "Geneva ended", "on Monday."]


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert shown(plain("a Donaudampfschiff b"), 8) == ["a", "Donaudam", "pfschiff", "b"]


def test_lines_break_behind_hyphens_and_dashes_but_not_in_dates_and_ranges() -> None:
    assert shown(plain("a state-of-the-art thing"), 12) == ["a state-of-", "the-art", "thing"]
    assert shown(plain("it ended—as expected"), 10) == ["it ended—", "as", "expected"]
    assert shown(plain("on 2021-12-30 at 14–16 h"), 9) == ["on", "2021-12-3", "0 at", "14–16 h"]


def test_no_break_spaces_do_not_break() -> None:
    assert shown(plain("about 5\u00a0km away"), 8) == ["about", "5\u00a0km", "away"]


def test_a_soft_hyphen_is_seen_only_where_the_word_is_broken() -> None:
    document = plain("in\u00adter\u00adna\u00adtional talks")
    assert shown(document, 30) == ["international talks"]
    assert shown(document, 9) == ["interna-", "tional", "talks"]


def test_chinese_and_japanese_break_anywhere_but_before_closing_marks() -> None:
    assert shown(plain("日内瓦会谈没有结果。双方"), 18) == ["日内瓦会谈没有结", "果。双方"]
    assert shown(plain("協議は「成果なし」"), 8) == ["協議は", "「成果な", "し」"]


def test_korean_breaks_at_spaces() -> None:
    assert shown(plain("제네바 회담 성과"), 12) == ["제네바 회담", "성과"]


def test_no_paragraph_ends_with_a_lone_letter() -> None:
    assert shown(plain("He said that it was I"), 19) == ["He said that it", "was I"]


def test_hard_wrapped_text_is_reflowed_and_verse_is_not() -> None:
    wrapped = "The talks in Geneva ended on Monday without a result, as both sides had\nsaid before; they will go on.\n"
    source = f"{wrapped}\n{wrapped}\nshort line\nof a verse\n"
    assert shown(plain(source), 60)[-2:] == ["short line", "of a verse"]
    assert shown(plain(source), 60)[:2] == [
        "The talks in Geneva ended on Monday without a result, as",
        "both sides had said before; they will go on.",
    ]


def test_lists_hang_under_their_markers() -> None:
    document = markdown("- one that is long\n- two\n  1. sub that is long\n")
    assert shown(document, 12) == ["• one that", "  is long", "• two", "  1. sub", "     that is", "     long"]


def test_quotations_have_bars() -> None:
    assert shown(markdown("> said in\n> Geneva\n\n- a\n  > b\n"), 10) == [
        "│ said in",
        "│ Geneva",
        "",
        "• a",
        "",
        "  │ b",
    ]


def test_headings_stand_apart() -> None:
    assert shown(markdown("a\n\n# b\n\nc\n\n## d\n"), 10) == ["a", "", "", "b", "", "c", "", "d"]
    assert shown(markdown("a\n\nb\n\n## c"), 10, spacing=0) == ["a", "b", "", "c"]


def test_links_are_numbered_and_images_marked() -> None:
    document = markdown("See [the report](http://a.org) and ![a map](m.png).")
    assert shown(document, 60) == ["See the report[1] and ▣ a map[2]."]
    pieces = Layout(document, 60)
    pieces.extend()
    assert [(piece.text, piece.style) for piece in pieces.line(0).pieces] == [
        ("See ", ""),
        ("the report", "link"),
        ("[1]", "linknumber"),
        (" and ", ""),
        ("▣ ", "image"),
        ("a map", "image"),
        ("[2]", "linknumber"),
        (".", ""),
    ]
    assert shown(document, 15) == ["See the", "report[1] and", "▣ a map[2]."]


def test_a_line_may_end_between_two_images() -> None:
    document = markdown("![a](x)![b](y)![c](z)![d](w)")
    assert shown(document, 13) == ["▣ a[1]▣ b[2]", "▣ c[3]▣ d[4]"]
    assert shown(document, 12) == ["▣ a[1]▣ b[2]", "▣ c[3]▣ d[4]"]
    assert shown(document, 20) == ["▣ a[1]▣ b[2]▣ c[3]", "▣ d[4]"]


def test_a_number_stays_with_the_end_of_its_link() -> None:
    assert shown(markdown("abcdefghij [klm](u) n"), 14) == ["abcdefghij", "klm[1] n"]


def test_rules_are_drawn() -> None:
    assert shown(markdown("a\n\n---\n\nb"), 5) == ["a", "", "─────", "", "b"]


def test_code_is_not_reflowed_and_long_lines_go_on() -> None:
    assert shown(markdown("```\nx = 1\n\n    return longer\n```"), 12) == ["x = 1", "", "    return l", "↪ onger"]


TABLE = "| Party | Votes | What it wants |\n|---|--:|---|\n| Reds | 12 | more of the same |\n| Greens | 3 | change |\n"


def test_a_table_that_fits_has_columns() -> None:
    assert shown(markdown(TABLE), 60) == [
        "Party  │ Votes │ What it wants",
        "───────┼───────┼─────────────────",
        "Reds   │    12 │ more of the same",
        "Greens │     3 │ change",
    ]


def test_a_wide_table_wraps_within_its_columns() -> None:
    assert shown(markdown(TABLE), 28) == [
        "Party  │ Votes │ What it",
        "       │       │ wants",
        "───────┼───────┼────────────",
        "Reds   │    12 │ more of the",
        "       │       │ same",
        "Greens │     3 │ change",
    ]


def test_a_narrow_table_becomes_records() -> None:
    assert shown(markdown(TABLE), 20) == [
        "Party: Reds",
        "Votes: 12",
        "What it wants",
        "  more of the same",
        "",
        "Party: Greens",
        "Votes: 3",
        "What it wants",
        "  change",
    ]


def test_offsets_of_cells_of_a_table() -> None:
    document = markdown(TABLE)
    layout = Layout(document, 28)
    offset = document.text.index("same")
    assert layout.cell_of(offset) == (4, 17)
    assert layout.offset_at(4, 17) == offset
    assert layout.line_of(document.text.index("Reds")) == 3
    assert layout.offset_at(4, 2) <= document.text.index("change")


def test_code_is_coloured() -> None:
    code = "def f(x):  # a def\n    return 'if' + 1.5\n"
    assert [(code[start:end], style) for start, end, style in colours(code, "python")] == [
        ("def", "code-keyword"),
        ("# a def", "code-comment"),
        ("return", "code-keyword"),
        ("'if'", "code-string"),
        ("1.5", "code-number"),
    ]
    assert [style for *_, style in colours('{"a": [1, true, "x"]}', "json")] == [
        "code-string",
        "code-number",
        "code-keyword",
        "code-string",
    ]
    assert [style for *_, style in colours("if [ $x = 'a' ]; then # b", "sh")] == [
        "code-keyword",
        "code-string",
        "code-keyword",
        "code-comment",
    ]
    assert [style for *_, style in colours("const a = `b` // c", "js")] == [
        "code-keyword",
        "code-string",
        "code-comment",
    ]
    assert [style for *_, style in colours('<a href="x">&amp;</a><!-- c -->', "html")][:3] == [
        "code-keyword",
        "code-string",
        "code-keyword",
    ]
    assert colours("whatever 1", "brainfuck") == []
    document = markdown("```python\nreturn 1\n```")
    layout = Layout(document, 20)
    layout.extend()
    assert [(piece.text, piece.style) for piece in layout.line(0).pieces] == [
        ("return", "codeblock code-keyword"),
        (" ", "codeblock"),
        ("1", "codeblock code-number"),
    ]


def test_nothing_is_wrapped_before_it_is_asked_for() -> None:
    document = plain("word " * 20_000)
    layout = Layout(document, 50)
    assert (layout.height, layout.complete) == (0, False)
    assert 1_800 < layout.estimated_height < 3_000
    layout.extend(10)
    assert layout.height == 10
    layout.extend_to_line(99)
    assert layout.height == 100
    assert 1_900 < layout.estimated_height < 2_100
    y = layout.line_of(50_000)
    assert layout.height < 1_600
    assert layout.line(y).start <= 50_000 < layout.line(y).end + 1
    layout.extend(1_000_000)
    assert layout.complete
    assert layout.estimated_height == layout.height == 2_000
    with pytest.raises(IndexError):
        layout.line(2_000)
    with pytest.raises(IndexError):
        layout.line(-1)


def test_an_empty_document() -> None:
    layout = Layout(plain(""), 40)
    assert (layout.complete, layout.height, layout.estimated_height) == (True, 0, 0)
    assert layout.cell_of(0) == (0, 0)
    assert layout.offset_at(3, 3) == 0


def test_places_of_the_caret() -> None:
    document = plain("The talks\n\nin 漢字 e\u0301nd")
    layout = Layout(document, 20)
    assert layout.cell_of(4) == (0, 4)
    assert layout.cell_of(9) == (0, 9)  # the newline: behind the last character
    assert layout.cell_of(10) == (0, 9)
    assert layout.cell_of(14) == (2, 3)
    assert layout.cell_of(15) == (2, 5)
    assert layout.cell_of(18) == layout.cell_of(17)  # the accent stands on its letter
    assert layout.offset_at(2, 4) == 14  # the second cell of a wide character
    assert layout.offset_at(0, 99) == 9
    assert layout.offset_at(99, 99) == len(document.text)
    assert layout.offset_at(-5, -5) == 0


ATOMS = [
    *(
        "word ",
        "longerword ",
        "a",
        "Ж",
        "漢字",
        "。",
        "「",
        "ー",
        "가나 ",
        "e\u0301",
        "\u0301",
        "Z" + "\u0321" * 6,
        "👩‍👩‍👧",
        "🇩🇪",
    ),
    *(
        "1️⃣",
        "\u200b",
        "\u200d",
        "\xad",
        "in\xadvis\xadible ",
        "\ufeff",
        "state-of-the-art ",
        "2021-12-30 ",
        "—",
        "\xa0",
        "  ",
    ),
    *(
        "\n",
        "  \n",
        "\n\n",
        "\n- ",
        "\n1. ",
        "\n> ",
        "\n# ",
        "\n```\n",
        "\n    ",
        "*",
        "**",
        "`",
        "[",
        "](http://a.b/c)",
        "![",
    ),
    *(
        "](x.png)",
        "<b>",
        "<br>",
        "<a href=u>",
        "</a>",
        "\n|a|b|\n|-|:-:|\n|",
        "|",
        "\n---\n",
        "https://ex.org/a_b ",
        "\t",
        "\\",
    ),
    *("한글", "नमस्ते", "שלום", "\ue000", "\ue001", "x" * 30, "\u3164", "🏽"),
]
SOURCES = st.lists(st.sampled_from(ATOMS), max_size=50).map("".join)


def _wanted(document: Document, block: Block) -> set[int]:
    """Offsets that must be drawn: all that is visible; not the bars between the cells of a table."""
    text = document.text
    found = {offset for start, end in drawn(text, block.start, block.end) for offset in range(start, end)}
    found = {offset for offset in found if not text[offset].isspace()}
    if block.kind is BlockKind.TABLE:
        # Nor a mark at the start of a cell, which only in the text stands on the space before it.
        bounds = {o: previous_boundary(text, o + 1) for o in found}
        found = {o for o, at in bounds.items() if text[o] != "|" and not (text[at] == " " and text[at - 1 : at] == "|")}
    return found


@settings(max_examples=400, deadline=None)
@example("\n|a|b|\n|-|:-:|\n|word \u0301", 1, True)
@given(SOURCES, st.integers(1, 70), st.booleans())
def test_every_character_stands_once_in_its_place_within_the_width(source: str, width: int, as_markdown: bool) -> None:
    document = markdown(source) if as_markdown else plain(source)
    text = document.text
    layout = Layout(document, width)
    layout.extend(3)
    early = [layout.line(y) for y in range(layout.height)]
    all_lines = lines(layout)
    assert all_lines[: len(early)] == early
    assert all(first.start <= second.start for first, second in pairwise(all_lines))
    places: Counter[int] = Counter()
    for line in all_lines:
        assert sum(cells(piece.text) for piece in line.pieces) <= max(width, 2)
        for piece in line.pieces:
            assert piece.text
            if piece.start is not None:
                block = document.blocks[line.block]
                there = text[piece.start : piece.start + len(piece.text)]
                assert piece.text == (there.replace("\n", " ") if block.reflow else there)
                places.update(range(piece.start, piece.start + len(piece.text)))
    for block in document.blocks:
        bar = "|" if block.kind is BlockKind.TABLE else ""
        got = {o for o in range(block.start, block.end) if places[o] and not text[o].isspace() and text[o] != bar}
        assert got == _wanted(document, block)
    assert set(places.values()) <= {1}
    for offset in range(len(text) + 1):
        y, x = layout.cell_of(offset)
        assert y == layout.line_of(offset)
        assert 0 <= x < width
        if places[offset]:
            back = layout.offset_at(y, x)
            assert layout.cell_of(back) == (y, x)
            assert back <= offset
            assert whole(text, offset) != offset or cells(text[back:offset]) == 0
    for y in (-1, 0, 5, layout.height + 3):
        for x in (-1, 0, 3, width + 9):
            assert 0 <= layout.offset_at(y, x) <= len(text)


@pytest.mark.parametrize("width", [1, 2, 3, 5, 9, 23, 400])
def test_no_width_breaks_a_document_with_everything(width: int) -> None:
    source = (
        "# Title\n\npara **bold** [link](http://a.org) ![pic](p.png)\n\n- a\n  - b\n    - c\n      > d\n\n10. e\n\n"
        f"> > > f\n\n{TABLE}\n```python\nprint('a long line of code that is longer than the line')\n```\n\n---\n"
    )
    assert "".join(shown(markdown(source), width))


@pytest.mark.parametrize(
    "source",
    ["x" * 300_000, "word " * 60_000, " " * 300_000 + "x", "漢" * 50_000, "\n" * 49_000, "a\u0301" * 60_000],
    ids=["word", "words", "spaces", "ideographs", "newlines", "accents"],
)
def test_hostile_text_is_wrapped_in_linear_time(source: str) -> None:
    assert len(lines(Layout(plain(source), 76))) >= 0


def test_line_spacing_puts_blank_lines_between_lines_and_offsets_find_the_text() -> None:
    document = markdown("aaa bbb ccc\n\n- ddd eee")
    assert shown(document, 5, spacing=0, line_spacing=1) == ["aaa", "", "bbb", "", "ccc", "• ddd", "", "  eee"]
    layout = Layout(document, 5, line_spacing=2)
    for word in ("aaa", "bbb", "ccc", "ddd", "eee"):
        at = document.text.index(word)
        assert word in "".join(piece.text for piece in layout.line(layout.line_of(at)).pieces)
