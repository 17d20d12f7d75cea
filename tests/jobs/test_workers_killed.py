"""Worker processes: they can hang, die and be killed, and nothing else is the worse for it."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Iterator

import pytest

from reader.jobs import worker
from reader.jobs import workers as workers_module
from reader.jobs.job import Job, JobError, State
from reader.jobs.workers import TOGETHER, Workers
from tests.jobs import tasks


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers(2)
    yield made
    made.close()


def gone(process: int) -> bool:
    """Whether a process has ended (it may still wait to be collected)."""
    try:
        with open(f"/proc/{process}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


def wait_until(true: object, seconds: float = 10.0) -> None:
    until = time.monotonic() + seconds
    while not true():  # type: ignore[operator]  # a function without parameters
        assert time.monotonic() < until
        time.sleep(0.01)


def test_results_come_back(workers: Workers) -> None:
    jobs = [workers.submit(tasks.double, number) for number in range(20)]
    assert [job.result(20) for job in jobs] == [2 * number for number in range(20)]
    assert {job.state for job in jobs} == {State.DONE}


def test_a_worker_is_used_again(workers: Workers) -> None:
    processes = {workers.submit(tasks.process).result(20) for _ in range(6)}
    assert len(processes) <= 2
    assert os.getpid() not in processes


def test_parts_are_told_as_they_come(workers: Workers) -> None:
    parts: list[int] = []
    over: list[Job] = []
    job = workers.submit(tasks.count, 5, on_part=parts.append, on_done=over.append)
    assert job.result(20) is None
    assert parts == [0, 1, 2, 3, 4]
    wait_until(lambda: over == [job])


def test_a_task_that_fails_says_why(workers: Workers) -> None:
    for task, words in (
        (tasks.fail, "ValueError: no good"),
        (tasks.die, "ended unexpectedly"),
        (tasks.unsendable, "cannot be sent"),
        (tasks.deep, "nested too deeply"),
        (tasks.huge, "too much memory"),
    ):
        with pytest.raises(JobError, match=words):
            workers.submit(task).result(20)
    with pytest.raises(JobError, match="cannot be sent"):
        workers.submit(lambda: None).result(20)
    assert workers.submit(tasks.double, 4).result(20) == 8


def test_what_hangs_is_killed_and_replaced(workers: Workers) -> None:
    hanging = [workers.submit(tasks.sleep, 600, deadline=0.2) for _ in range(2)]
    after = workers.submit(tasks.double, 4)
    assert after.result(30) == 8
    for job in hanging:
        with pytest.raises(JobError, match="too long"):
            job.result(30)
        assert job.state is State.LATE


def test_the_deadline_is_for_each_part(workers: Workers) -> None:
    workers.submit(tasks.double, 1).result(20)
    parts: list[int] = []
    job = workers.submit(tasks.count, 6, 0.6, deadline=3.0, on_part=parts.append)
    job.result(20)
    assert parts == [*range(6)]
    late = workers.submit(tasks.stumble_after, 3, deadline=0.3, on_part=parts.append)
    with pytest.raises(JobError, match="too long"):
        late.result(30)
    assert parts == [*range(6), 0, 1, 2]


def test_cancelling_kills_what_runs_and_drops_what_waits(workers: Workers) -> None:
    running = [workers.submit(tasks.sleep, 600) for _ in range(2)]
    waiting = workers.submit(tasks.double, 1)
    wait_until(lambda: all(job.state is State.RUNNING for job in running))
    waiting.cancel()
    for job in running:
        job.cancel()
    for job in (*running, waiting):
        with pytest.raises(JobError, match="cancelled"):
            job.result(5)
    assert workers.submit(tasks.double, 4).result(20) == 8


def test_paused_workers_start_nothing(workers: Workers) -> None:
    workers.pause()
    job = workers.submit(tasks.double, 4)
    with pytest.raises(TimeoutError):
        job.result(0.1)
    workers.resume()
    assert job.result(20) == 8


def test_what_is_looked_at_goes_first() -> None:
    workers = Workers(1)
    order: list[str] = []
    workers.pause()
    jobs = [workers.submit(tasks.double, 1, on_done=lambda job: order.append("bulk")) for _ in range(2)]
    jobs.append(workers.submit(tasks.double, 1, on_done=lambda job: order.append("first"), first=True))
    workers.resume()
    wait_until(lambda: len(order) == 3)
    workers.close()
    assert order == ["first", "bulk", "bulk"]


def test_noise_does_not_get_between_the_answers(workers: Workers) -> None:
    assert workers.submit(tasks.chatter).result(20) == ""


def test_closing_kills_at_once_and_cancels(workers: Workers) -> None:
    process = workers.submit(tasks.process).result(20)
    job = workers.submit(tasks.sleep, 600)
    other = workers.submit(tasks.sleep, 600)
    waiting = workers.submit(tasks.double, 1)
    wait_until(lambda: job.state is other.state is State.RUNNING)
    workers.close()
    for left in (job, other, waiting):
        with pytest.raises(JobError, match="cancelled"):
            left.result(1)
    wait_until(lambda: gone(process))
    with pytest.raises(JobError, match="closed"):
        workers.submit(tasks.double, 1)


def test_workers_import_only_what_they_need(workers: Workers) -> None:
    loaded = workers.submit(tasks.modules).result(20)
    assert "reader.jobs.worker" in loaded
    assert not {name.split(".")[0] for name in loaded} & {
        "textual",
        "rich",
        "trafilatura",
        "lxml",
        "sqlite3",
        "markdown_it",
    }


_PROGRAM = """
import sys, time
sys.path[:] = {path!r}
from reader.jobs.workers import Workers
from tests.jobs import tasks
workers = Workers(2)
print(workers.submit(tasks.process).result(20), flush=True)
busy = [workers.submit({task}, 600) for _ in range(2)]
while not all(job.state == "running" for job in busy):
    time.sleep(0.01)
time.sleep(0.3)
print("busy", flush=True)
{end}
"""


@pytest.mark.parametrize("task", ["tasks.sleep", "tasks.backtrack"])
@pytest.mark.parametrize("end", ["", "time.sleep(600)"])
def test_workers_go_when_the_program_goes(end: str, task: str) -> None:
    """At its end, which they do not hold up, and when it is killed."""
    program = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM.format(path=sys.path, end=end, task=task)], stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    worker = int(program.stdout.readline())
    assert program.stdout.readline() == "busy\n"
    if end:
        program.kill()
    assert program.wait(10) == (-9 if end else 0)
    program.stdout.close()
    wait_until(lambda: gone(worker), 15)


def test_workers_start_where_standard_error_has_no_file_number(monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen:
        def fileno(self) -> int:
            return -1

        def write(self, text: str) -> int:
            return len(text)

        def flush(self) -> None:
            pass

    monkeypatch.setattr(sys, "stderr", Screen())
    monkeypatch.setattr(sys, "stdin", None)
    workers = Workers(1)
    try:
        assert workers.submit(tasks.double, 4).result(20) == 8
    finally:
        workers.close()
        assert not [
            thread for thread in threading.enumerate() if thread.name == "dateline-worker" and not thread.daemon
        ]


@pytest.mark.skipif(not os.path.exists("/proc/self/autogroup"), reason="the system does not group by sessions")
def test_a_worker_stands_back_though_it_has_a_session_of_its_own() -> None:
    workers, behind = Workers(1, nice=7), os.nice(0) + 7

    def stands_back() -> bool:
        nice, group = workers.submit(tasks.standing_back).result(20)
        assert nice == behind
        return bool(group.endswith(f" nice {behind}\n"))

    try:
        wait_until(stands_back)  # the system hears ordinary users only ten times a second
    finally:
        workers.close()


def test_the_system_is_told_again_until_it_hears(monkeypatch: pytest.MonkeyPatch) -> None:
    answers, asked = [False, False, True, True], list[int]()

    def told(nice: int) -> bool:
        asked.append(nice)
        return answers[len(asked) - 1]

    monkeypatch.setattr(worker, "_told_the_system", told)
    monkeypatch.setattr(worker, "ASKED_EVERY", 0.0)
    worker._tell_the_system(7)
    assert asked == [7, 7, 7]


def test_a_task_may_ask_for_the_process_that_does_it(workers: Workers) -> None:
    second = workers.submit(tasks.process, on=1).result(20)
    first = workers.submit(tasks.process, on=0).result(20)
    assert first != second
    held = workers.submit(tasks.count, 2, on=0)
    waiting = [workers.submit(tasks.process, on=number) for number in (1, 0, 1, 0)]
    assert [job.result(20) for job in waiting] == [second, first, second, first]
    assert held.result(20) is None


def test_small_tasks_are_handed_over_together() -> None:
    workers = Workers(1)
    workers.pause()
    try:
        jobs = [workers.submit(tasks.answering_to, small=True) for _ in range(2 * TOGETHER)]
        alone = workers.submit(tasks.answering_to)
        workers.resume()
        called = [job.result(20) for job in jobs]
        assert called == ["several"] * len(jobs)
        assert alone.result(20) != "several"
    finally:
        workers.close()


def test_one_small_task_takes_none_of_the_others_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.jobs.workers.SOON", 1.0)
    workers, over = Workers(2), list[Job]()
    workers.pause()
    try:
        jobs = [
            workers.submit(tasks.odd, number, small=True, deadline=0.5, on_done=over.append) for number in range(40)
        ]
        jobs.append(workers.submit(lambda: None, small=True))
        workers.resume()
        wait_until(lambda: all(job.over for job in jobs), 60)
        wrong = {number: job.reason for number, job in enumerate(jobs) if job.state is not State.DONE}
        assert sorted(wrong) == [tasks.HANGS, tasks.DIES, tasks.FAILS, tasks.UNSENDABLE, 40]
        assert wrong[tasks.HANGS] == "it took too long"
        assert wrong[tasks.DIES] == "its worker ended unexpectedly"
        assert wrong[tasks.FAILS] == "ValueError: no good"
        assert "cannot be sent" in wrong[tasks.UNSENDABLE]
        assert "cannot be sent" in wrong[40]
        assert all(job.value == 2 * number for number, job in enumerate(jobs) if number not in wrong)
        assert sorted(map(id, over)) == sorted(map(id, jobs[:40]))
    finally:
        workers.close()


def test_cancelling_one_small_task_leaves_those_beside_it(workers: Workers) -> None:
    workers.pause()
    jobs = [workers.submit(tasks.sleep, 0.1, small=True) for _ in range(12)]
    workers.resume()
    wait_until(lambda: any(job.state is State.RUNNING for job in jobs))
    running = next(job for job in jobs if job.state is State.RUNNING)
    running.cancel()
    assert [job.result(20) for job in jobs if job is not running] == ["awake"] * 11
    with pytest.raises(JobError, match="cancelled"):
        running.result(1)


def test_cancelling_all_small_tasks_kills_their_process(workers: Workers) -> None:
    workers.pause()
    jobs = [workers.submit(tasks.sleep, 600, small=True) for _ in range(12)]
    workers.resume()
    wait_until(lambda: any(job.state is State.RUNNING for job in jobs))
    for job in jobs:
        job.cancel()
    assert workers.submit(tasks.double, 4, on=0).result(20) == 8
    assert workers.submit(tasks.double, 4, on=1).result(20) == 8


def test_closing_cancels_what_is_handed_over_too() -> None:
    workers = Workers(1)
    workers.pause()
    jobs = [workers.submit(tasks.sleep, 600, small=True) for _ in range(3 * TOGETHER)]
    workers.resume()
    wait_until(lambda: jobs[0].state is State.RUNNING)
    workers.close()
    assert {job.state for job in jobs} == {State.CANCELLED}


def test_nothing_waits_behind_a_small_task_while_a_process_is_idle(workers: Workers) -> None:
    both = [workers.submit(tasks.process, on=number) for number in range(2)]
    assert len({job.result(20) for job in both}) == 2
    workers.pause()
    hanging = workers.submit(tasks.sleep, 600, small=True)
    after = workers.submit(tasks.double, 4, small=True)
    workers.resume()
    assert after.result(10) == 8
    assert hanging.state is State.RUNNING


def test_what_is_cancelled_before_its_turn_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.jobs.workers.SOON", 20.0)
    workers = Workers(1)
    workers.pause()
    try:
        jobs = [workers.submit(tasks.sleep, 0.05, small=True) for _ in range(TOGETHER)]
        ahead = workers.submit(tasks.sleep, 600, small=True)
        workers.resume()
        wait_until(lambda: jobs[0].state is State.RUNNING)
        ahead.cancel()
        assert workers.submit(tasks.double, 4).result(10) == 8
    finally:
        workers.close()


def test_what_runs_at_closing_was_cancelled_and_did_not_fail(workers: Workers) -> None:
    over: list[State] = []
    running = [workers.submit(tasks.sleep, 600, on_done=lambda job: over.append(job.state)) for _ in range(2)]
    wait_until(lambda: all(job.state is State.RUNNING for job in running))
    slow = [workers.submit(tasks.double, 1, on_done=lambda job: time.sleep(0.002)) for _ in range(100)]
    workers.close()
    wait_until(lambda: len(over) == 2)
    assert {job.state for job in (*running, *slow)} == set(over) == {State.CANCELLED}


def test_what_cannot_be_pickled_or_read_here_ends_its_task_alone() -> None:
    workers = Workers(1)
    workers.pause()
    try:
        small = [workers.submit(tasks.double, number, small=True) for number in range(5)]
        small.append(workers.submit(tasks.odd, tasks.Unsendable(), small=True))
        workers.resume()
        assert [job.result(20) for job in small[:5]] == [0, 2, 4, 6, 8]
        with pytest.raises(JobError, match="cannot be sent"):
            small[5].result(20)
        with pytest.raises(JobError, match="ended unexpectedly"):
            workers.submit(tasks.unreadable).result(20)
        assert workers.submit(tasks.double, 4).result(20) == 8
    finally:
        workers.close()


def test_a_task_ends_once(workers: Workers) -> None:
    for _ in range(50):
        over: list[Job] = []
        job = workers.submit(tasks.double, 4, on_done=over.append)
        ends = [threading.Thread(target=job.cancel) for _ in range(3)]
        for thread in ends:
            thread.start()
        for thread in ends:
            thread.join()
        wait_until(lambda over=over: bool(over))
        assert over == [job]


def test_cancelling_what_is_over_harms_nobody() -> None:
    workers = Workers(1)
    try:
        process = workers.submit(tasks.process, on_done=lambda job: job.cancel()).result(20)
        assert workers.submit(tasks.process).result(20) == process
    finally:
        workers.close()


def test_a_late_task_is_not_done_without_its_last_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kill that comes a moment after the deadline: the rest has come by then."""
    workers, parts = Workers(1), list[int]()
    workers.submit(tasks.double, 1).result(20)
    kill = workers_module._Slot.kill

    def slow(slot: workers_module._Slot) -> None:
        time.sleep(1.0)
        kill(slot)

    monkeypatch.setattr(workers_module._Slot, "kill", slow)
    try:
        job = workers.submit(tasks.count, 2, 0.6, deadline=0.2, on_part=parts.append)
        with pytest.raises(JobError):
            job.result(20)
        assert parts == [0]
        assert job.state is State.LATE
    finally:
        monkeypatch.undo()
        workers.close()


def test_an_idle_process_holds_no_task_and_a_closed_one_is_collected() -> None:
    workers = Workers(1)
    jobs = [workers.submit(tasks.double, number, small=True) for number in range(TOGETHER)]
    held = [weakref.ref(job) for job in jobs if job.result(20) is not None]
    jobs.clear()
    wait_until(lambda: gc.collect() is not None and not any(one() for one in held))
    process = workers.submit(tasks.process).result(20)
    workers.close()
    wait_until(lambda: not os.path.exists(f"/proc/{process}"))
