"""What searches is loaded while the reader rests, and not while feeds come in."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from reader.library import Library
from reader.tui import desk as desk_module
from reader.tui.desk import Desk


async def test_the_searcher_is_loaded_once_no_feeds_come_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_module, "WARM", 0.01)
    desk = Desk(Library.open(tmp_path / "home"), background=False)
    loaded = asyncio.Event()
    monkeypatch.setattr(desk._finder, "warm", loaded.set)
    try:
        desk.is_fetching = True
        await desk.start()
        await asyncio.sleep(0.1)
        assert not loaded.is_set()
        desk.is_fetching = False
        await asyncio.wait_for(loaded.wait(), 5)
    finally:
        await desk.close()
