"""Make the actor model again: ``python -m reader.extract.actors.train DATA_DIR [--to FILE]``.

A developer's script; it needs python-crfsuite (L-BFGS training of the conditional random fields) and the open training
sets of :mod:`reader.extract.actors.corpus` in ``DATA_DIR``. The same data gives the same file, byte for byte. It prints
the scores on the held-out eighth of each set, which was never trained on.

The second pass learns from labels that models of the first pass gave to documents they had not seen, fold by fold:
its own training labels would be too good to be true. The same labels show where a set leaves names unlabelled (GUM
marks only what is in Wikipedia): islands where such a model is sure of a name and the set has none are left out of
training. The scores are of a model that has not seen the held-out documents; the model that is written has seen all,
or, with ``--without-held-out``, is the one scored.

Tried and left out: every document a second time with names exchanged for others of their kind (Dai and Adel 2020)
gains 2 to 4 on Wikipedia and loses 0.4 on newswire and 4 on EWT; word classes from vectors of open text change nothing,
for the lists of names tell as much; a bias towards names moves precision into recall, one for one.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from array import array
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from reader.extract.actors.again import Article1, names
from reader.extract.actors.corpus import Gold, read
from reader.extract.actors.crf import LABELS, SCALE, Table, indexed, pack
from reader.extract.actors.features import WordFeatures
from reader.extract.actors.gazetteer import Gazetteer, gazetteer
from reader.extract.actors.label import Labeller, features
from reader.extract.actors.measure import Mention, Score, compare
from reader.extract.actors.model import FILE, Model, assemble, first_pass
from reader.extract.actors.view import View

FOLDS = 3
SMALLEST = 60
"""Features whose weights are all smaller are left out: a third of the size for no loss."""
DOUBTFUL = 0.9
"""Islands where the other folds' model is surer than this of a name that the set lacks are not trained on."""
UNDERLABELLED = frozenset(("gum-open", "redocred-dev", "redocred-test", "crossner"))
"""Sets that are known to leave names unlabelled."""
SETTINGS = {"c1": 0.1, "c2": 0.2, "max_iterations": 120}

Weights = dict[str, list[int]]
Extra = dict[int, list[str]]
Island = tuple[int, int]


def common_words(documents: list[Gold]) -> dict[str, int]:
    """How often a word is written small in the documents: 1 for twice, 2 from three, 3 from ten, 4 from fifty times."""
    counts = Counter(word for document in documents for word in document.tokens.words if word.islower())
    return {word: 1 + (n >= 3) + (n >= 10) + (n >= 50) for word, n in sorted(counts.items()) if n > 1}


def train(
    documents: list[Gold],
    words: WordFeatures,
    extras: list[Extra] | None = None,
    doubts: list[set[Island]] | None = None,
) -> tuple[Weights, list[list[float]]]:
    """Weights of each feature for each label, in whole steps of 1 / ``SCALE``, and the transitions.

    :param extras: features of the second pass for each document.
    :param doubts: islands of each document that are not trained on.
    """
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    edge = [["edge"]]
    for number, document in enumerate(documents):
        view = View(document.text, document.tokens, words)
        extra: Extra = extras[number] if extras else {}
        for begin, end in view.islands:
            if doubts and (begin, end) in doubts[number]:
                continue
            rows = [features(view, at, words) + extra.get(at, []) for at in range(begin, end)]
            labels = document.labels[begin:end]
            if labels[0].startswith("I-"):
                labels[0] = "B" + labels[0][1:]
            trainer.append(edge + rows + edge, ["O", *labels, "O"])
    trainer.set_params(SETTINGS)
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "crf")
        trainer.train(file)
        tagger = pycrfsuite.Tagger()
        tagger.open(file)
        info = tagger.info()
        tagger.close()
    weights: Weights = {}
    for (feature, label), weight in info.state_features.items():
        step = max(-32767, min(32767, round(weight * SCALE)))
        if step and feature != "edge":
            weights.setdefault(feature, [0] * len(LABELS))[LABELS.index(label)] = step
    weights = {name: steps for name, steps in weights.items() if max(map(abs, steps)) >= SMALLEST}
    transitions = [[round(info.transitions.get((one, other), 0.0), 4) for other in LABELS] for one in LABELS]
    return weights, transitions


def table(trained: tuple[Weights, list[list[float]]]) -> Table:
    """The trained weights as they are read."""
    weights, transitions = trained
    known = sorted(weights)
    return Table(indexed(known), array("h", [step for feature in known for step in weights[feature]]), transitions)


def _fold(document: Gold) -> int:
    return hashlib.sha256(f"fold {document.set}/{document.id}".encode()).digest()[0] % FOLDS


def first_labels(documents: list[Gold], words: WordFeatures) -> tuple[list[Extra], list[set[Island]]]:
    """For each document, features of the second pass and doubtful islands, from models that have not seen it."""
    extras: list[Extra] = [{} for _ in documents]
    doubts: list[set[Island]] = [set() for _ in documents]
    unseen = [[one for one in documents if _fold(one) != fold] for fold in range(FOLDS)]
    with ProcessPoolExecutor() as processes:
        trained = list(processes.map(train, unseen, [words] * FOLDS))
    for fold in range(FOLDS):
        labeller = Labeller(table(trained[fold]), words)
        for number, document in enumerate(documents):
            if _fold(document) != fold:
                continue
            view = View(document.text, document.tokens, words)
            seen = first_pass(labeller, view)
            extras[number] = {at: seen.features(at) for begin, end in view.islands for at in range(begin, end)}
            if document.set in UNDERLABELLED:
                doubts[number] = {island for island in view.islands if _is_doubtful(document, seen, island)}
    return extras, doubts


def _is_doubtful(document: Gold, seen: Article1, island: Island) -> bool:
    begin, end = island
    for first, last, _ in names([seen.label[at] for at in range(begin, end)]):
        span = range(begin + first, begin + last)
        if all(document.labels[at] == "O" for at in span) and min(max(seen.shares[at]) for at in span) > DOUBTFUL:
            return True
    return False


def build(documents: list[Gold], lists: Gazetteer) -> tuple[Model, bytes]:
    """Both passes trained on the documents: ready to use, and as the content of a file."""
    common = common_words(documents)
    words = WordFeatures(lists, common)
    extras, doubts = first_labels(documents, words)
    with ProcessPoolExecutor() as processes:
        first, second = processes.map(train, [documents, documents], [words, words], [None, extras], [doubts, doubts])
    classes = [" ".join(word for word, number in common.items() if number == size) for size in (1, 2, 3, 4)]
    model = assemble(table(first), table(second), common, lists)
    return model, pack([first, second], {"common": classes})


def score(model: Model, documents: list[Gold]) -> dict[str, Score]:
    """Scores on gold documents, exact ranges of tokens."""
    scores: dict[str, Score] = {}
    for document in documents:
        wanted = [Mention(*one) for one in names([LABELS.index(label) for label in document.labels])]
        _, labelled = model.label(document.text, document.tokens)
        compare(scores, _scored(wanted), _scored([Mention(one.first, one.last, one.kind) for one in labelled]))
    return scores


def _scored(mentions: list[Mention]) -> list[Mention]:
    kinds = {"PER": "person", "ORG": "organisation", "LOC": "place"}
    return [Mention(one.start, one.end, kinds[one.kind]) for one in mentions]


def _print_scores(documents: list[Gold], lists: Gazetteer) -> bytes:
    training = [one for one in documents if not one.held_out]
    held_out = [one for one in documents if one.held_out]
    print(f"{len(training)} documents to learn from, {len(held_out)} held out for the scores", flush=True)
    model, content = build(training, lists)
    for name in sorted({one.set for one in held_out}):
        scores = score(model, [one for one in held_out if one.set == name])
        print(f"{name:14s} exact {scores['exact']}   overlap {scores['overlap']}", flush=True)
    return content


def main() -> int:
    """Train, write the file and print the scores."""
    parser = argparse.ArgumentParser(prog="python -m reader.extract.actors.train", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with the training sets (*.jsonl)")
    parser.add_argument("--to", type=Path, default=FILE, help="file to write (default: the one in the package)")
    parser.add_argument("--unscored", action="store_true", help="only make the model, in half the time")
    parser.add_argument("--without-held-out", action="store_true", help="write the model that is scored")
    options = parser.parse_args()
    lists = gazetteer()
    try:
        documents = read(options.data, lists)
    except OSError as error:
        print(f"cannot read the training sets: {error}", file=sys.stderr)
        return 2
    content = b"" if options.unscored and not options.without_held_out else _print_scores(documents, lists)
    if not options.without_held_out:
        _, content = build(documents, lists)
    options.to.write_bytes(content)
    print(f"{options.to.name}: {len(content) / 1e6:.2f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
