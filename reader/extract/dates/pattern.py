"""Rule patterns read into trees, and compiled to regular expressions over the lexer's codes when first needed.

Compiling all expressions takes 60 ms, and a text needs a fifth of them: :mod:`reader.extract.dates.reach` tells from
the trees which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from reader.extract.dates.codes import NUMBER_SETS
from reader.extract.dates.english import NUMBERS, ORDINALS, SCALES, TENS
from reader.extract.dates.english_classes import CLASSES
from reader.extract.dates.rule import Rule

_WORD = re.compile(r"\{[^{}]*\}|[\[\]()]|(?<=\s)\|(?=\s)|[^\s\[\](){}]+")
_FIRST_CODE = 0x100
_NUMERAL_WORDS = (frozenset(NUMBERS) | frozenset(TENS) | frozenset(SCALES) | frozenset(ORDINALS)) - {"second"}


class PatternError(ValueError):
    """A rule's pattern cannot be read; the message names the rule."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences."""

    branches: tuple[Sequence, ...]
    optional: bool = False
    captured: bool = False


Node: TypeAlias = str | Choice
"""Any one of some codes, or a choice."""
Sequence: TypeAlias = tuple[Node, ...]


@dataclass(frozen=True)
class CompiledRule:
    """A rule, its pattern over codes, and the classes behind the names of its groups."""

    rule: Rule
    pattern: Sequence
    around: tuple[str, str]
    """What the regular expression asks of the codes before and after."""
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    """Name and classes of each capturing group in order; a name may come back in another branch."""

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The regular expression over codes."""
        before, after = self.around
        return re.compile(before + _expression(self.pattern) + after)


@dataclass(frozen=True, slots=True)
class Grammar:
    """Rules with their patterns, and the codes of all words they name."""

    rules: tuple[CompiledRule, ...]
    vocabulary: Mapping[str, str]


def build(rules: Iterable[Rule]) -> Grammar:
    """Read all patterns of a grammar.

    :raises PatternError: for a pattern with a class that nobody defined or an unclosed bracket.
    """
    listed = list(rules)
    vocabulary = _vocabulary(listed)
    classes: dict[str, Choice] = {}
    return Grammar(tuple(_compile(rule, vocabulary, classes) for rule in listed), vocabulary)


def _vocabulary(rules: list[Rule]) -> dict[str, str]:
    words: dict[str, None] = {}
    # Members of a class get codes in a row: sets of them compile to ranges, which is twice as quick.
    for members in CLASSES.values():
        words.update(dict.fromkeys(member for member in members if " " not in member))
    for rule in rules:
        for item in _WORD.findall(rule.pattern):
            if item[0] not in "{[(])" and item != "|":
                words.update(dict.fromkeys(item.split("|")))
        for side in (rule.after, rule.before, rule.not_after, rule.not_before):
            words.update(dict.fromkeys(item for item in side.split("|") if not item.startswith("{")))
    for members in CLASSES.values():
        for member in members:
            words.update(dict.fromkeys(member.split()))
    words.pop("", None)
    kept = [word for word in words if word not in _NUMERAL_WORDS]
    vocabulary = {word: chr(_FIRST_CODE + number) for number, word in enumerate(kept)}
    if "'" in vocabulary:
        vocabulary["’"] = vocabulary["'"]
    return vocabulary


def _compile(rule: Rule, vocabulary: Mapping[str, str], classes: dict[str, Choice]) -> CompiledRule:
    try:
        parser = _Parser(_WORD.findall(rule.pattern), vocabulary, classes)
        pattern = parser.sequence()
        if parser.rest:
            raise KeyError(parser.rest[0])
        before = f"(?<=[{_codes(rule.after, vocabulary)}])" if rule.after else ""
        barred = f"(?<![{_codes(rule.not_after, vocabulary)}])" if rule.not_after else ""
        required = _required(rule.before, vocabulary)
        following = f"(?![{_codes(rule.not_before, vocabulary)}])" if rule.not_before else ""
    except (KeyError, IndexError) as error:
        raise PatternError(f"the pattern of the rule “{rule.name}” has a flaw at {error}") from None
    return CompiledRule(rule, pattern, (before + barred, required + following), tuple(parser.groups))


def _required(words: str, vocabulary: Mapping[str, str]) -> str:
    if not words:
        return ""
    open_end = words.endswith("|{end}")
    codes = _codes(words.removesuffix("|{end}"), vocabulary)
    return f"(?=[{codes}\n]|\\Z)" if open_end else f"(?=[{codes}])"


def _codes(words: str, vocabulary: Mapping[str, str]) -> str:
    """Members of a character class: all codes of single words and classes parted by ``|``."""
    codes = ""
    for item in words.split("|"):
        if item.startswith("{"):
            name = item[1:-1]
            codes += _single(name, vocabulary)
        else:
            codes += vocabulary[item]
    return codes


def _single(name: str, vocabulary: Mapping[str, str]) -> str:
    if name in NUMBER_SETS:
        return NUMBER_SETS[name] + (vocabulary.get("second", "") if name in ("ordinal", "dayth") else "")
    return "".join(vocabulary[word] for word in CLASSES[name] if word in vocabulary)


def _expression(sequence: Sequence) -> str:
    return "".join(
        _choice(node) if isinstance(node, Choice) else node if len(node) == 1 else f"[{node}]" for node in sequence
    )


def _choice(choice: Choice) -> str:
    branches = "|".join(_expression(branch) for branch in choice.branches)
    return f"({branches})" if choice.captured else f"(?:{branches})" + ("?" if choice.optional else "")


class _Parser:
    """Recursive descent over the pieces of one pattern."""

    def __init__(self, pieces: list[str], vocabulary: Mapping[str, str], classes: dict[str, Choice]) -> None:
        self.rest = pieces
        self._vocabulary = vocabulary
        self._classes = classes
        self.groups: list[tuple[str, tuple[str, ...]]] = []

    def sequence(self) -> Sequence:
        """Pieces up to a closing bracket or the end."""
        branches = self._branches()
        return branches[0] if len(branches) == 1 else (Choice(branches),)

    def _branches(self) -> tuple[Sequence, ...]:
        """The same; `` | `` parts alternatives."""
        branches: list[list[Node]] = [[]]
        while self.rest and self.rest[0] not in ("]", ")"):
            piece = self.rest.pop(0)
            if piece == "|":
                branches.append([])
            elif piece in ("[", "("):
                inner = self._branches()
                if self.rest.pop(0) != ("]" if piece == "[" else ")"):
                    raise KeyError(piece)
                branches[-1].append(Choice(inner, optional=piece == "["))
            elif piece.startswith("{"):
                branches[-1].append(self._class(piece[1:-1]))
            else:
                branches[-1].append("".join([self._vocabulary[word] for word in piece.split("|")]))
        return tuple(tuple(branch) for branch in branches)

    def _class(self, text: str) -> Choice:
        classes, _, name = text.partition(":")
        items = tuple(classes.split("|"))
        self.groups.append((name or items[0], items))
        if classes not in self._classes:
            self._classes[classes] = self._members(items)
        return self._classes[classes]

    def _members(self, classes: tuple[str, ...]) -> Choice:
        options: list[Sequence] = []
        codes = ""
        for item in classes:
            if item in NUMBER_SETS:
                codes += _single(item, self._vocabulary)
                continue
            for member in sorted(CLASSES[item], key=lambda word: -word.count(" ")):
                words = member.split()
                if not _NUMERAL_WORDS.isdisjoint(words):
                    continue
                if len(words) == 1:
                    codes += self._vocabulary[member]
                else:
                    options.append(tuple([self._vocabulary[word] for word in words]))
        if codes:
            options.append((codes,))
        return Choice(tuple(options), captured=True)
