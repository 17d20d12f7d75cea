"""Opening and paging long Markdown: our reading view beside Textual's Markdown widget, in one run.

``python -m tests.bench.opening [--sizes 100000 1000000 10000000] [--runs 3]``

Each measurement is a process of its own, headless, 100 × 30. *open* is the time from the source text in memory to the
first screen drawn; *page* the time from a key to its screen; *memory* the process's peak. The widget is left out above
2 MB: it takes minutes there. ``--terminal`` times the whole program on a file in a pty instead.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORDS = str.split(
    "the minister said on Monday that talks with Moscow about security guarantees would go on in Geneva next week "
    "while NATO allies in Brussels asked for a de-escalation at the border and the president spoke by phone for two "
    "hours with his counterpart about troops sanctions gas prices elections and a treaty of 1997"
)


def article(size: int, seed: int = 1) -> str:
    """About ``size`` bytes of Markdown: headings, paragraphs with emphasis and links, lists, a table now and then."""
    chance = random.Random(seed)
    parts: list[str] = ["# A long article\n"]
    length = 0
    while length < size:
        kind = chance.random()
        words = [chance.choice(WORDS) for _ in range(chance.randint(30, 90))]
        if kind < 0.08:
            part = "## " + " ".join(words[:6]).capitalize()
        elif kind < 0.16:
            part = "\n".join("- " + " ".join(words[at : at + 9]) for at in range(0, 27, 9))
        elif kind < 0.18:
            rows = [" | ".join(words[at : at + 3]) for at in range(0, 15, 3)]
            part = f"| {rows[0]} |\n|---|---|---|\n" + "\n".join(f"| {row} |" for row in rows[1:])
        else:
            words[3] = f"**{words[3]}**"
            words[9] = f"[{words[9]}](https://example.org/{chance.randint(1, 999)})"
            part = " ".join(words).capitalize() + "."
        parts.append(part + "\n")
        length += len(part) + 2
    return "\n".join(parts)


async def ours(source: str) -> dict[str, float]:
    """Our reading view."""
    from textual.app import App, ComposeResult

    from reader.markdown.build import build_markdown
    from reader.tui.widgets.article_view import ArticleView

    class Bench(App[None]):
        CSS_PATH = str(Path(__file__).parents[2] / "reader" / "tui" / "styles.tcss")

        def compose(self) -> ComposeResult:
            yield ArticleView(id="article")

    app = Bench()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        start = time.perf_counter()
        view = app.query_one(ArticleView)
        view.show(build_markdown(source, id="bench", origin="bench"))
        view.focus()
        await pilot.pause()
        opened = time.perf_counter() - start
        pages = []
        for _ in range(40):
            start = time.perf_counter()
            await pilot.press("space")
            pages.append(time.perf_counter() - start)
    return {"open": opened, "page": statistics.median(pages), "worst": max(pages)}


async def widget(source: str) -> dict[str, float]:
    """Textual's Markdown widget in its viewer."""
    from textual.app import App, ComposeResult
    from textual.widgets import Markdown, MarkdownViewer

    class Bench(App[None]):
        def compose(self) -> ComposeResult:
            yield MarkdownViewer("", show_table_of_contents=False)

    app = Bench()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        start = time.perf_counter()
        viewer = app.query_one(MarkdownViewer)
        await viewer.query_one(Markdown).update(source)
        await pilot.pause()
        opened = time.perf_counter() - start
        viewer.focus()
        pages = []
        for _ in range(40):
            start = time.perf_counter()
            viewer.scroll_page_down(animate=False)
            await pilot.pause()
            pages.append(time.perf_counter() - start)
    return {"open": opened, "page": statistics.median(pages), "worst": max(pages)}


def measured(which: str, size: int) -> dict[str, float]:
    """One measurement in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.opening", "--one", which, str(size)], capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    result: dict[str, float] = json.loads(done.stdout)
    return result


def in_terminal(size: int) -> dict[str, float]:
    """The whole program on a file, in a pty: seconds to the first screen, memory then, and of a page."""
    from tests.terminal import Terminal

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "long.md"
        file.write_text(article(size), "utf-8")
        command = [sys.executable, "-m", "reader", "--library", f"{folder}/library", str(file)]
        start = time.perf_counter()
        with Terminal(command, 100, 30) as terminal:
            terminal.wait_for("A long article", 60)
            opened = time.perf_counter() - start
            status = Path(f"/proc/{terminal.pid}/status").read_text("utf-8")
            memory = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024
            pages = []
            for _ in range(20):
                start = time.perf_counter()
                terminal.press("space")
                pages.append(time.perf_counter() - start - 0.03)  # the terminal waits 30 ms for silence
    return {"open": opened, "page": statistics.median(pages), "worst": max(pages), "memory": memory}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--terminal", action="store_true")
    parser.add_argument("--one", nargs=2, metavar=("WHICH", "SIZE"))
    options = parser.parse_args()
    if options.one:
        which, size = options.one
        result = asyncio.run((ours if which == "ours" else widget)(article(int(size))))
        result["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(result))
        return
    print(f"{'size':>12} {'what':10} {'open s':>8} {'page ms':>8} {'worst ms':>9} {'MB':>6}")
    for size in options.sizes:
        found: dict[str, dict[str, float]] = {}
        peers = ["terminal"] if options.terminal else ["ours", "widget"] if size <= 2_000_000 else ["ours"]
        for which in peers:
            runs = [in_terminal(size) if which == "terminal" else measured(which, size) for _ in range(options.runs)]
            best = found[which] = min(runs, key=lambda run: run["open"])
            print(
                f"{size:12,} {which:10} {best['open']:8.3f} {best['page'] * 1000:8.1f}"
                f" {best['worst'] * 1000:9.1f} {best['memory']:6.0f}"
            )
        if len(found) == 2:
            ratio = found["widget"]["open"] / found["ours"]["open"]
            share = found["ours"]["memory"] / found["widget"]["memory"]
            print(f"{'':12} opens {ratio:.0f} times faster, in {share:.2f} of the memory")


if __name__ == "__main__":
    main()
