"""A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) read from a table, in plain Python.

The weights of one feature for all labels are packed in one integer, a lane for each label, so that adding the features
of a token is one addition each: 50 ns instead of 7 list operations.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Mapping
from math import exp
from pathlib import Path
from struct import Struct
from sys import byteorder

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
SCALE = 512
"""Weights are stored as whole numbers of 1/512."""

_LANE = 32
_BIAS = sum(1 << (_LANE * lane + _LANE - 1) for lane in range(len(LABELS)))
_LANES = Struct(f"<{len(LABELS)}I")
_UNPACK = _LANES.unpack
_BYTES = _LANE // 8 * len(LABELS)
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

    def decode(self, emissions: list[int]) -> tuple[list[int], list[tuple[float, ...]]]:
        """Best labels of an island and the probability of each label at each token.

        :param emissions: packed sums of the rows at each token; the tokens beside the island are no names.
        """
        scores = [_UNPACK((emission + _BIAS).to_bytes(_BYTES, "little")) for emission in emissions]
        return self._best(scores), self._marginals(scores)

    def _best(self, scores: list[tuple[int, ...]]) -> list[int]:
        """Viterbi, with O before and after the island."""
        transitions = self.transitions
        count = range(len(LABELS))
        columns = list(zip(*transitions, strict=True))
        peak = max(scores[0])
        best = [(scores[0][label] - peak) / SCALE + transitions[0][label] for label in count]
        back: list[list[int]] = []
        for row in scores[1:]:
            peak = max(row)
            pointers = []
            following = []
            for label in count:
                column = columns[label]
                if label and not label % 2:  # I-x follows only B-x and I-x
                    one, other = best[label - 1] + column[label - 1], best[label] + column[label]
                    origin, value = (label - 1, one) if one >= other else (label, other)
                else:
                    options = [score + step for score, step in zip(best, column, strict=True)]
                    value = max(options)
                    origin = options.index(value)
                pointers.append(origin)
                following.append(value + (row[label] - peak) / SCALE)
            best = following
            back.append(pointers)
        ends = [score + transitions[label][0] for label, score in enumerate(best)]
        label = ends.index(max(ends))
        path = [label]
        for pointers in reversed(back):
            label = pointers[label]
            path.append(label)
        path.reverse()
        return path

    def _marginals(self, scores: list[tuple[int, ...]]) -> list[tuple[float, ...]]:
        """Forward-backward, scaled at each token."""
        odds = self._odds
        count = range(len(LABELS))
        emitted = []
        for row in scores:
            peak = max(row)
            emitted.append([exp((score - peak) / SCALE) for score in row])
        alpha = [step * emit for step, emit in zip(odds[0], emitted[0], strict=True)]
        scale = sum(alpha) or 1e-300
        alpha = [value / scale for value in alpha]
        forward = [alpha]
        columns = list(zip(*odds, strict=True))
        for emit in emitted[1:]:
            a0, a1, a2, a3, a4, a5, a6 = alpha
            alpha = []
            for label in count:
                c = columns[label]
                if label and not label % 2:
                    value = forward[-1][label - 1] * c[label - 1] + forward[-1][label] * c[label]
                else:
                    value = a0 * c[0] + a1 * c[1] + a2 * c[2] + a3 * c[3] + a4 * c[4] + a5 * c[5] + a6 * c[6]
                alpha.append(value * emit[label])
            scale = sum(alpha) or 1e-300
            alpha = [value / scale for value in alpha]
            forward.append(alpha)
        beta = [row[0] for row in odds]
        found: list[tuple[float, ...]] = []
        for at in range(len(scores) - 1, -1, -1):
            both = [one * other for one, other in zip(forward[at], beta, strict=True)]
            scale = sum(both) or 1e-300
            found.append(tuple([value / scale for value in both]))
            if at:
                weighted = [one * other for one, other in zip(emitted[at], beta, strict=True)]
                w0, w1, w2, w3, w4, w5, w6 = weighted
                beta = []
                for label in count:
                    r = odds[label]
                    beta.append(w0 * r[0] + w1 * r[1] + w2 * r[2] + w3 * r[3] + w4 * r[4] + w5 * r[5] + w6 * r[6])
                scale = max(beta) or 1e-300
                beta = [value / scale for value in beta]
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
    return dict(zip(names, range(len(names)), strict=True))
