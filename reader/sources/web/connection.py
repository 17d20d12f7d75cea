"""Connections that go only where they may: the address is checked that the socket is connected to, at every hop.

Names are resolved here, each network address is looked at, and the connection is made to that address itself: a name
that means something else a moment later gains nothing.

HTTP/1.1 is h11's, one request on a connection. httpx with httpcore, which are made of the same h11, took 0.78 s of a
processor for 500 feeds, and 0.1 s to load; this takes 0.15 s (tests/bench/feeds.py). Cookies, redirects, proxies and
passwords of the environment, which they would have to be kept from, do not exist here.
"""

from __future__ import annotations

import asyncio
import base64
import ipaddress
import socket
import ssl
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import TracebackType
from urllib.parse import unquote_to_bytes, urlsplit

import h11

from reader import __version__
from reader.sources.web.address import is_public

USER_AGENT = f"Dateline/{__version__} (news reader for the terminal)"
ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, */*;q=0.5"
CONNECT, READ = 10.0, 15.0
"""Seconds for a connection, and of silence while something is read."""
_HEAD = 100 * 1024
"""Bytes of an answer's head at most."""
_AT_A_TIME = 64 * 1024
# A connection each: feeds lie on as many hosts, and a server that keeps one open cannot leave us hanging on it.
_ALWAYS = (
    ("User-Agent", USER_AGENT), ("Accept", ACCEPT), ("Accept-Encoding", "gzip, deflate"), ("Connection", "close"),
)  # fmt: skip


class NoAnswer(Exception):
    """A request that came to nothing."""


class PrivateAddress(NoAnswer):
    """The host is this machine, or in its network."""


class NoSuchHost(NoAnswer):
    """The name means no host."""


class NoConnection(NoAnswer):
    """The host does not take it; the cause says why."""


class TooSlow(NoAnswer):
    """The host was silent for too long."""


class BrokenOff(NoAnswer):
    """The connection ended in between."""


class NotHttp(NoAnswer):
    """What the host said, or was to be asked, is no proper HTTP."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The head of what a server answered, and its body as it comes."""

    status: int
    headers: Mapping[str, str]
    """By names in lower case; of one that came twice the first, joined with the others by a comma."""
    count: int
    """How many lines of headers came."""
    body: AsyncIterator[bytes]


class Request:
    """A GET of one address on a connection of its own: ``async with Request(...) as answer``."""

    def __init__(self, address: str, headers: Mapping[str, str], *, private: bool) -> None:
        """
        :param address: as :func:`reader.sources.web.address.web_address` gives it.
        :param headers: beside those that every request has.
        :param private: whether the host may be in this machine's own network.
        """
        self._parts = urlsplit(address)
        self._headers = headers
        self._private = private
        self._talk = h11.Connection(h11.CLIENT, max_incomplete_event_size=_HEAD)
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def __aenter__(self) -> Answer:
        """:raises NoAnswer: as the name of its kind says."""
        parts = self._parts
        secure = parts.scheme == "https"
        host = ascii_host(parts.hostname or "")
        said = self._said(host)
        port = parts.port or (443 if secure else 80)
        self._reader, self._writer = await _connected(host, port, self._private, trusted() if secure else None)
        try:
            self._writer.write(said)
            while isinstance(head := await self._next(), h11.InformationalResponse) and head.status_code != 101:
                pass
            if not isinstance(head, h11.Response):
                raise NotHttp("no answer where one is due")
        except BaseException:
            self._close()
            raise
        headers: dict[str, str] = {}
        for raw_name, raw in head.headers:
            name, value = raw_name.decode("ascii", "replace").lower(), raw.decode("latin-1")
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
        return Answer(head.status_code, headers, len(head.headers), self._body())

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def _close(self) -> None:
        if self._writer is not None:
            self._writer.transport.abort()  # nothing more is said on it, and TLS's farewell may take for ever

    def _said(self, host: str) -> bytes:
        parts = self._parts
        where = f"[{host}]" if ":" in host else host
        headers = [("Host", f"{where}:{parts.port}" if parts.port else where), *_ALWAYS, *self._headers.items()]
        if parts.username is not None:
            names = (unquote_to_bytes(part or "") for part in (parts.username, parts.password))
            headers.append(("Authorization", f"Basic {base64.b64encode(b':'.join(names)).decode()}"))
        target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        try:
            head = h11.Request(method="GET", target=target, headers=headers)
            return (self._talk.send(head) or b"") + (self._talk.send(h11.EndOfMessage()) or b"")
        except (h11.LocalProtocolError, UnicodeError) as error:
            raise NotHttp(str(error)) from error

    async def _body(self) -> AsyncIterator[bytes]:
        while isinstance(event := await self._next(), h11.Data):
            yield bytes(event.data)
        if not isinstance(event, h11.EndOfMessage):
            raise NotHttp("the answer became something else")

    async def _next(self) -> object:
        assert self._reader is not None
        try:
            while (event := self._talk.next_event()) is h11.NEED_DATA:
                async with asyncio.timeout(READ):
                    data = await self._reader.read(_AT_A_TIME)
                self._talk.receive_data(data)
        except h11.RemoteProtocolError as error:
            raise NotHttp(str(error)) from error
        except TimeoutError as error:
            raise TooSlow("silence") from error
        except OSError as error:
            raise BrokenOff(str(error)) from error
        return event


def ascii_host(host: str) -> str:
    """A host's name as it is looked up and asked for.

    :raises NoSuchHost: when it cannot be one.
    """
    if host.isascii():
        return host
    import idna

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError as error:
        raise NoSuchHost(host) from error


async def _connected(
    host: str, port: int, private: bool, context: ssl.SSLContext | None
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A connection to a host of the open internet, or where ``private`` anywhere; TLS with a context."""
    try:
        places = await _resolved(host, port)
    except TimeoutError as error:
        raise TooSlow("the name was not resolved in time") from error
    except (OSError, UnicodeError) as error:
        raise NoSuchHost(str(error)) from error
    allowed = [place for place in places if private or is_public(place)]
    if not allowed:
        raise PrivateAddress(places[0]) if places else NoSuchHost(host)
    problem = NoAnswer()
    for place in allowed[:4]:
        try:
            async with asyncio.timeout(CONNECT):
                return await asyncio.open_connection(
                    place, port, ssl=context, server_hostname=host if context else None, limit=_AT_A_TIME
                )
        except TimeoutError as error:
            problem = TooSlow("no connection in time")
            problem.__cause__ = error
        except (OSError, ValueError) as error:  # TLS has errors of both kinds
            problem = NoConnection(str(error))
            problem.__cause__ = error
    raise problem


async def _resolved(host: str, port: int) -> list[str]:
    try:
        return [str(ipaddress.ip_address(host))]  # no work for the thread that looks names up
    except ValueError:
        look = asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        found = await asyncio.wait_for(look, CONNECT)
    return list(dict.fromkeys(str(place[4][0]) for place in found))


@cache
def trusted() -> ssl.SSLContext:
    """Certificates that are trusted, the same on every system; takes some 50 ms, once."""
    import certifi

    return ssl.create_default_context(cafile=certifi.where())
