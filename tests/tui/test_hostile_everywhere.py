"""Hostile words in every place that the reader shows: no screen draws a control character, takes markup or breaks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.library import AddAnnotation, Library, PutLabel, SaveSearch, SetTag
from reader.library.feed_changes import Subscribe
from reader.model import Anchor, Annotation, Label, Span
from reader.tui.app import DatelineApp
from reader.tui.desk import Desk

FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]"
)
EVIL = (
    "\x1b]52;c;WlE=\x07\x1b[2J\x9b31m\x1bc\x07 [/b][@click=app.quit]go[/] [link=http://e.example]x[/link] "
    "\u202ereversed\u2066 \u200b\U000e0041 \x00\x7f $PATH `id`"
)
ROUTES = [
    "i tab j j enter", "tab tab j enter", "f g e n e v a enter", "O e enter", "slash g e escape", "t w", "e w", "e p",
    "s w", "semicolon", "y", "Y", "W escape", "m x ctrl+s", "@ x escape", "# x escape", "I j enter", "ctrl+l j escape",
    "H j escape", "ctrl+o", "L", "M", "question_mark", "colon g e escape", "P", "v l l l m", "ctrl+t", "apostrophe",
    "comma", "ctrl+n", "less_than_sign", "f4", "f5", "x", "a", "c", "J J", "B", "U", "V", "R", "plus", "tab j = #",
    "tab a", "tab space c", "tab g l", "i 0 1 2 3 w", "ctrl+e", "D u ctrl+r", "vertical_line", "n",
]  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A library in which everything that has a name has an evil one."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(3):
        text = (
            f"---\ntitle: {EVIL} {number}\nauthor: {EVIL}\nsource: {EVIL}\ndate: 2022-01-10\n---\n\n# {EVIL}\n\n"
            f"President Joe Biden {EVIL} told NATO in Geneva {EVIL} on Monday: “We go {EVIL} on,” he said. He paid"
            f" $5 million.\n\n[a link {EVIL}](https://e.example/{EVIL})\n\n| {EVIL} |\n|---|\n| {EVIL} |\n"
        )
        (folder / f"{number} [b]{'x' * number}.md").write_text(text, "utf-8", "replace")
    home = tmp_path / "home"
    from reader.jobs.take_in import take_in

    with Library.open(home) as library:
        take_in(library, [str(folder)], lambda done, total, failed: None)
        row = library.documents.rows()[0]
        document = library.documents.get(row.id)
        assert document is not None
        library.do(PutLabel(Label(f"claim{EVIL}"[:60], "9", "red", EVIL)))
        library.do(SetTag(row.id, f"tag{EVIL}", True))
        library.do(SaveSearch(f"saved {EVIL}", EVIL))
        library.do(Subscribe("https://e.example/feed", EVIL, EVIL, (EVIL,)))
        for at in (3, 40):
            anchor = Anchor.of(document.text, Span(at, at + 20), document.version)
            made = Annotation(id="", document=row.id, anchor=anchor, label=f"claim{EVIL}"[:60], note=EVIL, tags=(EVIL,))
            library.do(AddAnnotation(made))
    return home


@pytest.mark.parametrize("part", range(4))
async def test_no_screen_shows_what_steers_a_terminal(home: Path, part: int) -> None:
    app = DatelineApp(Desk(Library.open(home), [str(home.parent / "articles")], background=False))
    async with app.run_test(size=(110, 32)) as pilot:
        for _ in range(400):
            await pilot.pause(0.02)
            if app.desk.settled and app.screen_stack[0].view.facts:  # type: ignore[attr-defined]  # the reading screen
                break
        for route in ROUTES[part::4]:
            for key in route.split():
                await pilot.press(key)
                await app.workers.wait_for_complete()
                await pilot.pause()
                strips = app.screen._compositor.render_strips()
                drawn = [segment for strip in strips for segment in strip]
                assert [one.text for one in drawn if FORBIDDEN.search(one.text)] == [], f"{route}: {key}"
                assert not any(one.style is not None and one.style.link for one in drawn), f"{route}: {key}"
                assert app.return_code is None, f"{route}: {key}"
            while len(app.screen_stack) > 1:
                await app.pop_screen()
            await pilot.press("escape", "escape")
