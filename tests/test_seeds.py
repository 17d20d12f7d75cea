"""The sample articles: the client's is untouched, the others are ours, say so, and cover what an article can hold."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

SEEDS = Path(__file__).parent.parent / "seeds"
GUIDE = Path(__file__).parent.parent / "reader" / "guide"
CLIENT = SEEDS / "000_73ca37d0c5ce4629.txt"
# Of the file as the client gave it.
CLIENT_SHA256 = "8c30476889a30d86675bd198a788ccdb2745a4249d3c4fc1f8f8127f52a0d7a7"

ARTICLES = sorted(path for path in SEEDS.iterdir() if path.is_file() and path != CLIENT)
MARKDOWN = [path for path in ARTICLES if path.suffix in (".md", ".markdown")]
HTML = [path for path in ARTICLES if path.suffix == ".html"]
PLAIN = [path for path in ARTICLES if path.suffix == ".txt"]
ORIGIN = "Written for Dateline from public facts; no text was copied"


class _Metadata(HTMLParser):
    """Title and ``<meta>`` values of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self._open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open = tag
        given = dict(attrs)
        if tag == "html":
            self.values["language"] = given.get("lang") or ""
        name = given.get("name") or given.get("property")
        if tag == "meta" and name:
            self.values[name] = given.get("content") or ""

    def handle_data(self, data: str) -> None:
        if self._open == "title":
            self.values["title"] = data
            self._open = ""


def _metadata(path: Path) -> dict[str, str]:
    """What an article says of itself; ``published`` is set for every one that has a date."""
    text = path.read_text("utf-8")
    if path.suffix == ".html":
        page = _Metadata()
        page.feed(text)
        return {**page.values, "published": page.values.get("article:published_time", "")}
    if path.suffix == ".txt":
        return {
            "title": text.partition("\n")[0],
            "published": path.name[:10],
            "origin": text.rstrip().rpartition("\n")[2].rstrip("."),
            "author": "Dateline samples",
            "language": "en",
        }
    matter = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    assert matter, f"{path.name} has no front matter"
    values = dict(re.findall(r'^(\w+): *"?(.*?)"?$', matter[1], re.MULTILINE))
    return {**values, "published": values.get("published") or values.get("date", "")}


def _body(path: Path) -> str:
    """A Markdown article without its front matter."""
    return path.read_text("utf-8").split("\n---\n", 1)[1]


def _prose(path: Path) -> str:
    text = path.read_text("utf-8")
    if path.suffix == ".html":
        article = re.search(r"<article>(.*)</article>", text, re.DOTALL)
        assert article
        return re.sub(r"<[^>]+>", " ", article[1])
    return text if path.suffix == ".txt" else _body(path)


def test_the_clients_article_is_byte_for_byte_as_given() -> None:
    assert hashlib.sha256(CLIENT.read_bytes()).hexdigest() == CLIENT_SHA256


def test_there_are_eight_or_nine_articles_of_all_four_suffixes() -> None:
    assert len(ARTICLES) in (8, 9)
    assert {path.suffix for path in ARTICLES} == {".md", ".markdown", ".html", ".txt"}


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_each_article_says_what_it_is_and_where_it_is_from(path: Path) -> None:
    said = _metadata(path)
    assert said["title"].strip()
    assert said["origin"] == ORIGIN
    assert said["author"] == "Dateline samples"
    assert said.get("language") == "en"


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_each_article_has_the_date_that_its_name_has(path: Path) -> None:
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}-[a-z0-9]+(-[a-z0-9]+)*\.\w+", path.name)
    published = dt.datetime.fromisoformat(_metadata(path)["published"])
    assert published.date().isoformat() == path.name[:10]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_each_article_is_clean_text_of_a_readable_length(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "\r" not in text
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]", text)
    assert 250 <= len(_prose(path).split()) <= 700


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("headings of two levels", r"(?ms)^# .*^## "),
        ("nested bullets", r"(?m)^[-*] .*(?:\n .*)*\n {2,}[-*] "),
        ("a numbered list", r"(?m)^1\. .*(?:\n .*)*\n2\. "),
        ("a numbered list in another", r"(?m)^1\. .*\n {3}1\. "),
        ("a table", r"(?m)^\|.*\|\n\|[-:| ]+\|\n\|.*\|$"),
        ("a table with aligned columns", r"(?m)^\|[-:| ]*-:\|"),
        ("a block quotation", r"(?m)^> \S"),
        ("a quotation in a list", r"(?m)^ {3}> \S"),
        ("a link", r"\[[^\]]+\]\(https://[^)]+\)"),
        ("a bare link", r"<https://[^>]+>"),
        ("inline code", r"(?<!`)`[^`\n]+`(?!`)"),
        ("fenced code with its language", r"(?ms)^```(?:sh|json)\n.+?^```$"),
        ("an image with its description", r"!\[[^\]]{20,}\]\([^)]+\)"),
        ("a rule", r"(?m)^\n(?:---|\*\*\*)\n$"),
        ("emphasis", r"(?<!\*)\*[^*\s][^*]*\*(?!\*)"),
        ("strong words", r"\*\*[^*]+\*\*"),
        ("struck words", r"~~[^~]+~~"),
    ],
)
def test_the_markdown_articles_hold_between_them(what: str, pattern: str) -> None:
    assert any(re.search(pattern, _body(path)) for path in MARKDOWN), what


@pytest.mark.parametrize(
    ("script", "pattern"),
    [
        ("Cyrillic", r"[\u0400-\u04ff]{4}"),
        ("Ukrainian letters", r"[іїєґ]"),
        ("Han", r"[\u4e00-\u9fff]{2}"),
        ("Katakana", r"[\u30a0-\u30ff]{3}"),
        ("Hangul", r"[\uac00-\ud7af]{2}"),
        ("Arabic", r"[\u0600-\u06ff]{3}"),
        ("accented Latin", r"[à-ÿ]"),
        ("emoji", r"[\U0001f300-\U0001faff]"),
        ("flags of two code points", r"[\U0001f1e6-\U0001f1ff]{2}"),
        ("curly quotes", r"“[^”]+”"),
        ("the minus sign", "\u2212"),
    ],
)
def test_the_articles_hold_the_scripts_of_the_world(script: str, pattern: str) -> None:
    assert any(re.search(pattern, _prose(path)) for path in ARTICLES), script


def test_pictures_named_in_articles_are_there() -> None:
    named = [target for path in MARKDOWN for target in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", _body(path))]
    assert named
    for target in named:
        assert (SEEDS / target).is_file(), target


def test_plain_text_is_hard_wrapped() -> None:
    for path in PLAIN:
        lines = path.read_text("utf-8").split("\n")
        assert max(map(len, lines)) <= 78
        assert sum(len(line) > 60 for line in lines) > 20


def test_the_page_has_clutter_around_its_article() -> None:
    for path in HTML:
        page = path.read_text("utf-8")
        head, _, rest = page.partition("<article>")
        _, _, tail = rest.partition("</article>")
        assert "<nav" in head
        assert "<footer>" in tail
        assert "Subscribe" in tail
        assert "Subscribe" not in rest[: -len(tail)]


def test_json_in_fenced_code_is_valid_and_shows_facts() -> None:
    samples = [found for path in MARKDOWN for found in re.findall(r"(?ms)^```json\n(.+?)^```$", _body(path))]
    assert samples
    for sample in samples:
        for line in sample.strip().split("\n"):
            assert json.loads(line)["kind"] in {"actor", "date", "quote", "event", "figure"}


@pytest.mark.parametrize(
    ("actor", "forms"),
    [
        ("Joe Biden", ("US President Joe Biden", "President Biden", "Presidents Biden and Putin", "Joseph R. Biden")),
        ("Vladimir Putin", ("Russian President Vladimir Putin", "Putin", "Владимир Путин")),
        ("Dmitry Peskov", ("Kremlin spokesman Dmitry Peskov", "Dmitry\nPeskov", "Dmitri Peskow", "Песков")),
        ("Josep Borrell", ("Josep Borrell", "Borrell i Fontelles")),
        ("Wendy Sherman", ("Deputy Secretary of State Wendy Sherman", "Sherman")),
        ("Volodymyr Zelensky", ("Ukrainian President Volodymyr Zelensky", "Володимир Зеленський")),
    ],
)
def test_the_same_actors_appear_in_several_articles_and_forms(actor: str, forms: tuple[str, ...]) -> None:
    texts = {path.name: re.sub(r"[ \n]+", " ", _prose(path)) for path in [CLIENT, *ARTICLES]}
    surname = actor.split()[-1]
    assert sum(surname in text for text in texts.values()) >= 2
    for form in forms:
        assert any(form.replace("\n", " ") in text for text in texts.values()), form


def test_weekdays_and_dates_of_the_week_of_talks_agree() -> None:
    days = {"2021-06-16": "Wednesday", "2021-12-07": "Tuesday", "2022-01-10": "Monday", "2022-01-12": "Wednesday",
            "2022-01-13": "Thursday", "2021-12-25": "Saturday", "2022-12-18": "Sunday"}  # fmt: skip
    for path in ARTICLES:
        if day := days.get(path.name[:10]):
            assert f"{dt.date.fromisoformat(path.name[:10]):%A}" == day
            assert f"on {day}" in re.sub(r"\s+", " ", _prose(path)) or f"of {day}" in _prose(path), path.name


@pytest.mark.parametrize("name", ["guide.md", "welcome.md"])
def test_tables_of_the_guide_fit_a_narrow_terminal(name: str) -> None:
    body = (GUIDE / name).read_text("utf-8")
    rows = [line for line in body.split("\n") if line.startswith("|")]
    assert rows
    assert max(len(row.replace("`", "").replace("*", "")) for row in rows) <= 72


def test_the_welcome_article_has_what_it_teaches_to_look_for() -> None:
    text = (GUIDE / "welcome.md").read_text("utf-8")
    assert "published:" not in text, "it teaches the key P: its date must be unknown"
    for wanted in ("Alexander Graham Bell", "24 May 1844", "this Thursday", "January 10", "“Mr. Watson"):
        assert wanted in text
