"""A small server of the web on 127.0.0.1: what each path answers is put down by the test."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Answer:
    """What a path says."""

    body: bytes = b""
    type: str = "application/rss+xml"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    wait: threading.Event | None = None
    """Answered when this is set, at the latest after 20 seconds."""


@dataclass
class Asked:
    """What was asked for."""

    path: str
    headers: dict[str, str]


class Web:
    """Paths and their answers; ``asked`` is what came in."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.answers: dict[str, Answer | Callable[[Asked], Answer]] = {}
        self.asked: list[Asked] = []
        self.together: dict[str, int] = {}
        self.most_together = 0

    def at(self, path: str) -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"

    def says(self, path: str, body: bytes | str, type: str = "application/rss+xml", **headers: str) -> str:
        """Put an answer down; gives its address."""
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = Answer(data, type, headers=named)
        return self.at(path)

    def fails(self, path: str, status: int, **headers: str) -> str:
        """Put a refusal down; gives its address."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = Answer(b"no", "text/plain", status, named)
        return self.at(path)

    def moves(self, path: str, to: str, status: int = 301) -> str:
        """Put a redirect down; gives its address."""
        self.answers[path] = Answer(b"", "text/plain", status, {"Location": to})
        return self.at(path)

    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [asked.path for asked in self.asked]


@contextmanager
def serving() -> Iterator[Web]:
    """A server for as long as the block lasts."""
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: Any) -> None:
            pass

        def do_GET(self) -> None:
            asked = Asked(self.path, {name.lower(): value for name, value in self.headers.items()})
            with lock:
                web.asked.append(asked)
                host = asked.headers.get("host", "")
                web.together[host] = web.together.get(host, 0) + 1
                web.most_together = max(web.most_together, web.together[host])
            try:
                found = web.answers.get(self.path.split("?")[0])
                answer = found(asked) if callable(found) else found or Answer(b"no", "text/plain", 404)
                if answer.wait is not None:
                    answer.wait.wait(20)
                self.send_response(answer.status)
                self.send_header("Content-Type", answer.type)
                self.send_header("Content-Length", str(len(answer.body)))
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(answer.body)
            except OSError:
                self.close_connection = True
            finally:
                with lock:
                    web.together[host] -= 1

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    web = Web(server.server_port)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()


def rss(*items: str, title: str = "The Herald") -> str:
    """A feed of items."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
        f"<title>{title}</title><link>http://127.0.0.1/</link><description>d</description>{''.join(items)}</channel></rss>"
    )


def item(
    name: str,
    *,
    title: str = "",
    link: str = "",
    guid: str | None = None,
    text: str = "",
    date: str = "",
    more: str = "",
) -> str:
    """An item of a feed, its guid by its name."""
    words = text or f"The talks on {name} went on in Geneva, and the envoys said that they would meet again."
    parts = [f"<title>{title or f'News of {name}'}</title>", f"<description>{words}</description>"]
    parts += [f"<link>{link}</link>"] if link else []
    parts += [f"<guid>{name if guid is None else guid}</guid>"] if guid != "" else []
    parts += [f"<pubDate>{date}</pubDate>"] if date else []
    return f"<item>{''.join(parts)}{more}</item>"
