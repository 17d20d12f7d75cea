"""Mutants of hostile texts through load, show, facts and index, in workers that are killed when they hang.

``python -m tests.fuzz [--mutants 10000] [--seed N] [--workers 2] [--slow 1.0] [--keep]``

Prints a line for each that broke, hung or took longer than ``--slow`` processor seconds, then the sum; exit code 1 when
there was any. ``--keep`` writes these into ``tests/fuzz/found``, which the suite plays again. A run is added to
``tests/fuzz/seeds.txt``. Without ``--seed`` a new one is chosen.
"""

from __future__ import annotations

import argparse
import datetime as dt
import queue
import random
import sys
from pathlib import Path

from reader.jobs.job import Job, State
from reader.jobs.workers import Workers
from tests.fuzz.mutants import mutant
from tests.fuzz.run import Passed, mutants_run

CHUNK = 40
DEADLINE = 30.0
"""Seconds of silence after which a mutant counts as hanging."""
HERE = Path(__file__).parent


def main() -> int:
    """Run them all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mutants", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--slow", type=float, default=1.0)
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    seed = random.SystemRandom().randrange(1 << 31) if options.seed is None else options.seed
    workers = Workers(options.workers, nice=0)
    answers: queue.SimpleQueue[Passed | tuple[Job, range]] = queue.SimpleQueue()

    def hand_in(numbers: range) -> None:
        workers.submit(
            mutants_run,
            seed,
            numbers,
            deadline=DEADLINE,
            on_part=answers.put,
            on_done=lambda job: answers.put((job, numbers)),
        )

    chunks = [range(at, min(at + CHUNK, options.mutants)) for at in range(0, options.mutants, CHUNK)]
    left = len(chunks)
    for numbers in chunks:
        hand_in(numbers)
    done: set[int] = set()
    bad: dict[int, str] = {}
    slowest = (0.0, "")
    refused = 0
    while left:
        answer = answers.get()
        if isinstance(answer, Passed):
            done.add(answer.number)
            refused += bool(answer.refused)
            longest = max(answer.times.values(), default=0.0)
            slowest = max(slowest, (longest, f"{answer.number} {answer.name} {answer.times}"))
            if longest > options.slow:
                bad[answer.number] = f"{longest:.2f} s: {answer.times}"
            continue
        job, numbers = answer
        left -= 1
        if job.state is not State.DONE:  # the first that did not come back is to blame; the others go on
            blamed = next(number for number in numbers if number not in done)
            done.add(blamed)
            bad[blamed] = job.reason or job.state.value
            if blamed + 1 < numbers.stop:
                left += 1
                hand_in(range(blamed + 1, numbers.stop))
    workers.close()
    for number, why in sorted(bad.items()):
        name, data = mutant(seed, number)
        print(f"{number} {name} {len(data)} bytes: {why}", flush=True)
        if options.keep:
            (HERE / "found" / f"{seed}-{number}-{name}").write_bytes(data)
    day = dt.date.today().isoformat()
    told = f"{day} seed {seed}: {len(done)} mutants, {refused} refused in words, {len(bad)} bad"
    told += f", slowest {slowest[0]:.2f} s"
    print(told, slowest[1])
    with (HERE / "seeds.txt").open("a", encoding="utf-8") as file:
        file.write(told + "\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
