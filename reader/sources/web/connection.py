"""Connections that go only where they may: the address is checked that the socket is connected to, at every hop.

Names are resolved here, each network address is looked at, and the connection is made to that address itself: a name
that means something else a moment later gains nothing.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import ipaddress
import socket
import ssl
import threading
from collections.abc import AsyncIterator, Mapping
from functools import cache

import h11
import httpx

from reader import __version__
from reader.sources.web.address import is_public

USER_AGENT = f"Dateline/{__version__} (news reader for the terminal)"
ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, */*;q=0.5"
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": ACCEPT,
    "Accept-Encoding": "gzip, deflate",
    # A connection each: feeds lie on as many hosts, and a server that keeps one open cannot leave us hanging on it.
    "Connection": "close",
}
CONNECT, READ = 10.0, 15.0
"""Seconds for a connection, and of silence while something is read."""
_HEAD = 100 * 1024
"""Bytes of an answer's head at most."""
_AT_A_TIME = 64 * 1024


class PrivateAddress(httpx.ConnectError):
    """The host is this machine, or in its network."""


class NoSuchHost(httpx.ConnectError):
    """The name means no host."""


async def _connected(
    host: str, port: int, private: bool, context: ssl.SSLContext | None
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A connection to a host of the open internet, or where ``private`` anywhere; TLS with a context."""
    try:
        places = await asyncio.wait_for(_resolved(host, port), CONNECT)
    except TimeoutError as error:
        raise httpx.ConnectTimeout("the name was not resolved in time") from error
    except (OSError, UnicodeError) as error:
        raise NoSuchHost(str(error)) from error
    allowed = [place for place in places if private or is_public(place)]
    if not allowed:
        raise PrivateAddress(places[0]) if places else NoSuchHost(host)
    problem: httpx.TransportError | None = None
    for place in allowed[:4]:
        try:
            async with asyncio.timeout(CONNECT):
                return await asyncio.open_connection(
                    place, port, ssl=context, server_hostname=host if context else None, limit=_AT_A_TIME
                )
        except TimeoutError as error:
            problem = httpx.ConnectTimeout("no connection in time")
            problem.__cause__ = error
        except (OSError, ValueError) as error:  # those of TLS are among the former
            problem = httpx.ConnectError(str(error))
            problem.__cause__ = error
    assert problem is not None
    raise problem


async def _resolved(host: str, port: int) -> list[str]:
    try:
        return [str(ipaddress.ip_address(host))]
    except ValueError:
        pass
    # A thread for each name, and nobody waits for it in the end: a name server that is silent holds no other name up,
    # as it would among the few threads that the loop has, nor the loop when it closes.
    loop = asyncio.get_running_loop()
    found: asyncio.Future[list[str]] = loop.create_future()

    def tell(places: list[str] | Exception) -> None:
        if found.done():
            return
        if isinstance(places, Exception):
            found.set_exception(places)
        else:
            found.set_result(places)

    def look() -> None:
        places: list[str] | Exception
        try:
            every = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            places = list(dict.fromkeys(str(place[4][0]) for place in every))
        except (OSError, UnicodeError) as error:
            places = error
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(tell, places)

    threading.Thread(target=look, name="dateline-name", daemon=True).start()
    return await found


class _Exchange(httpx.AsyncByteStream):
    """One request and its answer on a connection of its own; the answer's body as a stream."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._talk = h11.Connection(h11.CLIENT, max_incomplete_event_size=_HEAD)

    async def ask(self, request: httpx.Request) -> h11.Response:
        """Send a request without a body; the head of the answer.

        :raises httpx.TransportError: as the name says.
        """
        try:
            head = h11.Request(method=request.method, target=request.url.raw_path, headers=request.headers.raw)
            self._writer.write((self._talk.send(head) or b"") + (self._talk.send(h11.EndOfMessage()) or b""))
        except h11.LocalProtocolError as error:
            raise httpx.LocalProtocolError(str(error)) from error
        while True:
            event = await self._next()
            if isinstance(event, h11.Response):
                return event
            if not isinstance(event, h11.InformationalResponse) or event.status_code == 101:
                raise httpx.RemoteProtocolError("no answer where one is due")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while isinstance(event := await self._next(), h11.Data):
            yield bytes(event.data)
        if not isinstance(event, h11.EndOfMessage):
            raise httpx.RemoteProtocolError("the answer changed into something else")

    async def _next(self) -> object:
        some = b" "
        try:
            while (event := self._talk.next_event()) is h11.NEED_DATA:
                async with asyncio.timeout(READ):
                    some = await self._reader.read(_AT_A_TIME)
                self._talk.receive_data(some)
        except h11.RemoteProtocolError as error:
            if not some:  # the other side has hung up in the midst of it
                raise httpx.ReadError(str(error)) from error
            raise httpx.RemoteProtocolError(str(error)) from error
        except TimeoutError as error:
            raise httpx.ReadTimeout("silence") from error
        except OSError as error:
            raise httpx.ReadError(str(error)) from error
        return event

    async def aclose(self) -> None:
        # Nothing more is said on it: a connection each, and TLS's farewell may take for ever.
        self._writer.transport.abort()


async def ask(address: str, headers: Mapping[str, str], private: bool) -> httpx.Response:
    """The answer to a GET, its body still to be read; the caller closes it.

    httpx's requests, answers and errors without its client, which asks for what is not wanted here (cookies, redirects,
    the environment) and with httpcore and anyio takes four times the processor's time for a feed; a refresh is made of
    hundreds (tests/bench/feeds.py). Both speak HTTP by h11.

    :param private: whether hosts in this machine's own network may be reached.
    :raises httpx.TransportError: as the name says.
    """
    request = httpx.Request("GET", address, headers={**_HEADERS, **headers})
    url = request.url
    if url.userinfo:
        words = base64.b64encode(f"{url.username}:{url.password}".encode()).decode("ascii")
        request.headers["Authorization"] = f"Basic {words}"
    secure = url.scheme == "https"
    port = url.port or (443 if secure else 80)
    exchange = _Exchange(*await _connected(url.raw_host.decode("ascii"), port, private, trusted() if secure else None))
    try:
        head = await exchange.ask(request)
    except BaseException:
        await exchange.aclose()
        raise
    return httpx.Response(status_code=head.status_code, headers=head.headers.raw_items(), stream=exchange)


@cache
def trusted() -> ssl.SSLContext:
    """Certificates that are trusted; takes some 20 ms."""
    return httpx.create_ssl_context(trust_env=False)
