"""The reader in a browser: who is let in, and what a guest can do there."""

from __future__ import annotations

import argparse
import asyncio
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pyte
import pytest
from aiohttp import ClientSession, CookieJar, WSMsgType, web

from reader.cli import main
from reader.cli.browser.server import LocalServer
from reader.cli.commands.serve import command_line

SEEDS = Path(__file__).parents[2] / "seeds"
KEY = "a key of the test"


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@asynccontextmanager
async def served(command: str) -> AsyncIterator[LocalServer]:
    """The server while it answers."""
    server = LocalServer(command, _free_port(), lambda address: None, KEY)
    runner = web.AppRunner(await server._make_app())
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", server.port).start()
    try:
        yield server
    finally:
        await runner.cleanup()


async def test_only_who_knows_the_key_gets_in_and_no_other_site() -> None:
    async with served("true") as server, ClientSession(cookie_jar=CookieJar(unsafe=True)) as browser:
        address = server.public_url

        async def status(path: str, **headers: str) -> int:
            async with browser.get(f"{address}{path}", headers=headers) as answer:
                return answer.status

        assert await status("/") == 403
        assert await status("/static/js/textual.js") == 403
        assert await status("/ws") == 403
        assert await status("/?key=wrong") == 403
        assert await status(f"/?key={KEY}", Host=f"rebound.example:{server.port}") == 403
        assert await status(f"/?key={KEY}", Origin="https://elsewhere.example") == 403

        async with browser.get(server.address) as answer:
            page = await answer.text()
            assert answer.status == 200
            assert answer.url.query_string == ""
        assert await status("/static/js/textual.js") == 200
        assert await status("/ws", Origin="https://elsewhere.example") == 403
        # Nothing that the page loads is elsewhere.
        assert page.count("://") == page.count(f"http://127.0.0.1:{server.port}") + page.count("ws://127.0.0.1")


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes to a shell")
async def test_a_guest_reads_and_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[asyncio.subprocess.Process] = []
    start = asyncio.create_subprocess_shell

    async def noted(*words: Any, **options: Any) -> asyncio.subprocess.Process:
        started.append(await start(*words, **options))
        return started[-1]

    monkeypatch.setattr(asyncio, "create_subprocess_shell", noted)
    home = tmp_path / "library"
    assert main(["--library", str(home), "add", str(SEEDS / "2021-12-07-video-call.md")]) == 0
    before = (home / "notes.db").read_bytes()
    options = argparse.Namespace(read_only=True, profile="", paths=[])
    async with (
        served(command_line(str(home), options)) as server,
        ClientSession(cookie_jar=CookieJar(unsafe=True)) as browser,
    ):
        await (await browser.get(server.address)).text()
        screen = pyte.Screen(100, 30)
        stream = pyte.ByteStream(screen)
        async with browser.ws_connect(f"{server.public_url}/ws?width=100&height=30") as socket_:

            async def see(words: str) -> None:
                while words not in "\n".join(screen.display):
                    message = await asyncio.wait_for(socket_.receive(), 30)
                    assert message.type in (WSMsgType.BINARY, WSMsgType.TEXT), "\n".join(screen.display)
                    if message.type == WSMsgType.BINARY:
                        stream.feed(message.data)

            async def press(key: str) -> None:
                await socket_.send_json(["stdin", key])

            await see("Putin")
            await press("1")
            await see("open for reading only")
            await press("|")
            await see("at a terminal of your own only")
            await press("?")
            await see("Keys here")
    assert len(started) == 1
    await asyncio.wait_for(started[0].wait(), 30)  # who closes the tab has left the reader
    assert (home / "notes.db").read_bytes() == before


def test_what_each_tab_runs_survives_odd_names(tmp_path: Path) -> None:
    odd = tmp_path / "news; rm -rf 'x'"
    odd.mkdir()
    options = argparse.Namespace(read_only=True, profile="two words", paths=[str(odd)])
    if sys.platform != "win32":
        import shlex

        words = shlex.split(command_line("/home/a b", options))[1:]
        flags = ["--read-only", "--profile", "two words"]
        assert words == ["-m", "reader", "--library", "/home/a b", *flags, "--", str(odd)]


def test_a_port_that_is_taken_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert main(["serve", "--port", str(taken.getsockname()[1])]) == 1
    told = capsys.readouterr().err
    assert "--port chooses another" in told
    assert "Traceback" not in told


@pytest.mark.parametrize("port", ["0", "70000"])
def test_a_port_that_is_none_is_wrong_use(port: str) -> None:
    assert main(["serve", "--port", port]) == 2
