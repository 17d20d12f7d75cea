"""Which keys wait for an article that is being opened."""

from __future__ import annotations

import asyncio

import pytest

from reader.tui.screens import awaiting
from reader.tui.screens.awaiting import AT_ONCE, FINDING, Awaited


async def has_been_answered(task: asyncio.Task[None]) -> bool:
    for _ in range(5):
        await asyncio.sleep(0)
    return task.done()


def pressed(
    awaited: Awaited, key: str, hurried: list[str] | None = None, said: list[str] | None = None
) -> asyncio.Task[None]:
    hurried = [] if hurried is None else hurried
    said = [] if said is None else said
    return asyncio.create_task(awaited.answer(key, key, lambda: hurried.append(key), said.append))


async def test_a_key_before_there_is_any_article_waits_for_the_first() -> None:
    awaited, hurried = Awaited(), list[str]()
    space = pressed(awaited, "space", hurried)
    assert not await has_been_answered(space)
    assert hurried == ["space"]
    awaited.show("first")
    assert not await has_been_answered(space)  # the library does not know it yet
    awaited.stand()
    assert await has_been_answered(space)


async def test_where_nothing_can_be_opened_no_key_waits() -> None:
    awaited = Awaited()
    awaited.stand()
    assert await has_been_answered(pressed(awaited, "n"))
    assert await has_been_answered(pressed(awaited, "e"))


async def test_a_key_that_acts_on_facts_waits_for_them_and_no_other_does() -> None:
    awaited = Awaited()
    awaited.show("first")
    awaited.stand()
    to_actor, to_note = pressed(awaited, "e"), pressed(awaited, "n")
    assert not await has_been_answered(to_actor)
    assert await has_been_answered(to_note)
    awaited.light()
    assert await has_been_answered(to_actor)


async def test_a_key_that_waits_for_facts_is_answered_by_a_sentence_meanwhile() -> None:
    awaited, said = Awaited(), list[str]()
    awaited.show("first")
    awaited.stand()
    to_actor = pressed(awaited, "e", said=said)
    await asyncio.sleep(2 * AT_ONCE)
    assert said == [FINDING]
    assert not to_actor.done()
    awaited.light()
    assert await has_been_answered(to_actor)
    await pressed(awaited, "e", said=said)
    assert said == [FINDING]


async def test_what_waits_for_the_facts_of_one_article_goes_on_when_another_is_shown() -> None:
    awaited = Awaited()
    awaited.show("first")
    awaited.stand()
    to_actor = pressed(awaited, "e")
    assert not await has_been_answered(to_actor)
    awaited.show("second")
    assert await has_been_answered(to_actor)
    assert not awaited.is_lit


async def test_facts_that_are_found_anew_are_waited_for_though_the_article_is_shown_anew() -> None:
    awaited = Awaited()
    awaited.show("first")
    awaited.stand()
    awaited.light()
    awaited.dim()
    to_timeline = pressed(awaited, "L")
    assert not await has_been_answered(to_timeline)
    awaited.show("first")
    assert not await has_been_answered(to_timeline)
    awaited.light()
    assert await has_been_answered(to_timeline)


async def test_what_is_typed_behind_a_step_waits_for_the_article_it_leads_to() -> None:
    awaited = Awaited()
    awaited.show("first")
    awaited.stand()
    awaited.light()
    awaited.open("second")
    assert not awaited.is_shown
    note, step = pressed(awaited, "n"), pressed(awaited, "J")
    assert not await has_been_answered(note)
    assert await has_been_answered(step)
    awaited.show("second")
    awaited.stand()
    assert await has_been_answered(note)


async def test_a_jump_that_was_waited_for_in_vain_is_owed_until_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.screens.awaiting.FACTS_WITHIN", AT_ONCE)
    awaited = Awaited()
    awaited.show("first")
    awaited.stand()
    await awaited.answer("e", "e", lambda: None, lambda words: None)
    assert awaited.owed() == ("e", "e")
    assert awaited.owed() is None
    await awaited.answer("e", "e", lambda: None, lambda words: None)
    await awaited.answer("j", "j", lambda: None, lambda words: None)
    assert awaited.owed() is None
    await awaited.answer("a", "a", lambda: None, lambda words: None)  # nothing is accepted that was not seen
    assert awaited.owed() is None
    awaited.light()
    await awaited.answer("e", "e", lambda: None, lambda words: None)
    assert awaited.owed() is None


async def test_facts_are_kept_back_while_somebody_scrolls_but_not_from_a_key_that_waits_for_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(awaiting, "REST", 60.0)
    monkeypatch.setattr(awaiting, "REST_AT_MOST", 60.0)
    awaited = Awaited()
    awaited.show("first")
    awaited.stand()
    assert await has_been_answered(asyncio.create_task(awaited.rest()))  # no key was pressed since it was shown
    await pressed(awaited, "j")
    resting = asyncio.create_task(awaited.rest())
    assert not await has_been_answered(resting)
    to_actor = pressed(awaited, "e")
    assert await has_been_answered(resting)
    awaited.light()
    await to_actor
    await pressed(awaited, "j")
    awaited.show("second")
    assert await has_been_answered(asyncio.create_task(awaited.rest()))


async def test_facts_are_not_kept_back_for_ever_by_a_key_held_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(awaiting, "REST", 60.0)
    monkeypatch.setattr(awaiting, "REST_AT_MOST", 0.05)
    awaited = Awaited()
    awaited.show("first")
    awaited.stand()
    await pressed(awaited, "j")
    await asyncio.wait_for(awaited.rest(), 20)
