"""Rule patterns compiled to regular expressions over the lexer's codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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
class CompiledRule:
    """A rule, its regular expression over codes, and the classes behind the names of its groups."""

    rule: Rule
    expression: re.Pattern[str]
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    """Name and classes of each capturing group in order; a name may come back in another branch."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """Rules with their compiled patterns, and the codes of all words they name."""

    rules: tuple[CompiledRule, ...]
    vocabulary: Mapping[str, str]


def build(rules: Iterable[Rule]) -> Grammar:
    """Compile a grammar.

    :raises PatternError: for a pattern with a class that nobody defined or an unclosed bracket.
    """
    listed = list(rules)
    vocabulary = _vocabulary(listed)
    return Grammar(tuple(_compile(rule, vocabulary) for rule in listed), vocabulary)


def _vocabulary(rules: list[Rule]) -> dict[str, str]:
    words: dict[str, None] = {}
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


def _compile(rule: Rule, vocabulary: Mapping[str, str]) -> CompiledRule:
    try:
        parser = _Parser(_WORD.findall(rule.pattern), vocabulary)
        body = parser.sequence()
        if parser.rest:
            raise KeyError(parser.rest[0])
        before = f"(?<=[{_codes(rule.after, vocabulary)}])" if rule.after else ""
        barred = f"(?<![{_codes(rule.not_after, vocabulary)}])" if rule.not_after else ""
        required = _required(rule.before, vocabulary)
        following = f"(?![{_codes(rule.not_before, vocabulary)}])" if rule.not_before else ""
    except (KeyError, IndexError) as error:
        raise PatternError(f"the pattern of the rule “{rule.name}” has a flaw at {error}") from None
    return CompiledRule(rule, re.compile(before + barred + body + required + following), tuple(parser.groups))


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


class _Parser:
    """Recursive descent over the pieces of one pattern."""

    def __init__(self, pieces: list[str], vocabulary: Mapping[str, str]) -> None:
        self.rest = pieces
        self._vocabulary = vocabulary
        self.groups: list[tuple[str, tuple[str, ...]]] = []

    def sequence(self) -> str:
        """Pieces up to a closing bracket or the end; `` | `` parts alternatives."""
        branches = [""]
        while self.rest and self.rest[0] not in ("]", ")"):
            piece = self.rest.pop(0)
            if piece == "|":
                branches.append("")
            elif piece in ("[", "("):
                inner = self.sequence()
                if self.rest.pop(0) != ("]" if piece == "[" else ")"):
                    raise KeyError(piece)
                branches[-1] += f"(?:{inner})" + ("?" if piece == "[" else "")
            elif piece.startswith("{"):
                branches[-1] += self._class(piece[1:-1])
            else:
                codes = "".join(self._vocabulary[word] for word in piece.split("|"))
                branches[-1] += codes if len(codes) == 1 else f"[{codes}]"
        return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"

    def _class(self, text: str) -> str:
        classes, _, name = text.partition(":")
        name = name or classes.split("|")[0]
        self.groups.append((name, tuple(classes.split("|"))))
        options: list[str] = []
        codes = ""
        for item in classes.split("|"):
            if item in NUMBER_SETS:
                codes += _single(item, self._vocabulary)
                continue
            members = sorted(CLASSES[item], key=lambda word: -len(word.split()))
            for member in members:
                words = member.split()
                if any(word in _NUMERAL_WORDS for word in words):
                    continue
                coded = "".join(self._vocabulary[word] for word in words)
                if len(coded) == 1:
                    codes += coded
                else:
                    options.append(coded)
        if codes:
            options.append(f"[{codes}]")
        return f"({'|'.join(options)})"
