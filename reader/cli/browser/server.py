"""A web server on 127.0.0.1 that lets in only who knows the key.

Whoever reaches a terminal can do what its owner can. On 127.0.0.1 that would be every user of the machine, and every
web page that the owner looks at: browsers let any page open a WebSocket there, and a name may be made to point there
(DNS rebinding). Hence the key, and the check of ``Host`` and ``Origin``.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web
from textual_serve.server import Server

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
COOKIE = "dateline"


class LocalServer(Server):
    """Serves one command; :attr:`address` holds the key."""

    def __init__(self, command: str, port: int, tell: Callable[[str], None], key: str = "") -> None:
        """
        :param command: a line for the shell.
        :param tell: called with the address once it answers.
        :param key: what must be known; a new one when empty.
        """
        super().__init__(command, host="127.0.0.1", port=port, title="Dateline", templates_path=Path(__file__).parent)
        self._key = key or secrets.token_urlsafe(24)
        self._tell = tell
        self._names = {f"127.0.0.1:{port}"}

    @property
    def address(self) -> str:
        """What to open in the browser."""
        return f"{self.public_url}/?key={self._key}"

    def initialize_logging(self) -> None:
        """Nothing is logged: requests carry the key."""

    async def on_startup(self, app: web.Application) -> None:
        """Say where it is."""
        self._tell(self.address)

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard)
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        if request.host not in self._names or (origin is not None and origin.partition("://")[2] not in self._names):
            raise web.HTTPForbidden(text="This address is not for other sites.")
        asked = request.query.get("key", "") if request.path == "/" else ""
        known = asked or request.cookies.get(f"{COOKIE}-{self.port}", "")
        if not secrets.compare_digest(known.encode(), self._key.encode()):
            raise web.HTTPForbidden(text="Open the address that dateline serve printed, with its key.")
        if asked:
            # Out of the address bar and the history.
            home = web.HTTPSeeOther("/")
            home.set_cookie(f"{COOKIE}-{self.port}", self._key, httponly=True, samesite="Strict", path="/")
            raise home
        response = await handler(request)
        if not response.prepared:
            response.headers["Referrer-Policy"] = "no-referrer"
            response.headers["X-Frame-Options"] = "DENY"
        return response
