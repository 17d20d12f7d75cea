"""Addresses of the web as people may see them."""

from __future__ import annotations


def shown(address: str) -> str:
    """An address without the name and password in it; anything else as it is."""
    if "@" not in address or "://" not in address:
        return address
    from urllib.parse import urlsplit, urlunsplit  # late: hardly an address holds a password

    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2])) if "@" in parts.netloc else address
