"""Addresses: which may be fetched at all, and which network addresses may be connected to."""

from __future__ import annotations

import ipaddress
import os
import re
from typing import TypeAlias
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

MAX_ADDRESS = 4_000
"""Characters of an address; longer ones are refused by servers."""
# A bare name.ext is an address only with an ending that no article's file has.
_ENDS = frozenset(("com", "org", "net", "edu", "gov", "int", "info", "news", "eu", "uk", "de", "fr", "at", "ch", "us"))
_PORTS = {"http": 80, "https": 443}
_SAFE = "%/:?#[]@!$&'()*+,;=-._~|"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Origin: TypeAlias = tuple[str, str, int]
"""Scheme, host and port."""


class AddressError(ValueError):
    """An address that is not fetched; the message says why, in a few words."""


def web_address(given: str) -> str:
    """An address in the one form that it is known by: scheme and host in lower case, no fragment, no usual port.

    ``feed://`` stands for ``http://``, as browsers had it; an address without a scheme is one of https.

    :raises AddressError: for other schemes, no host, control characters and what is too long.
    """
    text = given.strip()
    if text.lower().startswith("feed:"):
        rest = text[5:]
        text = rest if rest.lower().startswith(("http://", "https://")) else f"http:{rest}"
    if "://" not in text[:12] and not text.startswith("/"):
        if ":" in text.split("/")[0] and not text.split("/")[0].rpartition(":")[2].isdigit():
            raise AddressError("is no web address: only http and https are fetched")
        text = f"https://{text}"
    if len(text) > MAX_ADDRESS:
        raise AddressError("is too long for an address")
    if not text.isprintable():
        raise AddressError("holds control characters")
    try:
        parts = urlsplit(text)
        scheme, host, port = parts.scheme.lower(), (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        raise AddressError("is no valid address") from None
    if scheme not in _PORTS:
        raise AddressError("is no web address: only http and https are fetched")
    if not host or any(character in host for character in ' \\<>"^`{|}%'):
        raise AddressError("names no host")
    where = f"[{host}]" if ":" in host else host
    if port is not None and port != _PORTS[scheme]:
        where = f"{where}:{port}"
    if parts.username is not None:
        where = f"{parts.netloc.rpartition('@')[0]}@{where}"
    path = quote(parts.path or "/", safe=_SAFE)
    return urlunsplit((scheme, where, path, quote(parts.query, safe=_SAFE), ""))


def is_address(given: str) -> bool:
    """Whether what somebody typed is an address of the web: by its scheme, or a host's name that is no file here."""
    if given.lower().startswith(("http://", "https://", "feed:")):
        return True
    if os.path.lexists(given) or given.startswith((".", "/", "~")) or given == "-":
        return False
    if "://" in given[:20]:
        return True  # of another scheme: refused with the reason
    host = given.split("/")[0].split(":")[0]
    return (
        "." in host
        and " " not in given
        and host.rpartition(".")[2].isalpha()
        and len(host.rpartition(".")[2]) > 1
        and ("/" in given or host.rpartition(".")[2].lower() in _ENDS)
    )


_WHOLE = re.compile(
    r"https?://(?:[a-z0-9-]+\.)+[a-z]{2,}/[A-Za-z0-9%/:@!$&'()*+,=._~|-]*(?:\?[A-Za-z0-9%/:@!$&'()*+,=._~|-]+)?"
)
"""Addresses in their one form already, as nearly all in feeds are: a test holds the two ways against each other."""


def joined(base: str, given: str) -> str:
    """The address that ``given`` means on the page ``base``; empty for what is no web address."""
    if len(given) <= MAX_ADDRESS and _WHOLE.fullmatch(given):
        return given
    try:
        return web_address(urljoin(base, given.strip())) if given.strip() else ""
    except ValueError:
        return ""


def origin_of(address: str) -> Origin:
    """Scheme, host and port of an address that :func:`web_address` gave."""
    parts = urlsplit(address)
    return parts.scheme, (parts.hostname or "").lower(), parts.port or _PORTS.get(parts.scheme, 0)


def host_of(address: str) -> str:
    """The host alone: whose patience is asked for."""
    return origin_of(address)[1]


def is_public(ip: str) -> bool:
    """Whether a network address belongs to the open internet.

    False for this machine, private and link-local networks, multicast and reserved ranges, also where one of them is
    written inside an address of IPv6 (mapped, 6to4, Teredo, NAT64).
    """
    try:
        address = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return False
    inner: list[ipaddress.IPv4Address | None] = []
    if isinstance(address, ipaddress.IPv6Address):
        inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in _NAT64:
            inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if address.ipv4_mapped is not None:
            return is_public(str(address.ipv4_mapped))
    if any(one is not None and not _open(one) for one in inner):
        return False
    return _open(address)


def _open(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)
