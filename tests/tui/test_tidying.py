"""The garbage collector while an app runs, and after it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable

from reader.tui.tidying import Tidying


def test_all_is_left_as_it_was_found() -> None:
    before = gc.get_threshold(), sys.getswitchinterval(), len(gc.callbacks), gc.get_freeze_count()
    tidying = Tidying(lambda: True)
    tidying.start()
    assert gc.get_freeze_count() > before[3]
    assert gc.get_threshold() != before[0]
    tidying.stop()
    assert (gc.get_threshold(), sys.getswitchinterval(), len(gc.callbacks), gc.get_freeze_count()) == before


def test_what_is_passing_is_never_set_aside() -> None:
    tidying = Tidying(lambda: False)
    tidying.start()
    frozen = gc.get_freeze_count()
    kept = [[number] for number in range(200_000)]  # enough for a collection to take long
    gc.collect()
    assert gc.get_freeze_count() <= frozen
    assert len(kept) == 200_000
    tidying.stop()


def test_nothing_is_collected_while_a_screen_is_being_opened() -> None:
    tidying = Tidying(lambda: True)
    tidying.start()
    stands: list[Callable[[], None]] = []
    tidying.hold(stands.append)
    assert not gc.isenabled()
    stands[0]()
    assert gc.isenabled()
    tidying.stop()


def test_nothing_is_collected_while_what_follows_the_first_screen_is_loaded() -> None:
    tidying = Tidying(lambda: True)
    tidying.wait()
    assert not gc.isenabled()
    stands: list[Callable[[], None]] = []
    tidying.hold(stands.append)
    stands[0]()
    assert not gc.isenabled()
    tidying.start()
    assert gc.isenabled()
    tidying.wait()
    tidying.stop()
    assert gc.isenabled()


def test_nothing_begins_after_the_end() -> None:
    tidying = Tidying(lambda: True)
    tidying.wait()
    tidying.stop()
    before = gc.get_threshold(), sys.getswitchinterval(), len(gc.callbacks), gc.get_freeze_count()
    tidying.start()
    tidying.wait()
    assert gc.isenabled()
    assert (gc.get_threshold(), sys.getswitchinterval(), len(gc.callbacks), gc.get_freeze_count()) == before
