"""Connections that go only where they may: the address is checked that the socket is connected to, at every hop.

Names are resolved here, each network address is looked at, and the connection is made to that address itself: a name
that means something else a moment later gains nothing.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import AsyncIterable, AsyncIterator, Iterable
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpcore
import httpx

from reader import __version__
from reader.sources.web.address import is_public

USER_AGENT = f"Dateline/{__version__} (news reader for the terminal)"
ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, */*;q=0.5"
CONNECT, READ = 10.0, 15.0
"""Seconds for a connection, and of silence while something is read."""


class PrivateAddress(httpcore.ConnectError):
    """The host is this machine, or in its network."""


class NoSuchHost(httpcore.ConnectError):
    """The name means no host."""


class _Backend(httpcore.AnyIOBackend):
    """Connects to the open internet alone, or for what the reader added by hand, anywhere."""

    def __init__(self, private: bool) -> None:
        self._private = private

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        try:
            found = await asyncio.wait_for(
                asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM), timeout
            )
        except TimeoutError as error:
            raise httpcore.ConnectTimeout("the name was not resolved in time") from error
        except (OSError, UnicodeError) as error:
            raise NoSuchHost(str(error)) from error
        places = list(dict.fromkeys(str(place[4][0]) for place in found))
        allowed = [place for place in places if self._private or is_public(place)]
        if not allowed:
            raise PrivateAddress(places[0] if places else host) if places else NoSuchHost(host)
        problem: Exception | None = None
        for place in allowed[:4]:
            try:
                return await super().connect_tcp(place, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
        assert problem is not None
        raise problem

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None
    ) -> httpcore.AsyncNetworkStream:
        raise PrivateAddress(path)


class _Body(httpx.AsyncByteStream):
    def __init__(self, stream: AsyncIterable[bytes]) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._stream:
            yield part

    async def aclose(self) -> None:
        close = getattr(self._stream, "aclose", None)  # httpcore's streams have it, their type does not say so
        if close is not None:
            await close()


class _Transport(httpx.AsyncBaseTransport):
    """httpx over our connections; errors stay httpcore's."""

    def __init__(self, private: bool, context: ssl.SSLContext, most: int) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=context,
            max_connections=most,
            max_keepalive_connections=0,
            network_backend=_Backend(private),
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.AsyncByteStream)
        answer = await self._pool.handle_async_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        assert isinstance(answer.stream, AsyncIterable)
        return httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Body(answer.stream),
            extensions=answer.extensions,
        )

    async def aclose(self) -> None:
        await self._pool.aclose()


def client(private: bool, context: ssl.SSLContext, most: int) -> httpx.AsyncClient:
    """A client without cookies, redirects and anything from the environment.

    :param private: whether hosts in this machine's own network may be reached.
    :param most: connections at once.
    """
    return httpx.AsyncClient(
        transport=_Transport(private, context, most),
        # A connection each: feeds lie on as many hosts, and a server that keeps one open cannot leave us hanging on it.
        headers={
            "User-Agent": USER_AGENT,
            "Accept": ACCEPT,
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
        },
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        timeout=httpx.Timeout(READ, connect=CONNECT, pool=None),
        follow_redirects=False,
        trust_env=False,
    )


def trusted() -> ssl.SSLContext:
    """Certificates that are trusted; takes some 20 ms."""
    return httpx.create_ssl_context(trust_env=False)
