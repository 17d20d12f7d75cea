"""``config.toml``: read, checked, and written so that comments stay."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reader.model.regular import text_of
from reader.settings.options import BY_NAME, OPTIONS, Option, Value

HEADER = """\
# Settings of Dateline. A line that begins with # is off: take the # away and change what follows.
# The reader follows changes of this file while it is open. `dateline config` says where it lies.
"""
FOOTER = """
[keys]
# Other keys for an action, by its id; `dateline config --keys` lists them. Several are joined by commas.
# "search.open" = "f,ctrl+f"

# A profile is a set of settings under a name: dateline --profile NAME
# [profiles.phone]
# looks.density = "compact"
# reading.measure = 60
"""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings that hold."""

    values: Mapping[str, Value] = field(default_factory=dict)
    """Those that differ from the defaults, by name."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Action ids to the keys that the reader wants for them, joined by commas."""
    problems: tuple[str, ...] = ()
    """What could not be understood, one sentence each with its line; the defaults hold there."""
    profiles: tuple[str, ...] = ()
    """Names of the profiles that the file has."""

    def __getitem__(self, name: str) -> Value:
        return self.values.get(name, BY_NAME[name].default)

    def text(self, name: str) -> str:
        """A setting that is text."""
        return str(self[name])

    def number(self, name: str) -> int:
        """A setting that is a number."""
        return int(self[name])

    def on(self, name: str) -> bool:
        """A setting that is a switch."""
        return bool(self[name])


def load_config(path: Path, profile: str = "") -> Config:
    """The settings in a file, those of a profile over them. A file that is not there is one of defaults."""
    try:
        source = text_of(path)
    except FileNotFoundError:
        return _with_profile(Config(), "", {}, profile)
    except (OSError, UnicodeDecodeError) as error:
        reason = (error.strerror or "cannot be read").lower() if isinstance(error, OSError) else "is not UTF-8"
        return Config(problems=(f"{path.name}: {reason}; the defaults hold.",))
    return parse_config(source, profile, path.name)


def parse_config(source: str, profile: str = "", name: str = "config.toml") -> Config:
    """The settings in the text of a file."""
    if not source.strip():
        return Config()
    import tomllib  # not before the first screen where nothing is set

    try:
        found = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        return Config(problems=(f"{name}: {_located(str(error))}; the defaults hold until it is mended.",))
    except RecursionError:
        return Config(problems=(f"{name}: is nested too deep; the defaults hold until it is mended.",))
    profiles = found.pop("profiles", {})
    keys = found.pop("keys", {})
    values, problems = _checked(found, source, name)
    wanted: dict[str, str] = {}
    for action, given in keys.items() if isinstance(keys, dict) else ():
        if isinstance(given, str):
            wanted[action] = ",".join(part.strip() for part in given.split(",") if part.strip())
        else:
            problems.append(f"{name} line {_line(source, 'keys', action)}: the keys of {action} are text.")
    config = Config(values, wanted, tuple(problems), tuple(profiles) if isinstance(profiles, dict) else ())
    return _with_profile(config, source, profiles if isinstance(profiles, dict) else {}, profile, name)


def _with_profile(
    config: Config, source: str, profiles: Mapping[str, object], profile: str, name: str = "config.toml"
) -> Config:
    if not profile:
        return config
    given = profiles.get(profile)
    if not isinstance(given, dict):
        known = f"; there is {', '.join(profiles)}" if profiles else ""
        problem = f"{name} has no profile {profile}{known}."
        return Config(config.values, config.keys, (*config.problems, problem), config.profiles)
    values, problems = _checked(given, source, name)
    return Config({**config.values, **values}, config.keys, (*config.problems, *problems), config.profiles)


def _checked(tables: Mapping[str, object], source: str, name: str) -> tuple[dict[str, Value], list[str]]:
    values: dict[str, Value] = {}
    problems: list[str] = []
    for section, table in tables.items():
        if not isinstance(table, dict):
            problems.append(f"{name} line {_line(source, '', section)}: {section} stands outside any [section].")
            continue
        for key, value in table.items():
            full = f"{section}.{key}"
            option = BY_NAME.get(full)
            if option is not None and option.choices and isinstance(value, int) and not isinstance(value, bool):
                value = str(value)  # clock = 12 means what "12" means
            where = f"{name} line {_line(source, section, key)}"
            if option is None:
                near = difflib.get_close_matches(full, BY_NAME, 1, 0.6)
                problems.append(f"{where}: there is no setting {full}" + (f"; {near[0]}?" if near else "."))
            elif problem := option.problem(value):
                problems.append(f"{where}: {full} {problem}; it stays {_toml(option.default)}.")
            elif value != option.default:
                values[full] = value
    return values, problems


def default_file() -> str:
    """The commented file that ``dateline config`` writes: every setting at its default, switched off."""
    parts = [HEADER]
    for section in dict.fromkeys(option.section for option in OPTIONS):
        parts.append(f"\n[{section}]\n")
        own = (option for option in OPTIONS if option.section == section)
        parts += [f"# {_help(option)}\n# {option.key} = {_toml(option.default)}\n" for option in own]
    return "".join([*parts, FOOTER])


def with_setting(source: str, name: str, value: Value) -> str:
    """The text of a file with one setting changed; everything else, comments too, stays as it is."""
    option = BY_NAME[name]
    line = f"{option.key} = {_toml(value)}"
    lines = source.split("\n")
    start = _section_start(lines, option.section)
    if start is None:
        body = source if source.endswith("\n") or not source else source + "\n"
        return f"{body}\n[{option.section}]\n{line}\n"
    end = next((at for at in range(start + 1, len(lines)) if re.match(r"\s*\[", lines[at])), len(lines))
    own = re.compile(rf"\s*{re.escape(option.key)}\s*=")
    off = re.compile(rf"\s*#\s*{re.escape(option.key)}\s*=")
    for pattern in (own, off):
        for at in range(start + 1, end):
            if pattern.match(lines[at]):
                lines[at] = line
                return "\n".join(lines)
    lines.insert(start + 1, line)
    return "\n".join(lines)


def save_setting(path: Path, name: str, value: Value) -> None:
    """Change one setting in the file, made when there is none.

    :raises OSError: when it cannot be written; it is then as it was.
    """
    try:
        source = text_of(path)
    except FileNotFoundError:
        source = default_file()
    write_config(path, with_setting(source, name, value))


def write_config(path: Path, source: str) -> None:
    """Write the file whole or not at all, made private to the user.

    :raises OSError: when it cannot be written.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = path.resolve()  # a link into somebody's dotfiles stays a link
    draft = target.with_suffix(".partial")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(source)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, target)


def _section_start(lines: list[str], section: str) -> int | None:
    pattern = re.compile(rf"\s*\[\s*{re.escape(section)}\s*\]")
    return next((at for at, line in enumerate(lines) if pattern.match(line)), None)


def _line(source: str, section: str, key: str) -> int:
    """Number of the line, from 1, that sets a key; 1 where it cannot be told."""
    lines = source.split("\n")
    start = _section_start(lines, section) if section else None
    pattern = re.compile(rf"\s*[\"']?(?:{re.escape(section)}\.)?{re.escape(key)}[\"']?\s*[=.]")
    for at in range(0 if start is None else start, len(lines)):
        if pattern.match(lines[at]):
            return at + 1
    return 1 if start is None else start + 1


def _located(message: str) -> str:
    """A parser's message with its line in front: ``line 3: ...``."""
    found = re.fullmatch(r"(.*) \(at line (\d+), column \d+\)", message)
    if found:
        return f"line {found[2]}: {found[1][0].lower()}{found[1][1:]}"
    return message[0].lower() + message[1:].replace("(", "").replace(")", "")


def _toml(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _help(option: Option) -> str:
    if option.choices:
        return f"{option.help} {', '.join(option.choices[:-1])} or {option.choices[-1]}."
    return option.help
