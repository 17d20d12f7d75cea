"""However the reader ends, the terminal is given back, what was being written is kept, and it is soon gone."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from reader.library import Library
from reader.library.lock import WriteLock
from tests.terminal import Terminal
from tests.test_terminal import reader, restored

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no ptys")
ARTICLE = "seeds/000_73ca37d0c5ce4629.txt"
NOTE = "the spectator again"


def writing(terminal: Terminal) -> None:
    """Bring a terminal to where a note is being written."""
    terminal.wait_for("Given the ongoing tensions")
    terminal.wait_for(r"Actors \d+")
    terminal.press("m")
    terminal.wait_for("Note on")
    os.write(terminal.fd, NOTE.encode())
    terminal.wait_for(NOTE)


def drafts(tmp_path: Path) -> list[str]:
    """What the next start would offer."""
    with Library.open(tmp_path / "library") as library:
        return list(library.annotations.drafts("").values())


def ended_within(pid: int, seconds: float) -> float | None:
    """Wait for a child whose terminal is gone; the processor's seconds it took, or None when it is still there."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        done, _, usage = os.wait4(pid, os.WNOHANG)
        if done:
            return usage.ru_utime + usage.ru_stime
        time.sleep(0.02)
    return None


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_in_the_midst_of_a_note_loses_nothing(tmp_path: Path, number: signal.Signals) -> None:
    with Terminal(reader(tmp_path, ARTICLE), cwd=str(ROOT)) as terminal:
        writing(terminal)
        os.kill(terminal.pid, number)
        assert terminal.wait_exit(10) == 128 + number
        assert restored(terminal)
        assert b"Traceback" not in terminal.raw
    assert drafts(tmp_path) == [NOTE]
    with Terminal(reader(tmp_path, ARTICLE), cwd=str(ROOT)) as terminal:
        terminal.wait_for("was left unfinished: m goes on with it")
        terminal.press("q")


@pytest.mark.parametrize("ignored", [False, True])
def test_a_terminal_that_is_gone_takes_the_reader_along(tmp_path: Path, ignored: bool) -> None:
    command = reader(tmp_path, ARTICLE)
    if ignored:
        command = [sys.executable, "-c", f"import os, signal; signal.signal(1, 1); os.execv({command[0]!r}, {command})"]
    terminal = Terminal(command, cwd=str(ROOT))
    writing(terminal)
    before = cpu(terminal.pid)
    os.close(terminal.fd)
    used = ended_within(terminal.pid, 10)
    assert used is not None, "it is still there"
    assert used - before < 2, "it was spinning"
    assert drafts(tmp_path) == [NOTE]


def cpu(pid: int) -> float:
    """Processor seconds of a process until now."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_put_to_sleep_and_woken(tmp_path: Path) -> None:
    with Terminal(reader(tmp_path, ARTICLE), cwd=str(ROOT)) as terminal:
        writing(terminal)
        os.kill(terminal.pid, signal.SIGTSTP)
        limit = time.monotonic() + 10
        while state(terminal.pid) != "T" and time.monotonic() < limit:
            terminal.read(0.05)
        assert state(terminal.pid) == "T"
        terminal.read(0.5)  # what it wrote last
        assert terminal.raw.rfind(b"\x1b[?1049l") > terminal.raw.rfind(b"\x1b[?1049h")
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.wait_for(NOTE)
        os.write(terminal.fd, b" and more")
        terminal.wait_for(f"{NOTE} and more")
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.wait_exit() == 143
        assert restored(terminal)
    assert drafts(tmp_path) == [f"{NOTE} and more"]


def test_woken_though_it_did_not_sleep(tmp_path: Path) -> None:
    with Terminal(reader(tmp_path, ARTICLE), cwd=str(ROOT)) as terminal:
        writing(terminal)
        for number in range(3):
            os.kill(terminal.pid, signal.SIGCONT)
            limit = time.monotonic() + 10
            while terminal.raw.count(b"\x1b[?1049h") < number + 2 and time.monotonic() < limit:
                terminal.take(0.05)
            terminal.read(0.2)
        terminal.wait_for(NOTE)
        os.write(terminal.fd, b" and more, all of it in order")
        terminal.wait_for(f"{NOTE} and more, all of it in order")
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.wait_exit() == 143
        assert restored(terminal)
        assert len(re.findall(rb"\x1b\[>\d*u", terminal.raw)) == terminal.raw.count(b"\x1b[<u") == 4


def state(pid: int) -> str:
    """One letter: T is stopped."""
    stat = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return stat.strip()[:1]


def test_a_reader_that_breaks_says_where_the_report_lies(tmp_path: Path) -> None:
    """The note is open when the reader breaks: the next start offers what it said."""
    script = tmp_path / "breaks.py"
    script.write_text(
        textwrap.dedent(
            """
            import sys
            from reader.tui.widgets.note_editor import NoteEditor
            def breaks(self, words=""):
                raise ValueError("no: " + self.text)
            NoteEditor.say = breaks
            from reader.cli import main
            sys.exit(main(sys.argv[1:]))
            """
        )
    )
    command = [sys.executable, str(script), "--library", str(tmp_path / "library"), ARTICLE]
    environment = {"PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))}
    with Terminal(command, 200, 30, cwd=str(ROOT), env=environment) as terminal:
        terminal.wait_for("Given the ongoing tensions")
        terminal.press("m")
        terminal.wait_for("Note on")
        os.write(terminal.fd, NOTE.encode())
        assert terminal.wait_exit(15) == 70  # its first draft is kept, and saying so breaks
        assert restored(terminal)
        said = terminal.raw.decode("utf-8", "replace").rpartition("\x1b[?1049l")[2]
    assert "Traceback" not in said
    found = re.search(r"dateline: Something broke.* lies in (\S+\.txt)\.", " ".join(said.split()))
    assert found, said
    report = (tmp_path / "library" / "crashes").joinpath(Path(found[1]).name).read_text("utf-8")
    assert "ValueError" in report
    assert "breaks" in report
    assert NOTE not in report
    assert drafts(tmp_path) == [NOTE]


def test_a_command_that_breaks_says_where_the_report_lies(tmp_path: Path) -> None:
    code = textwrap.dedent(
        """
        import sys
        import reader.extract.pipeline as pipeline
        def breaks(*given, **more):
            raise KeyError(given[0])
        pipeline.extract = breaks
        from reader.cli import main
        sys.exit(main(["--library", sys.argv[1], "facts", "--actors", "default", sys.argv[2]]))
        """
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path), ARTICLE], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert "Traceback" not in ended.stderr
    if ended.returncode != 70:  # a file whose facts cannot be taken is told like one that cannot be read
        assert ended.returncode == 1
        assert ended.stderr.count("\n") == 1
        return
    assert re.search(r"dateline: something broke \(KeyError\): a report .*\.txt", ended.stderr)
    (report,) = (tmp_path / "crashes").iterdir()
    assert "spectator" not in report.read_text("utf-8")


def test_a_reader_stuck_in_an_article_leaves_all_the_same(tmp_path: Path) -> None:
    script = tmp_path / "stuck.py"
    script.write_text(
        textwrap.dedent(
            """
            import sys, time
            from reader.tui.desk import Desk
            Desk._facts_of = lambda self, document, place: time.sleep(600)
            from reader.cli import main
            sys.exit(main(sys.argv[1:]))
            """
        )
    )
    command = [sys.executable, str(script), "--library", str(tmp_path / "library"), ARTICLE]
    environment = {"PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))}
    with Terminal(command, cwd=str(ROOT), env=environment) as terminal:
        terminal.wait_for("Given the ongoing tensions")
        terminal.press("q")
        assert terminal.wait_exit(10) == 0
        assert restored(terminal)


def test_what_is_typed_and_saved_in_one_breath_is_whole(tmp_path: Path) -> None:
    """Keys wait in line for the editor; the one that saves overtook them and saved an empty note."""
    with Terminal(reader(tmp_path, ARTICLE), cwd=str(ROOT)) as terminal:
        terminal.wait_for("Given the ongoing tensions")
        terminal.wait_for(r"Actors \d+")
        for number in range(3):
            terminal.press("e", "m")
            terminal.wait_for("Note on")
            os.write(terminal.fd, f"{NOTE} {number}".encode() + b"\x13")
            terminal.wait_for("Saved; u takes it back")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    with Library.open(tmp_path / "library") as library:
        assert sorted(one.note for one in library.annotations.all()) == [f"{NOTE} {number}" for number in range(3)]


def test_nothing_is_called_saved_while_another_program_holds_the_library(tmp_path: Path) -> None:
    with Terminal(reader(tmp_path, ARTICLE), cwd=str(ROOT)) as terminal:
        writing(terminal)
        with WriteLock(tmp_path / "library" / "library.lock").held():
            os.write(terminal.fd, b"\x13")
            terminal.wait_for("waits its turn")
            terminal.read(1.0)
            assert "Saved" not in terminal.text
            terminal.press("j", "k")  # and the reader goes on
            assert terminal.status is None
        terminal.wait_for("Saved; u takes it back")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    with Library.open(tmp_path / "library") as library:
        assert [one.note for one in library.annotations.all()] == [NOTE]


@pytest.mark.parametrize("wrapped", [False, True])
async def test_what_was_still_to_be_shown_while_it_ends_is_no_crash(tmp_path: Path, wrapped: bool) -> None:
    from textual.css.query import NoMatches
    from textual.worker import WorkerFailed

    from reader.library import Library
    from reader.tui.app import DatelineApp
    from reader.tui.desk import Desk

    app = DatelineApp(Desk(Library.open(tmp_path / "home"), []))
    async with app.run_test() as pilot:
        await pilot.pause()
        app.exit()
        error: Exception = NoMatches("nothing there any more")
        app._handle_exception(WorkerFailed(error) if wrapped else error)
    assert not app.crashed
    assert app.return_code == 0
