"""A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) read from a table, in plain Python.

The weights of one feature for all labels are packed in one integer, a lane for each label, so that adding the features
of a token is one addition each: 50 ns instead of 7 list operations.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Mapping
from itertools import islice
from math import exp
from operator import add, mul
from pathlib import Path
from struct import Struct
from sys import byteorder

Row = tuple[float, float, float, float, float, float, float]
"""A number for each label."""

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
SCALE = 512
"""Weights are stored as whole numbers of 1/512."""

_LANE = 32
_BIAS = sum(1 << (_LANE * lane + _LANE - 1) for lane in range(len(LABELS)))
_LANES = Struct(f"<{len(LABELS)}I")
_UNPACK = _LANES.unpack
_BYTES = _LANE // 8 * len(LABELS)
_LOT = 5_000
"""Features entered into the index at once."""
_NEVER = -1e9


class Table:
    """The weights of one model."""

    def __init__(self, index: Mapping[str, int], weights: array[int], transitions: list[list[float]]) -> None:
        """
        :param index: the row of each feature; the tables of one file share it.
        :param weights: a row after the other, a weight for each label.
        """
        self._index = index
        self._weights = weights
        # Packed when first used: most features of a model are not met in a day's reading.
        self._rows: list[int | None] = [None] * len(index)
        self.transitions = [
            [score if _legal(before, after) else _NEVER for after, score in zip(LABELS, row, strict=True)]
            for before, row in zip(LABELS, transitions, strict=True)
        ]
        self._odds = [[exp(score) for score in row] for row in self.transitions]

    def __contains__(self, feature: str) -> bool:
        return self.row(feature) != 0

    def row(self, feature: str) -> int:
        """The packed weights of ``feature``; 0 when the model does not know it."""
        return self.total([feature])

    def total(self, features: list[str], prefix: str = "") -> int:
        """The sum of the rows of all features, each with ``prefix`` before it."""
        # One loop without calls: this is where the time goes.
        known = self._index.get
        rows = self._rows
        out = 0
        for feature in features:
            at = known(prefix + feature if prefix else feature)
            if at is not None:
                row = rows[at]
                out += self._packed(at) if row is None else row
        return out

    def _packed(self, at: int) -> int:
        first = at * len(LABELS)
        # Written out: a loop over the lanes takes three times as long, and a first article packs thousands.
        w0, w1, w2, w3, w4, w5, w6 = self._weights[first : first + len(LABELS)]
        row = w0 + (w1 << 32) + (w2 << 64) + (w3 << 96) + (w4 << 128) + (w5 << 160) + (w6 << 192)
        self._rows[at] = row
        return row

    def steps(self, emissions: list[int]) -> list[Row]:
        """What each label scores at each token of an island, less what the best label scores there.

        :param emissions: packed sums of the rows at each token; the tokens beside the island are no names.
        """
        found = []
        for emission in emissions:
            row = _UNPACK((emission + _BIAS).to_bytes(_BYTES, "little"))
            peak = max(row)
            s0, s1, s2, s3, s4, s5, s6 = row
            found.append((
                (s0 - peak) / SCALE, (s1 - peak) / SCALE, (s2 - peak) / SCALE, (s3 - peak) / SCALE,
                (s4 - peak) / SCALE, (s5 - peak) / SCALE, (s6 - peak) / SCALE,
            ))  # fmt: skip
        return found

    # Both walks are written out, label by label: with loops over the labels a line of 15,000 initials took a second.

    def path(self, steps: list[Row]) -> list[int]:
        """The best labels of an island (Viterbi), with O before and after it."""
        transitions = self.transitions
        t0, t1, t2, t3, t4, t5, t6 = transitions
        (o0, p0, _, g0, _, l0, _), (o1, p1, pp1, g1, _, l1, _), (o2, p2, pp2, g2, _, l2, _) = t0, t1, t2
        (o3, p3, _, g3, gg3, l3, _), (o4, p4, _, g4, gg4, l4, _) = t3, t4
        (o5, p5, _, g5, _, l5, ll5), (o6, p6, _, g6, _, l6, ll6) = t5, t6
        best = b0, b1, b2, b3, b4, b5, b6 = tuple(map(add, steps[0], t0))
        kept = [best]
        for e0, e1, e2, e3, e4, e5, e6 in islice(steps, 1, None):
            # I-x follows only B-x and I-x.
            best = b0, b1, b2, b3, b4, b5, b6 = (
                max(b0 + o0, b1 + o1, b2 + o2, b3 + o3, b4 + o4, b5 + o5, b6 + o6) + e0,
                max(b0 + p0, b1 + p1, b2 + p2, b3 + p3, b4 + p4, b5 + p5, b6 + p6) + e1,
                max(b1 + pp1, b2 + pp2) + e2,
                max(b0 + g0, b1 + g1, b2 + g2, b3 + g3, b4 + g4, b5 + g5, b6 + g6) + e3,
                max(b3 + gg3, b4 + gg4) + e4,
                max(b0 + l0, b1 + l1, b2 + l2, b3 + l3, b4 + l4, b5 + l5, b6 + l6) + e5,
                max(b5 + ll5, b6 + ll6) + e6,
            )
            kept.append(best)
        label = 0  # that of the token after the island
        path = []
        for best in reversed(kept):
            if label and not label % 2:
                one, other = best[label - 1] + transitions[label - 1][label], best[label] + transitions[label][label]
                label = label - 1 if one >= other else label
            else:
                options = [score + row[label] for score, row in zip(best, transitions, strict=True)]
                label = options.index(max(options))
            path.append(label)
        path.reverse()
        return path

    def marginals(self, steps: list[Row]) -> list[Row]:
        """The probability of each label at each token of an island (forward-backward, scaled at each token)."""
        first = self._odds[0]
        (o0, p0, _, g0, _, l0, _), (o1, p1, pp1, g1, _, l1, _), (o2, p2, pp2, g2, _, l2, _) = self._odds[:3]
        (o3, p3, _, g3, gg3, l3, _), (o4, p4, _, g4, gg4, l4, _) = self._odds[3:5]
        (o5, p5, _, g5, _, l5, ll5), (o6, p6, _, g6, _, l6, ll6) = self._odds[5:]
        emitted = [
            (exp(s0), exp(s1), exp(s2), exp(s3), exp(s4), exp(s5), exp(s6)) for s0, s1, s2, s3, s4, s5, s6 in steps
        ]
        a0, a1, a2, a3, a4, a5, a6 = map(mul, first, emitted[0])
        forward = []
        for at in range(1, len(steps) + 1):
            scale = a0 + a1 + a2 + a3 + a4 + a5 + a6 or 1e-300
            a0, a1, a2, a3 = a0 / scale, a1 / scale, a2 / scale, a3 / scale
            a4, a5, a6 = a4 / scale, a5 / scale, a6 / scale
            forward.append((a0, a1, a2, a3, a4, a5, a6))
            if at == len(steps):
                break
            e0, e1, e2, e3, e4, e5, e6 = emitted[at]
            a0, a1, a2, a3, a4, a5, a6 = (
                (a0 * o0 + a1 * o1 + a2 * o2 + a3 * o3 + a4 * o4 + a5 * o5 + a6 * o6) * e0,
                (a0 * p0 + a1 * p1 + a2 * p2 + a3 * p3 + a4 * p4 + a5 * p5 + a6 * p6) * e1,
                (a1 * pp1 + a2 * pp2) * e2,
                (a0 * g0 + a1 * g1 + a2 * g2 + a3 * g3 + a4 * g4 + a5 * g5 + a6 * g6) * e3,
                (a3 * gg3 + a4 * gg4) * e4,
                (a0 * l0 + a1 * l1 + a2 * l2 + a3 * l3 + a4 * l4 + a5 * l5 + a6 * l6) * e5,
                (a5 * ll5 + a6 * ll6) * e6,
            )
        b0, b1, b2, b3, b4, b5, b6 = o0, o1, o2, o3, o4, o5, o6
        found: list[Row] = []
        for alpha, emit in zip(reversed(forward), reversed(emitted), strict=True):
            a0, a1, a2, a3, a4, a5, a6 = alpha
            m0, m1, m2, m3, m4, m5, m6 = a0 * b0, a1 * b1, a2 * b2, a3 * b3, a4 * b4, a5 * b5, a6 * b6
            scale = m0 + m1 + m2 + m3 + m4 + m5 + m6 or 1e-300
            found.append((
                m0 / scale, m1 / scale, m2 / scale, m3 / scale, m4 / scale, m5 / scale, m6 / scale,
            ))  # fmt: skip
            e0, e1, e2, e3, e4, e5, e6 = emit
            w0, w1, w2, w3, w4, w5, w6 = e0 * b0, e1 * b1, e2 * b2, e3 * b3, e4 * b4, e5 * b5, e6 * b6
            b0, b1, b2, b3, b4, b5, b6 = (
                w0 * o0 + w1 * p0 + w3 * g0 + w5 * l0,
                w0 * o1 + w1 * p1 + w2 * pp1 + w3 * g1 + w5 * l1,
                w0 * o2 + w1 * p2 + w2 * pp2 + w3 * g2 + w5 * l2,
                w0 * o3 + w1 * p3 + w3 * g3 + w4 * gg3 + w5 * l3,
                w0 * o4 + w1 * p4 + w3 * g4 + w4 * gg4 + w5 * l4,
                w0 * o5 + w1 * p5 + w3 * g5 + w5 * l5 + w6 * ll5,
                w0 * o6 + w1 * p6 + w3 * g6 + w5 * l6 + w6 * ll6,
            )
            scale = max(b0, b1, b2, b3, b4, b5, b6) or 1e-300
            b0, b1, b2, b3 = b0 / scale, b1 / scale, b2 / scale, b3 / scale
            b4, b5, b6 = b4 / scale, b5 / scale, b6 / scale
        found.reverse()
        return found


def _legal(before: str, after: str) -> bool:
    return not after.startswith("I-") or before[2:] == after[2:]


def pack(tables: list[tuple[dict[str, list[int]], list[list[float]]]], extra: dict[str, object]) -> bytes:
    """The file of one or more models: weights by feature and transitions of each, and ``extra`` for the reader."""
    header = {
        "labels": LABELS,
        "scale": SCALE,
        "transitions": [transitions for _, transitions in tables],
        "extra": extra,
    }
    # One index for all: most features are in each, and to make an index is half of what loading takes.
    names = sorted(set().union(*(weights for weights, _ in tables)))
    nothing = [0] * len(LABELS)
    flat = array("h")
    for weights, _ in tables:
        for name in names:
            flat.extend(weights.get(name, nothing))
    if byteorder == "big":
        flat.byteswap()
    parts = (json.dumps(header, ensure_ascii=False).encode(), "\n".join(names).encode(), flat.tobytes())
    sizes = json.dumps([len(part) for part in parts]).encode() + b"\n"
    return zlib.compress(sizes + b"".join(parts), 9)


def unpack(file: Path) -> tuple[list[Table], dict[str, object]]:
    """The models of a file that :func:`pack` made, and its extra.

    :raises ValueError: when the file is no such file or was made for other labels.
    """
    try:
        raw = zlib.decompress(file.read_bytes())
        sizes, _, rest = raw.partition(b"\n")
        one, two, _ = json.loads(sizes)
        header = json.loads(rest[:one])
    except (zlib.error, ValueError) as error:
        raise ValueError(f"{file.name} is no actor model: {error}") from None
    if tuple(header["labels"]) != LABELS or header["scale"] != SCALE or "transitions" not in header:
        raise ValueError(f"{file.name} was made for another version of Dateline")
    names = rest[one : one + two].decode().split("\n")
    flat = array("h")
    flat.frombytes(rest[one + two :])
    if byteorder == "big":
        flat.byteswap()
    index = indexed(names)
    size = len(names) * len(LABELS)
    tables = [
        Table(index, flat[number * size : (number + 1) * size], transitions)
        for number, transitions in enumerate(header["transitions"])
    ]
    return tables, header["extra"]


def indexed(names: list[str]) -> dict[str, int]:
    """The row of each feature, in order."""
    index: dict[str, int] = {}
    for at in range(0, len(names), _LOT):  # one after another, for other threads wait as long as one takes
        index.update(zip(names[at : at + _LOT], range(at, len(names)), strict=False))
    return index
