"""What becomes of Markdown and plain text: text, blocks, styles, links, titles, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.markdown.build import build_markdown, build_text
from reader.markdown.links import openable
from reader.model import Block, BlockKind, Document, Published, Style, clean


def markdown(source: str, title: str | None = None) -> Document:
    return build_markdown(source, id="d", origin="file:/a.md", title=title)


def plain(source: str) -> Document:
    return build_text(source, id="d", origin="file:/a.txt")


def texts(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def styled(document: Document, block: Block) -> list[tuple[str, str, int]]:
    return [(run.style.value, document.text[run.start : run.end], run.link) for run in block.runs]


def test_blocks_are_joined_by_a_blank_line_and_syntax_is_gone() -> None:
    document = markdown("# Talks in *Geneva*\n\nThey met\non **Monday**.\n\n- one\n- two\n")
    assert document.text == "Talks in Geneva\n\nThey met on Monday.\n\none\n\ntwo"
    assert [block.kind for block in document.blocks] == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.ITEM,
        BlockKind.ITEM,
    ]
    assert [block.line for block in document.blocks] == [1, 3, 6, 7]
    assert styled(document, document.blocks[1]) == [("strong", "Monday", 0)]
    assert document.format == "markdown"
    assert not document.notice


def test_lines_count_from_where_the_source_begins_in_its_file() -> None:
    document = build_markdown("one\n\ntwo\n", id="d", origin="o", first_line=6)
    assert [block.line for block in document.blocks] == [6, 8]


def test_what_the_caller_knows_is_kept_clean() -> None:
    published = Published.parse("2021-12-30")
    document = build_markdown(
        "x", id="d", origin="o", title="A\nB\x1b", published=published, source_name="S\x07", author="P", language="en"
    )
    assert (document.title, document.source, document.author) == ("A B␛", "S␇", "P")
    assert document.published == published


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("## Second\n\n# First *one*\n", "First one"),
        ("Only a line\n\nand another\n", "Only a line"),
        ("", ""),
        ("---\n", ""),
        ("# " + "word " * 100, "word " * 59 + "word…"),
    ],
)
def test_title_is_the_first_heading_else_the_first_line(source: str, title: str) -> None:
    assert markdown(source).title == title


def test_lists_keep_numbers_depth_and_further_paragraphs() -> None:
    document = markdown("3. three\n4. four\n\n   more\n   - deep\n     > said\n\n1) other\n\n- - both\n")
    assert [(b.kind.value, b.marker, b.indent, b.quote) for b in document.blocks] == [
        ("item", "3.", 1, 0),
        ("item", "4.", 1, 0),
        ("item", "", 1, 0),
        ("item", "◦", 2, 0),
        ("quote", "", 2, 1),
        ("item", "1)", 1, 0),
        ("item", "• ◦", 2, 0),
    ]


def test_an_item_without_text_keeps_its_number() -> None:
    document = markdown("1. one\n2.\n3. three\n")
    assert [block.marker for block in document.blocks] == ["1.", "2.", "3."]
    assert document.text == "one\n\nthree"
    assert document.blocks[1].start == document.blocks[1].end == document.blocks[2].start


def test_quotations_nest() -> None:
    document = markdown("> one\n>\n> > two\n\nthree\n")
    assert [(block.kind.value, block.quote) for block in document.blocks] == [
        ("quote", 1),
        ("quote", 2),
        ("paragraph", 0),
    ]


def test_breaks() -> None:
    assert markdown("soft\nbreak, hard  \nbreak, back\\\nslash, <br>tag").text == (
        "soft break, hard\nbreak, back\nslash,\ntag".replace(",\n", ", \n")
    )


def test_tables_are_cells_between_bars() -> None:
    document = markdown("| A | *B* |\n|--|--:|\n| 1 | [x](http://a.b) |\n| only |\n")
    (table,) = document.blocks
    assert table.kind is BlockKind.TABLE
    assert document.text == "A | B\n1 | x\nonly | "
    assert styled(document, table) == [("emphasis", "B", 0), ("link", "x", 1)]
    assert table.info == "-r"


def test_code_keeps_its_lines_and_language() -> None:
    document = markdown("```python title=x\n\ndef f():\n\treturn 1\n\n```\n\n    indented\n")
    assert texts(document) == ["def f():\n    return 1", "indented"]
    assert [block.info for block in document.blocks] == ["python", ""]


def test_a_rule_takes_no_text() -> None:
    document = markdown("one\n\n---\n\ntwo\n\n***\n")
    assert document.text == "one\n\ntwo"
    assert [(block.kind.value, block.start, block.end) for block in document.blocks] == [
        ("paragraph", 0, 3),
        ("rule", 5, 5),
        ("paragraph", 5, 8),
        ("rule", 8, 8),
    ]


def test_links_are_numbered_by_target() -> None:
    document = markdown(
        '[a](http://x.org) and [b](http://y.org "t") and [c][r] and <http://z.org> and [none]()\n\n[r]: http://x.org\n'
    )
    assert document.links == ("http://x.org", "http://y.org", "http://z.org")
    assert styled(document, document.blocks[0]) == [
        ("link", "a", 1),
        ("link", "b", 2),
        ("link", "c", 1),
        ("link", "http://z.org", 3),
    ]


def test_addresses_in_running_text_are_links() -> None:
    document = markdown("See https://en.wikipedia.org/wiki/Geneva_(city), or (http://a.org/x). Not `http://code.org`.")
    assert document.links == ("https://en.wikipedia.org/wiki/Geneva_(city)", "http://a.org/x")
    document = plain("Headline\n\nSee https://a.org/b?c=d, and again: HTTPS://a.org!\n")
    assert document.links == ("https://a.org/b?c=d", "HTTPS://a.org")
    assert styled(document, document.blocks[1])[0] == ("link", "https://a.org/b?c=d", 1)


def test_images_are_their_description() -> None:
    document = markdown("![The *summit*](http://a.org/s.jpg) ![](p/two%20men.png) [![logo](l.png)](http://b.org)")
    assert document.text == "The summit two men.png logo"
    assert styled(document, document.blocks[0]) == [
        ("image", "The summit", 1),
        ("image", "two men.png", 2),
        ("link", "logo", 3),
        ("image", "logo", 0),
    ]


def test_html_is_taken_off_and_its_text_kept() -> None:
    source = (
        "A <b>bold</b> <a href='http://a.org'>word</a> &amp; x<sub>2</sub> <!-- hidden --> <Name> 1 < 2\n\n"
        '<div align="center"><h1>Big</h1><p>First<br>second &lt;b&gt;</p><script>steal()</script></div>\n\n'
        "<!-- more\n\nhidden -->\n\nend"
    )
    document = markdown(source)
    assert texts(document) == ["A bold word & x2  <Name> 1 < 2", "Big", "First\nsecond <b>", "end"]
    assert document.title == "Big"
    assert styled(document, document.blocks[0]) == [("strong", "bold", 0), ("link", "word", 1)]


def test_control_characters_are_shown_not_sent_also_from_entities() -> None:
    document = markdown("a\x1b[2Jb &#27;[m &#x9b; \x9d52;c `\x1b` [x](http://a.org/\x1b)\n\n```\n\x07\n```\n")
    assert document.text == clean(document.text)
    assert "\x1b" not in document.text + "".join(document.links)
    assert "␛[2Jb" in document.text


@pytest.mark.parametrize(
    "url", ["https://a.org", "HTTP://a.org/ä?b=c#d", "http://user@a.org:80/", "mailto:desk@a.org", "http://[::1]/"]
)
def test_openable(url: str) -> None:
    assert openable(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "--version",
        "-http://a.org",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//a.org",
        "a.org",
        "http://",
        "http:///x",
        "http://a b",
        "http://a\x1b",
        "http://a\n",
        "http://a\u202e",
        'http://a"b',
        "mailto:-x@a.org",
        "vscode://x",
        "http://a/" + "x" * 2000,
    ],
)
def test_not_openable(url: str) -> None:
    assert not openable(url)


def test_plain_text_keeps_its_offsets() -> None:
    source = "Title\r\n\r\n\tOne\x1b two\r\nthree \u202e*x*\r\n"
    document = plain(source)
    assert document.text == "Title\n\n One␛ two\nthree �*x*\n"
    assert len(document.text) == len(source.replace("\r\n", "\n"))
    assert texts(document) == ["Title", " One␛ two\nthree �*x*"]
    assert [block.line for block in document.blocks] == [1, 3]


@given(st.text(st.sampled_from("ab \n\t\r*#|>-.\x00\x1b\u2028é漢"), max_size=200))
def test_plain_blocks_cover_all_that_is_not_blank(source: str) -> None:
    document = plain(source)
    text = source.replace("\r\n", "\n")
    assert len(document.text) == len(text)
    left = 0
    for block in document.blocks:
        assert not document.text[left : block.start].strip()
        assert "\n\n" not in document.text[block.start : block.end]
        assert document.text[block.start : block.end].strip()
        assert block.line == document.text.count("\n", 0, block.start) + 1
        left = block.end
    assert not document.text[left:].strip(" \n")


def test_a_first_line_that_reads_like_a_headline_is_one() -> None:
    document = plain("Ukraine conflict: Biden and Putin want to talk – politics\n\nGiven the tensions, they will.\n")
    assert document.blocks[0].kind is BlockKind.HEADING
    assert document.blocks[0].level == 1
    assert document.title == "Ukraine conflict: Biden and Putin want to talk – politics"
    assert plain("This is a sentence.\n\nAnd so is this.\n").blocks[0].kind is BlockKind.PARAGRAPH
    assert plain("Only one line").blocks[0].kind is BlockKind.PARAGRAPH
    assert plain("two\nlines\n\nmore").blocks[0].kind is BlockKind.PARAGRAPH


WRAPPED = """\
The talks in Geneva ended on Monday without a result, as both sides had said
before that they expected none. The delegations will meet again in Brussels
and in Vienna later in the week, when the allies are to be heard as well.
"""
VERSE = """\
The king sits in Dunfermline town,
Drinking the blood-red wine;
O where will I get a skeely skipper
To sail this ship of mine?
"""
LISTED = """\
- the first point of a list that is long enough to be taken for prose text
- the second point of a list that is long enough to be taken for prose too
"""
FIGURES = """\
Party            Votes cast      Seats won in the new lower house of 2021
Reds                 123,456         45, one more than in the last house
"""


def test_hard_wrapped_prose_is_reflowed_and_nothing_else() -> None:
    document = plain("\n".join([WRAPPED, VERSE, LISTED, FIGURES, WRAPPED]))
    assert [block.reflow for block in document.blocks] == [True, False, False, False, True]
    assert not any(block.reflow for block in plain(VERSE + "\n" + VERSE).blocks)
    assert not any(block.reflow for block in plain("One long paragraph on one line. " * 20 + "\nand another").blocks)


def test_runs_end_with_whole_characters() -> None:
    document = markdown("*e*\u0301 and http://a.org👩\u200d👩")
    assert styled(document, document.blocks[0])[0] == ("emphasis", "e\u0301", 0)


ATOMS = [
    *"*_`[]()<>!|#-&;\\~ \n\t:.",
    "word ",
    "![",
    "](x)",
    "<b>",
    "</a>",
    "<!--",
    "-->",
    "&#27;",
    "\n\n",
    "> ",
    "1. ",
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(ATOMS), max_size=80).map("".join))
def test_any_markdown_gives_a_sound_document(source: str) -> None:
    document = markdown(source)
    assert document == markdown(source)
    assert document.text == clean(document.text)
    end = 0
    for block in document.blocks:
        assert end <= block.start <= block.end <= len(document.text)
        assert document.text[end : block.start] in ("", "\n\n")
        end = block.end
        for run in block.runs:
            assert block.start <= run.start < run.end <= block.end
            assert 0 <= run.link <= len(document.links)
    assert end == len(document.text)


BOMBS = {
    "images": "![" * 80_000,
    "images within images": "![" * 500 + "a" + "](b)" * 500,
    "brackets": "[" * 100_000,
    "quotes": ">" * 2_000 + "x",
    "lists": "- " * 2_000 + "x",
    "deep lists on each line": ("- " * 25 + "x\n") * 3_000,
    "deep quotations on each line": ("> " * 28 + "x\n") * 3_000,
    "ragged table": "|" + "a|" * 400 + "\n|" + "-|" * 400 + "\n" + "|b\n" * 400,
    "tall table": "|a|b|\n|-|-|\n" + "|c|d|\n" * 60_000,
    "many tables": "|a|b|\n|-|-|\n|c|d|\n\n" * 10_000,
    "emphasis": "*a **a " * 50_000,
    "tags": "<b " * 60_000,
    "addresses": "<http://a.b/c>" * 30_000,
    "entities": "&amp;" * 90_000,
    "lines": "\n" * 500_000 + "x",
    "items": "- a\n" * 40_000,
    "long": "word " * 500_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_open_as_plain_text_with_a_notice(name: str) -> None:
    source = f"ENDMARK start\n\n{BOMBS[name]}\n"
    document = markdown(source)
    assert document.notice.startswith("Shown as plain text, because ")
    assert document.notice.endswith(".")
    assert document.format == "text"
    assert document.text == source
    assert document.title == "ENDMARK start"


def test_ordinary_markdown_of_a_megabyte_stays_markdown() -> None:
    section = (
        "## Section\n\n" + "A **sentence** with [a link](http://a.org/x) of some words, and on it goes. " * 12 + "\n\n"
        "- an item of a list\n- and *another* one\n\n> A quotation of one line.\n\n| A | B |\n|---|---|\n| c | d |\n\n"
    )
    document = markdown(section * 1000)
    assert len(section) * 1000 > 1_000_000
    assert document.format == "markdown"
    assert document.blocks[-1].kind is BlockKind.TABLE


def test_unclosed_comments_and_scripts_lose_nothing() -> None:
    assert "important" in markdown("<!-- never closed\n\nimportant").text
    assert "important" in markdown("<script>\n\nimportant").text


def test_deeply_nested_same_styles_are_one_run() -> None:
    document = markdown("**" * 40 + "x" + "**" * 40)
    assert {run.style for run in document.blocks[0].runs} == {Style.STRONG}
    assert len(document.blocks[0].runs) == 1
