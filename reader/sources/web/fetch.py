"""One address fetched: redirects followed and checked, conditions, deadlines, and each failure in one sentence."""

from __future__ import annotations

import asyncio
import datetime as dt
import ssl
import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from email.utils import parsedate_to_datetime
from typing import TypeAlias

import httpx

from reader.model import clean_line
from reader.sources.web.address import AddressError, host_of, joined, origin_of, web_address
from reader.sources.web.answer import Fetched, FetchError
from reader.sources.web.body import BodyError, whole
from reader.sources.web.connection import NoSuchHost, PrivateAddress, ask

HOPS = 10
DEADLINE = 28.0
"""Seconds for an address with all its redirects."""
_HEADERS = 200
"""Lines of headers that an honest server stays below."""
_LONGEST_WAIT = 7 * 24 * 3600
_MOVED = (301, 302, 303, 307, 308)
Turn: TypeAlias = Callable[[str], AbstractAsyncContextManager[None]]
"""For a host: what lasts as long as it is being asked."""


async def fetch(
    address: str,
    *,
    private: bool = False,
    etag: str = "",
    modified: str = "",
    deadline: float = DEADLINE,
    turn: Turn | None = None,
) -> Fetched:
    """Get what is at an address.

    :param private: whether the address itself may be in this machine's network: the reader added it by hand. Where
        it redirects to another host or port, that must be on the open internet all the same.
    :param etag: and ``modified``: what the last answer gave; the server may then say that nothing has changed.
    :param deadline: seconds for the address with all its redirects.
    :param turn: what is waited for before a host is asked, each time that it is; the deadline does not count that.
    :raises FetchError: in a few words.
    """
    try:
        return await _hops(
            web_address(address), private, etag, modified, deadline, turn or (lambda host: nullcontext())
        )
    except TimeoutError:
        raise FetchError(f"took longer than {deadline:.0f} seconds") from None
    except (AddressError, BodyError) as error:
        raise FetchError(str(error)) from None
    except httpx.TimeoutException:
        raise FetchError("did not answer in time") from None
    except PrivateAddress:
        raise FetchError("is in this machine's own network, where only what was added by hand is fetched") from None
    except NoSuchHost:
        raise FetchError("the host is not known (or there is no network)") from None
    except httpx.ConnectError as error:
        raise FetchError(_no_connection(error)) from None
    except httpx.NetworkError:
        raise FetchError("the connection broke off") from None
    except (httpx.HTTPError, httpx.InvalidURL):
        raise FetchError("the server's answer is no proper HTTP") from None
    except (ssl.SSLError, OSError):
        raise FetchError("the connection broke off") from None
    except ValueError:  # an address or header that only a library finds fault with
        raise FetchError("cannot be asked for") from None


async def _hops(address: str, private: bool, etag: str, modified: str, left: float, turn: Turn) -> Fetched:
    home = origin_of(address) if private else None
    here, moved, for_good = address, "", True
    headers = {"If-None-Match": etag, "If-Modified-Since": modified}
    headers = {name: value for name, value in headers.items() if value}
    for _ in range(HOPS + 1):
        async with turn(host_of(here)):
            begun = time.monotonic()
            async with asyncio.timeout(left):
                answer = await ask(here, headers, home is not None and origin_of(here) == home)
                try:
                    if len(answer.headers) > _HEADERS:
                        raise FetchError("the server sends too many headers")
                    if answer.status_code not in _MOVED:
                        return await _taken(answer, here, moved, bool(headers))
                    target = _target(here, answer.headers.get("Location", ""))
                finally:
                    await answer.aclose()
            left = max(0.0, left - (time.monotonic() - begun))
        for_good = for_good and answer.status_code in (301, 308)
        here = target
        moved = here if for_good else moved
    raise FetchError(f"redirects more than {HOPS} times")


async def _taken(answer: httpx.Response, here: str, moved: str, asked: bool) -> Fetched:
    status = answer.status_code
    head = answer.headers
    if status == 304 and asked:
        return Fetched(
            here, moved, True, b"", "", "", _condition(head.get("ETag")), _condition(head.get("Last-Modified"))
        )
    if status != 200:
        raise _refused(status, head.get("Retry-After", ""))
    body = await whole(answer.aiter_raw(), head.get("Content-Encoding", ""))
    if not body.strip():
        raise FetchError("the server answered with nothing")
    kind, _, rest = head.get("Content-Type", "").partition(";")
    charset = next((value.strip(" \"'") for part in rest.split(";") if (value := _value(part, "charset"))), "")
    return Fetched(
        address=here,
        moved=moved,
        same=False,
        body=body,
        type=clean_line(kind).strip().lower()[:100],
        charset=charset if charset.isascii() and len(charset) < 40 else "",
        etag=_condition(head.get("ETag")),
        modified=_condition(head.get("Last-Modified")),
    )


def _value(part: str, name: str) -> str:
    key, _, value = part.partition("=")
    return value if key.strip().lower() == name else ""


def _condition(value: str | None) -> str:
    """A header that is sent back later; nothing when it is not what such a header may be."""
    return value if value and len(value) <= 1000 and value.isascii() and value.isprintable() else ""


def _target(here: str, location: str) -> str:
    if not location:
        raise FetchError("redirects to nowhere")
    if not location.isprintable():
        raise FetchError("redirects to an address with control characters")
    target = joined(here, location)
    if not target:
        raise FetchError("redirects to what is no web address")
    return target


_MEANING = {
    204: "nothing there", 401: "a password is needed", 402: "it must be paid for", 403: "not allowed",
    404: "not found", 408: "too slow", 410: "gone for good", 418: "not this one", 429: "asked too often",
    451: "barred by law", 500: "its own error", 502: "its own error", 503: "out of service", 504: "its own error",
}  # fmt: skip


def _refused(status: int, retry: str) -> FetchError:
    meaning = _MEANING.get(status)
    words = f"the server answered {status}" + (f" ({meaning})" if meaning else "")
    return FetchError(words, wait=seconds_asked(retry) if status in (429, 503) else 0, gone=status == 410)


def seconds_asked(retry: str, now: dt.datetime | None = None) -> int:
    """Seconds of a ``Retry-After``: at least a minute, a week at most; 0 when it says nothing."""
    retry = retry.strip()
    if not retry:
        return 0
    if retry.isascii() and retry.isdigit():
        return max(60, min(int(retry[:10]), _LONGEST_WAIT))
    try:
        until = parsedate_to_datetime(retry)
        if until.tzinfo is None:
            until = until.replace(tzinfo=dt.UTC)
        left = (until - (now or dt.datetime.now(dt.UTC))).total_seconds()
    except (ValueError, TypeError, OverflowError, IndexError):
        return 0
    return max(60, min(int(left), _LONGEST_WAIT))


def _no_connection(error: Exception) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return "its certificate is not valid"
        if isinstance(cause, ssl.SSLError):
            return "no safe connection could be made"
        cause = cause.__cause__ or cause.__context__
    return "no connection could be made"
