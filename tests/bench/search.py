"""How fast and how well the library is searched, beside others, in one run.

``python -m tests.bench.search --peers DIR --source SOURCE.jsonl --work DIR [--sizes 10000,100000] [--budget 10]``

DIR has ``corpus.py``, which makes articles and queries out of SOURCE, and ``search_peers.py``, which types every query
letter by letter into each engine. This file is the ``--module`` that search_peers.py loads: our search, over a database
made as the library makes it (texts compressed, connections read-only with a small cache). Peers that are not installed
are skipped. The corpus of 1,000,000 has 50 to 70 words an article, the others 300 to 500.

Besides what search_peers.py prints: articles indexed a second, size by table, time from the start of a process to its
first answer, memory, and quality over many queries of five kinds: how often what was meant comes first and among ten.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import sqlite3
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from reader.search.index import Index
from reader.search.searcher import Searcher

DATABASE = os.environ.get("BENCH_DATABASE", "")
TIER = os.environ.get("BENCH_TIER", "search")
NAME = {"search": "Dateline, titles and texts", "titles": "Dateline, titles"}[TIER]

_BATCH = 1_000
"""Articles in one transaction, as a folder is added."""

_TITLE_PEERS = "tier1,fzf,rf_ts"
_TEXT_PEERS = "fts_prefix,twotier,tan,tanf,rg"

_searcher: Searcher | None = None
_connection: sqlite3.Connection | None = None


# -- the column for search_peers.py ----------


def build(docs: Iterable[tuple[int, str, str]]) -> None:
    """Make the database, unless it is there; prints how long the index took of it."""
    if Path(DATABASE).exists():
        return
    connection = sqlite3.connect(DATABASE, isolation_level=None)
    connection.executescript(
        "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -64000;"
        "CREATE TABLE document(rowid INTEGER PRIMARY KEY, text BLOB);"
    )
    index = Index(connection)
    index.create()
    count = 0
    spent = busy = 0.0
    connection.execute("BEGIN")
    for number, title, body in docs:
        connection.execute("INSERT INTO document VALUES(?, ?)", (number + 1, zlib.compress(body.encode(), 3)))
        begin, begin_busy = time.perf_counter(), time.process_time()
        index.add(number + 1, title, body)
        count += 1
        if count % _BATCH == 0:
            index.refresh()
            connection.execute("COMMIT")
            connection.execute("BEGIN")
        spent += time.perf_counter() - begin
        busy += time.process_time() - begin_busy
    begin, begin_busy = time.perf_counter(), time.process_time()
    index.refresh()
    connection.execute("COMMIT")
    merging = time.perf_counter()
    connection.execute("BEGIN")
    index.optimize()
    connection.execute("COMMIT")
    end = time.perf_counter()
    spent += end - begin
    busy += time.process_time() - begin_busy
    print(
        f"    index: {count / spent:,.0f} articles a second ({count / busy:,.0f} a second of processor time),"
        f" commits and the final merge of {end - merging:.1f} s included",
        flush=True,
    )
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def open_() -> None:
    """Open the database as the reader does."""
    global _searcher, _connection
    _connection = connection = sqlite3.connect(
        f"{Path(DATABASE).resolve().as_uri()}?mode=ro", uri=True, isolation_level=None
    )
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA cache_size = -8000")
    _searcher = Searcher(connection, text_of)


def text_of(rowid: int) -> str:
    """The text of an article, as the library keeps it."""
    assert _connection is not None
    row = _connection.execute("SELECT text FROM document WHERE rowid = ?", (rowid,)).fetchone()
    return zlib.decompress(row[0]).decode() if row else ""


def search(query: str) -> list[str]:
    """Titles of the first twenty hits."""
    assert _searcher is not None
    ask = _searcher.titles if TIER == "titles" else _searcher.search
    return [hit.title for hit in ask(query, 20).hits]


# -- quality over many queries ----------


def slip(rng: random.Random, word: str, at: int | None = None) -> str:
    """One random edit: a letter lost, doubled, changed, or two swapped; at ``at`` or anywhere."""
    while True:
        place = rng.randrange(len(word) - 1) if at is None else at
        kind = rng.randrange(4)
        if kind == 0:
            edited = word[:place] + word[place + 1 :]
        elif kind == 1:
            edited = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        elif kind == 2:
            edited = word[:place] + word[place] + word[place:]
        else:
            edited = word[:place] + rng.choice("aeiourstlnpmdc") + word[place + 1 :]
        if edited.lower() != word.lower():
            return edited


KINDS: dict[str, Callable[[random.Random, list[str]], list[str]]] = {
    "no typo": lambda rng, words: words,
    "one edit": lambda rng, words: [slip(rng, words[0]), words[1]],
    "first letter": lambda rng, words: [slip(rng, words[0], 0), words[1]],
    "edit in each word": lambda rng, words: [slip(rng, word) for word in words],
    "one edit, words of the text": lambda rng, words: [slip(rng, words[0]), *words[1:]],
}
_TERM = re.compile(r"\w+")


def quality(docs: Path, amount: int) -> None:
    """Print the share of queries whose article, or one with all the words meant, comes first and among ten."""
    rng = random.Random(5)
    articles = _sample(docs, amount, rng)
    for kind, edit in KINDS.items():
        of_text = kind.endswith("text")
        first = ten = asked = 0
        for title, body in articles:
            words = re.findall(r"[A-Za-z]{5,}", body.split("\n")[0] if of_text else title)
            if len(set(words)) < 3:
                continue
            words = rng.sample(sorted(set(words)), 3 if of_text else 2)
            words.sort(key=len, reverse=True)
            asked += 1
            assert _searcher is not None
            hits = _searcher.search(" ".join(edit(rng, words)) + " ", 10).hits
            meant = {word.lower() for word in words}
            good = [
                hit.title == title or meant <= _words(f"{hit.title} {text_of(hit.rowid) if of_text else ''}")
                for hit in hits
            ]
            first += bool(good and good[0])
            ten += any(good)
        print(f"    {kind:<28} first {first / asked:6.1%}   among ten {ten / asked:6.1%}   of {asked}", flush=True)


def _words(text: str) -> set[str]:
    return set(_TERM.findall(text.lower()))


def _sample(docs: Path, amount: int, rng: random.Random) -> list[tuple[str, str]]:
    kept: list[tuple[str, str]] = []
    for number, line in enumerate(_lines(docs)):
        if len(kept) < amount:
            kept.append((line["title"], line["body"]))
        else:
            place = rng.randrange(number + 1)
            if place < amount:
                kept[place] = (line["title"], line["body"])
    return kept


def _lines(docs: Path) -> Iterator[dict[str, str]]:
    with docs.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


# -- start, memory, size ----------

_FIRST = """
import re, time
began = time.perf_counter()
from tests.bench import search
search.open_()
opened = time.perf_counter()
search.search("gaurantees secur")
first = time.perf_counter()
search.search("gaurantees securi")
second = time.perf_counter()
status = open("/proc/self/status").read()
rss, anonymous = (int(re.search(name + r":\\s+(\\d+)", status)[1]) / 1024 for name in ("VmRSS", "RssAnon"))
print(f"    imports {opened - began:.3f} s, first answer {first - opened:.3f} s, the next {second - first:.4f} s;"
      f" memory {rss:.0f} MB, of it anonymous {anonymous:.0f} MB")
"""
_TYPING = """
import json, random, re, resource, sys
from tests.bench import search
search.open_()
queries = [one[kind] for one in json.load(open(sys.argv[1])) for kind in ("clean", "typo")]
for query in queries:
    for end in range(2, len(query) + 1):
        search.search(query[:end])
status = open("/proc/self/status").read()
rss, anonymous = (int(re.search(name + r":\\s+(\\d+)", status)[1]) / 1024 for name in ("VmHWM", "RssAnon"))
print(f"    after typing all {len(queries)} queries: memory at most {rss:.0f} MB, anonymous {anonymous:.0f} MB")
"""


def size() -> None:
    """Print what the index takes, by table."""
    connection = sqlite3.connect(DATABASE)
    rows = connection.execute(
        "SELECT name, sum(pgsize) / 1e6 FROM dbstat WHERE name LIKE 'search%' GROUP BY name ORDER BY 2 DESC"
    ).fetchall()
    text, articles = connection.execute("SELECT sum(length(text)) / 1e6, count(*) FROM document").fetchone()
    terms = connection.execute("SELECT count(*) FROM search_term").fetchone()[0]
    shares = ", ".join(
        f"{name.removeprefix('search_')} {megabytes:.1f}" for name, megabytes in rows if megabytes >= 0.1
    )
    print(
        f"    {articles:,} articles, {terms:,} terms; index {sum(row[1] for row in rows):.0f} MB ({shares});"
        f" compressed texts {text:.0f} MB",
        flush=True,
    )


# -- the run ----------


def main() -> None:
    """Run everything for each size."""
    global DATABASE, TIER
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path, required=True, help="folder with corpus.py and search_peers.py")
    parser.add_argument("--source", type=Path, required=True, help="short news as JSON Lines, for corpus.py")
    parser.add_argument("--work", type=Path, required=True, help="folder for corpora and indexes; they are kept")
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--budget", type=float, default=10.0, help="seconds of typing for each engine")
    parser.add_argument("--quality", type=int, default=500, help="queries of each kind")
    parser.add_argument("--title-peers", default=_TITLE_PEERS)
    parser.add_argument("--text-peers", default=_TEXT_PEERS)
    chosen = parser.parse_args()
    chosen.work.mkdir(parents=True, exist_ok=True)
    corpus = [sys.executable, str(chosen.peers / "corpus.py")]
    for number in map(int, chosen.sizes.split(",")):
        words = "50-70" if number >= 1_000_000 else "300-500"
        docs, queries = chosen.work / f"docs_{number}.jsonl", chosen.work / f"queries_{number}.json"
        if not docs.exists():
            made = ["--source", str(chosen.source), "--n", str(number), "--words", words, "--out", str(docs)]
            subprocess.run([*corpus, "docs", *made], check=True)
        if not queries.exists():
            subprocess.run([*corpus, "queries", "--docs", str(docs), "--out", str(queries)], check=True)
        print(f"\n== {number:,} articles of {words} words", flush=True)
        DATABASE = str(chosen.work / f"dateline_{number}.db")
        for tier, engines in (("titles", chosen.title_peers), ("search", chosen.text_peers)):
            peers = [
                sys.executable,
                str(chosen.peers / "search_peers.py"),
                "--docs",
                str(docs),
                "--queries",
                str(queries),
            ]
            place = chosen.work / f"peers_{number}"
            peers += ["--work", str(place), "--engines", engines or "none", "--budget", str(chosen.budget), "--reuse"]
            subprocess.run([*peers, "--module", __file__], check=True, env=_environment(tier))
        size()
        for script, arguments in ((_FIRST, []), (_TYPING, [str(queries)])):
            subprocess.run([sys.executable, "-c", script, *arguments], check=True, env=_environment("search"))
        open_()
        quality(docs, chosen.quality)


def _environment(tier: str) -> dict[str, str]:
    root = str(Path(__file__).parents[2])
    return {**os.environ, "BENCH_DATABASE": DATABASE, "BENCH_TIER": tier, "PYTHONPATH": root}


if __name__ == "__main__":
    main()
