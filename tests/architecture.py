"""Draw which room imports which, from the code: ``python -m tests.architecture`` puts it into the page.

A test fails when the page is stale.
"""

from __future__ import annotations

import ast
from pathlib import Path

import reader

ROOT = Path(reader.__file__).parent
PAGE = ROOT / "guide/pages/architecture.md"
_BEGIN, _END = "```text\n", "```\n"


def imports() -> dict[str, set[str]]:
    """For each room, the rooms that its modules import."""
    rooms: dict[str, set[str]] = {}
    for path in sorted(ROOT.rglob("*.py")):
        here = path.relative_to(ROOT).parts[0]
        if here.endswith(".py"):
            continue
        found = {name for node in ast.walk(ast.parse(path.read_text("utf-8"))) for name in _rooms_of(node)}
        rooms.setdefault(here, set()).update(found - {here})
    return {here: found & set(rooms) for here, found in rooms.items()}


def _rooms_of(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom) and node.module:
        parts = node.module.split(".")
        if parts[0] == "reader":
            return [parts[1]] if len(parts) > 1 else [alias.name for alias in node.names]
    if isinstance(node, ast.Import):
        return [alias.name.split(".")[1] for alias in node.names if alias.name.startswith("reader.")]
    return []


def order(rooms: dict[str, set[str]]) -> list[str]:
    """The rooms so that each stands below all that it imports; by name where that leaves a choice.

    :raises ValueError: when they import in a circle.
    """
    left, done = dict(sorted(rooms.items())), list[str]()
    while left:
        free = [room for room, needs in left.items() if needs <= set(done)]
        if not free:
            raise ValueError(f"a circle among {', '.join(left)}")
        done.append(free[0])
        del left[free[0]]
    return done


def picture() -> str:
    """A row a room, a column a room: a dot where some module of the row imports something of the column."""
    rooms = imports()
    names = order(rooms)
    width = max(map(len, names))
    lines = [" " * (width + 2) + " ".join(f"{name[:4]:>4}" for name in names)]
    for at, name in enumerate(names):
        cells = ["   ■" if other == name else f"{'●' if other in rooms[name] else '·':>4}" for other in names[: at + 1]]
        lines.append(f"{name:{width}}  {' '.join(cells)}")
    return "\n".join(lines) + "\n"


def drawn(page: str, made: str) -> str:
    """The page with the picture in its place: the first block of plain text."""
    before, _, rest = page.partition(_BEGIN)
    after = rest.partition(_END)[2]
    return f"{before}{_BEGIN}{made}{_END}{after}"


def main() -> None:
    """Write the page."""
    PAGE.write_text(drawn(PAGE.read_text("utf-8"), picture()), "utf-8")
    print(picture())


if __name__ == "__main__":
    main()
