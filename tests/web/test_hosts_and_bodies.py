"""Names, hosts and bodies: nobody is held up by a silent name server, hosts are asked by twos, bodies come whole."""

from __future__ import annotations

import asyncio
import gzip
import socket
import threading
import time
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from reader.jobs.fetching import Fetching, Wanted
from reader.sources.web import connection
from reader.sources.web import fetch as fetch_module
from reader.sources.web.answer import Fetched, FetchError
from reader.sources.web.fetch import fetch
from tests.web.server import Answer, Asked, Web, item, rss

FEED = rss(item("a"))


@pytest.fixture
def names(web: Web, monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Every name means the server; those that begin with "silent" do when the event is set, or at the end."""
    speaks = threading.Event()

    def look(host: str, port: int, **_: Any) -> list[Any]:
        if host.startswith("silent"):
            speaks.wait(30)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", look)
    monkeypatch.setattr(connection, "is_public", lambda place: True)
    yield speaks
    speaks.set()


def fetched(wanted: list[Wanted]) -> dict[int, Fetched | FetchError]:
    answers: dict[int, Fetched | FetchError] = {}
    over = threading.Event()

    def answered(asked: Wanted, answer: Fetched | FetchError) -> None:
        answers[asked.place] = answer
        if isinstance(answer, Fetched):
            work.taken(len(answer.body))

    work = Fetching(wanted, answered, over.set)
    work.start()
    assert over.wait(60)
    return answers


def test_a_silent_name_server_holds_up_no_other_name(
    web: Web, names: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "CONNECT", 4.0)
    web.says("/feed", FEED)
    hosts = [f"silent{at}.example" for at in range(16)] + [f"good{at}.example" for at in range(16)]
    answers = fetched([Wanted(at, f"http://{host}:{web.port}/feed") for at, host in enumerate(hosts)])
    assert [isinstance(answers[at], Fetched) for at in range(32)] == [False] * 16 + [True] * 16
    assert {str(answers[at]) for at in range(16)} == {"did not answer in time"}
    assert not names.is_set()  # nobody waited for them in the end either


def test_an_address_that_breaks_the_fetching_ends_no_other(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = connection.ask

    async def ask(address: str, *given: Any) -> Any:
        if address.endswith("/odd"):
            raise AssertionError
        return await asked(address, *given)

    monkeypatch.setattr(fetch_module, "ask", ask)
    wanted = [Wanted(at, web.says(path, FEED), private=True) for at, path in enumerate(("/a", "/odd", "/b"))]
    answers = fetched(wanted)
    assert [str(answers[1]), *(isinstance(answers[at], Fetched) for at in (0, 2))] == [
        "could not be fetched",
        True,
        True,
    ]


def test_a_name_that_means_nothing_is_told(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    def look(*_: Any, **__: Any) -> list[Any]:
        raise socket.gaierror(socket.EAI_NONAME, "not known")

    monkeypatch.setattr(socket, "getaddrinfo", look)
    with pytest.raises(FetchError, match="the host is not known"):
        asyncio.run(fetch("http://nobody.example/"))


def test_a_host_is_asked_by_twos_also_where_redirects_lead(web: Web, names: threading.Event) -> None:
    busy, most, lock = 0, 0, threading.Lock()

    def slowly(asked: Asked) -> Answer:
        nonlocal busy, most
        with lock:
            busy += 1
            most = max(most, busy)
        time.sleep(0.05)
        with lock:
            busy -= 1
        return Answer(FEED.encode())

    web.answers["/feed"] = slowly
    web.moves("/moved", f"http://hub.example:{web.port}/feed", 302)
    wanted = [Wanted(at, f"http://from{at}.example:{web.port}/moved") for at in range(12)]
    answers = fetched(wanted)
    assert all(isinstance(answer, Fetched) for answer in answers.values())
    assert most == 2


def test_to_wait_for_a_host_counts_towards_no_deadline(web: Web, names: threading.Event) -> None:
    waits = []

    class Turn:
        def __init__(self, host: str) -> None:
            waits.append(host)

        async def __aenter__(self) -> None:
            await asyncio.sleep(0.3)

        async def __aexit__(self, *_: object) -> None:
            pass

    web.moves("/moved", f"http://b.example:{web.port}/feed", 302)
    web.says("/feed", FEED)
    found = asyncio.run(fetch(f"http://a.example:{web.port}/moved", deadline=0.5, turn=Turn))
    assert found.body == FEED.encode()
    assert waits == ["a.example", "b.example"]
    web.answers["/feed"] = Answer(b"", wait=threading.Event())
    with pytest.raises(FetchError, match="took longer than"):
        asyncio.run(fetch(f"http://a.example:{web.port}/moved", deadline=0.5))


@pytest.mark.parametrize(
    ("statuses", "moved"),
    [((301, 308), "/2"), ((301, 302), "/1"), ((308, 307, 301), "/1"), ((302, 301), ""), ((303,), ""), ((), "")],
)
def test_where_a_feed_has_gone_for_good_is_remembered(web: Web, statuses: tuple[int, ...], moved: str) -> None:
    for at, status in enumerate(statuses):
        web.moves(f"/{at}", web.at(f"/{at + 1}"), status)
    web.says(f"/{len(statuses)}", FEED)
    found = asyncio.run(fetch(web.at("/0"), private=True))
    assert found.body == FEED.encode()
    assert found.moved == (web.at(moved) if moved else "")


@pytest.mark.parametrize("behind", [b"", b"\0" * 512])
def test_a_body_packed_in_pieces_comes_whole(web: Web, behind: bytes) -> None:
    long = FEED + " " * 300_000
    cuts = [0, 1, 500, 70_000, 70_001, len(long)]
    pieces = [gzip.compress(long[start:end].encode()) for start, end in pairwise(cuts)]
    address = web.says("/feed", b"".join(pieces) + behind, Content_Encoding="gzip")
    assert asyncio.run(fetch(address, private=True)).body == long.encode()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (gzip.compress(b"a" * 1000) + gzip.compress(b"b" * 1000)[:-4], "cut short"),
        (gzip.compress(b"") * 2000, "too many pieces"),
        (gzip.compress(b"\0" * (7 * 1024 * 1024)) * 3, "larger than 20 MB when unpacked"),
    ],
    ids=("cut", "many", "large"),
)
def test_pieces_that_are_too_much_or_too_little_are_refused(web: Web, body: bytes, said: str) -> None:
    address = web.says("/feed", body, Content_Encoding="gzip")
    with pytest.raises(FetchError, match=said):
        asyncio.run(fetch(address, private=True))


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<rss", "the connection broke off"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n", "the connection broke off"),
        (b"HTTP/1.1 200", "the connection broke off"),
        (b"", "the connection broke off"),
        (b"220 mail.example ESMTP\r\n\r\n", "the server's answer is no proper HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n<rss", "the server's answer is no proper HTTP"),
    ],
    ids=("short", "half a chunk", "half a line", "nothing", "mail", "no number"),
)
def test_a_connection_that_breaks_off_is_no_improper_answer(said: bytes, reason: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            talk, _ = server.accept()
            with talk:
                talk.recv(4096)
                talk.sendall(said)

        thread = threading.Thread(target=answer)
        thread.start()
        with pytest.raises(FetchError, match=f"^{reason}$"):
            asyncio.run(fetch(f"http://127.0.0.1:{server.getsockname()[1]}/", private=True))
        thread.join()
