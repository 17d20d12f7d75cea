"""Feeds as the web has them: well formed, odd, broken. Each is made with so many entries, none of which may be lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

MARK = "ENDMARK"


@dataclass(frozen=True)
class Case:
    """A feed and how many entries must come of it."""

    name: str
    data: bytes
    entries: int
    strict: bool = True
    """Whether each entry's title must hold the mark; of bytes that are damaged only their number is sure."""


def _items(count: int, inner: Callable[[int], str] = lambda n: "", tag: str = "item") -> str:
    return "".join(
        f"<{tag}><title>{MARK} {n}</title><link>http://e.example/{n}</link><guid>g{n}</guid>"
        f"<description>Words of {n}.</description>{inner(n)}</{tag}>"
        for n in range(count)
    )


def _rss(
    items: str, *, version: str = "2.0", head: str = "", decl: str = '<?xml version="1.0" encoding="utf-8"?>'
) -> str:
    channel = f"<channel><title>F</title><link>http://e.example/</link>{items}</channel>"
    return f'{decl}{head}<rss version="{version}" xmlns:dc="http://purl.org/dc/elements/1.1/">{channel}</rss>'


def _atom(entries: str, attributes: str = "") -> str:
    head = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"'
    return f"{head}{attributes}><title>F</title><id>urn:f</id>{entries}</feed>"


def _entries(count: int, inner: str = "<content>Words.</content>") -> str:
    return "".join(
        f'<entry><title>{MARK} {n}</title><id>urn:{n}</id><link href="http://e.example/{n}"/>'
        f"<updated>2026-01-05T10:00:0{n}Z</updated>{inner}</entry>"
        for n in range(count)
    )


def _texts() -> Iterator[tuple[str, str, int]]:
    for version in ("0.90", "0.91", "0.92", "0.93", "0.94", "1.0", "2.0", "2.1", "", "nonsense"):
        yield f"rss {version or 'without a version'}", _rss(_items(3), version=version), 3
    yield "no declaration", _rss(_items(3), decl=""), 3
    yield "blank lines before the declaration", "\n\n  " + _rss(_items(3)), 3
    yield "a comment first", _rss(_items(3), decl="<!-- made by hand -->"), 3
    yield "a stylesheet", _rss(_items(3), head='<?xml-stylesheet type="text/xsl" href="http://e.example/x.xsl"?>'), 3
    yield (
        "a doctype",
        _rss(_items(3), head='<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://e.example/rss.dtd">'),
        3,
    )
    yield "an entity of its own", _rss(_items(3), head='<!DOCTYPE rss [<!ENTITY copy "(c)">]>'), 3
    yield "an external entity", _rss(_items(3), head='<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>'), 3
    yield "HTML entities", _rss(_items(3, lambda n: "<category>caf&eacute; &nbsp; &mdash;</category>")), 3
    yield "unknown entities", _rss(_items(3, lambda n: "<category>&unheardof;</category>")), 3
    yield "bare ampersands", _rss(_items(3, lambda n: "<category>Marks & Spencer & Co</category>")), 3
    yield "ampersands in links", _rss(_items(3, lambda n: "<comments>http://e.example/?a=1&b=2</comments>")), 3
    yield "control characters", _rss(_items(3, lambda n: "<category>a\x0bb\x1bc</category>")), 3
    yield "character references to controls", _rss(_items(3, lambda n: "<category>&#11;&#27;&#0;</category>")), 3
    yield "tags never closed in text", _rss(_items(3, lambda n: "<category>a <b>bold</category>")), 3
    yield "raw HTML in descriptions", _rss(_items(3, lambda n: "<summary><p>one<br>two<img src=x></p></summary>")), 3
    yield "cut off at the end", _rss(_items(3)).removesuffix("</channel></rss>"), 3
    yield "cut off within the last entry", _rss(_items(3))[:-35], 3
    yield "something after the end", _rss(_items(3)) + "<script>alert(1)</script> and more", 3
    yield "a second document after the first", _rss(_items(3)) + "\n<!-- cached 10:00 -->\n", 3
    yield (
        "items outside the channel",
        '<rss version="2.0"><channel><title>F</title></channel>' + _items(3) + "</rss>",
        3,
    )
    yield "upper case tags", _rss(_items(3)).replace("<item>", "<ITEM>").replace("</item>", "</ITEM>"), 3
    yield "attributes without quotes", _rss(_items(3, lambda n: "<enclosure url=http://e.example/a.mp3 />")), 3
    yield "the same attribute twice", _rss(_items(3, lambda n: '<category a="1" a="2">x</category>')), 3
    yield "an undeclared prefix", _rss(_items(3, lambda n: "<media:title>x</media:title>")), 3
    yield "CDATA", _rss(_items(3, lambda n: "<category><![CDATA[<b>x</b> & y]]></category>")), 3
    yield "CDATA never closed", _rss(_items(2) + f"<item><title>{MARK} 2</title><description><![CDATA[no end"), 3
    yield "no guids", _rss(_items(3).replace("<guid>", "<x>").replace("</guid>", "</x>")), 3
    yield (
        "no links",
        _rss(_items(3).replace("<link>http://e.example/", "<x>").replace("</link><guid>", "</x><guid>")),
        3,
    )
    yield (
        "no titles but descriptions",
        _rss("".join(f"<item><description>{MARK} {n}</description></item>" for n in range(3))),
        3,
    )
    yield "one guid for all", _rss(_items(3).replace("<guid>g0", "<guid>g1").replace("<guid>g2", "<guid>g1")), 3
    yield "empty guids", _rss(_items(3).replace("g0<", "<").replace("g1<", "<").replace("g2<", "<")), 3
    yield "no title of the feed", _rss(_items(3)).replace("<title>F</title>", ""), 3
    yield "no entries", _rss(""), 0
    yield (
        "two channels",
        '<rss version="2.0">' + f"<channel>{_items(2)}</channel><channel>{_items(3)[len(_items(2)) :]}</channel></rss>",
        3,
    )
    yield (
        "content:encoded",
        _rss(_items(3, lambda n: "<encoded xmlns='http://purl.org/rss/1.0/modules/content/'>x</encoded>")),
        3,
    )
    rdf = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
    rdf_items = "".join(
        f'<item rdf:about="http://e.example/{n}"><title>{MARK} {n}</title><link>http://e.example/{n}</link></item>'
        for n in range(3)
    )
    yield (
        "RDF",
        f'<rdf:RDF {rdf}><channel rdf:about="http://e.example/"><title>F</title></channel>{rdf_items}</rdf:RDF>',
        3,
    )
    yield "Atom 1.0", _atom(_entries(3)), 3
    yield "Atom 0.3", _atom(_entries(3)).replace("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"), 3
    yield (
        "Atom with a prefix",
        _atom(_entries(3))
        .replace("<", "<a:")
        .replace("<a:/", "</a:")
        .replace("<a:?", "<?")
        .replace("xmlns=", "xmlns:a="),
        3,
    )
    yield (
        "Atom of XHTML",
        _atom(_entries(3, '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a</p></div></content>')),
        3,
    )
    yield "Atom with a base", _atom(_entries(3), ' xml:base="http://e.example/deep/"'), 3
    yield "Atom with a hostile base", _atom(_entries(3), ' xml:base="javascript:alert(1)//"'), 3
    yield "Atom with text around", _atom("loose words" + _entries(3) + "more loose words"), 3
    yield "Atom of a source", _atom(_entries(3, "<source><title>Elsewhere</title></source>")), 3
    yield (
        "Atom out of order",
        _atom(_entries(3)).replace("<title>F</title><id>urn:f</id>", "").replace("</feed>", "<title>F</title></feed>"),
        3,
    )
    yield "Atom without updates", _atom(_entries(3).replace("updated>", "other>")), 3
    yield (
        "a podcast",
        _rss(_items(3, lambda n: '<enclosure url="http://e.example/a.mp3" type="audio/mpeg" length="x"/>')),
        3,
    )
    yield (
        "dates of every kind",
        _rss(_items(3, lambda n: f"<pubDate>{('yesterday', '2026-02-30', 'Mon, 99 Foo 2026')[n]}</pubDate>")),
        3,
    )
    yield "deep", _rss("<x>" * 3000 + "</x>" * 3000 + _items(3)), 3
    attributes = " ".join(f"a{n}='x'" for n in range(3000))
    yield "many attributes", _rss(f"<x {attributes}/>" + _items(3)), 3
    yield "a very long title", _rss(_items(3).replace(f"{MARK} 1", f"{MARK} 1 " + "long " * 40_000)), 3
    yield "many", _rss(_items(700)), 700


def cases() -> Iterator[Case]:
    """All of them."""
    for name, text, entries in _texts():
        yield Case(name, text.encode("utf-8", "surrogatepass"), entries)
    plain = _rss(_items(3, lambda n: "<category>Zürich, Łódź, Αθήνα</category>"))
    latin = plain.replace("Łódź, Αθήνα", "Genève")
    yield Case("UTF-8 with a mark", b"\xef\xbb\xbf" + plain.encode(), 3)
    yield Case("UTF-16", plain.replace("utf-8", "utf-16").encode("utf-16"), 3)
    yield Case("Latin-1", latin.replace("utf-8", "iso-8859-1").encode("latin-1"), 3)
    yield Case("Windows-1252", latin.replace("utf-8", "windows-1252").encode("cp1252"), 3)
    yield Case("Latin-1 that says UTF-8", latin.encode("latin-1"), 3)
    yield Case("UTF-8 that says ASCII", plain.replace("utf-8", "us-ascii").encode(), 3)
    yield Case("an encoding that nobody knows", plain.replace("utf-8", "x-unheard").encode(), 3)
    yield Case("broken bytes", plain.encode().replace(b"Z\xc3\xbc", b"Z\xc3\xff"), 3)
    yield Case("zeros", plain.encode().replace(b"rich", b"r\0ich"), 3)
    yield Case("CRLF", plain.replace("><", ">\r\n<").encode(), 3)
    json = (
        '{"version":"https://jsonfeed.org/version/1.1","title":"F","items":['
        + ",".join(f'{{"id":{n},"title":"{MARK} {n}","content_html":"<p>x"}}' for n in range(3))
        + "]}"
    )
    yield Case("JSON Feed with numbers for ids", json.encode(), 3)
    yield Case("JSON Feed with a mark", b"\xef\xbb\xbf" + json.encode(), 3)
    yield Case("JSON Feed with rubbish among the items", json.replace("[{", '[null,7,"x",[],{').encode(), 3)
    yield Case("JSON Feed of surrogates", json.replace("<p>x", "\\ud800 \\udfff").encode(), 3)
    yield Case("JSON Feed with raw newlines", json.replace("<p>x", "<p>a\nb").encode(), 3)
    yield Case("JSON Feed of huge numbers", json.replace('"id":1', '"id":' + "9" * 9000).encode(), 3)
