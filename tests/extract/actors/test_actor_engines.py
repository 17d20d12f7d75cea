"""Other engines behind the same door: spaCy (a stand-in module here) and plugins."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import pytest

from reader.extract.actors import engine, find_actors, with_spacy
from reader.extract.actors.engine import UnknownEngine
from reader.extract.actors.name import Name
from reader.extract.article import Article

TEXT = "The Kremlin's spokesman met Ursula von der Leyen in Rome. Greeks cheered."


@dataclass(frozen=True)
class Entity:
    start_char: int
    end_char: int
    label_: str


@dataclass(frozen=True)
class Doc:
    ents: list[Entity]


@dataclass(frozen=True)
class Pipeline:
    """What of spaCy's ``Language`` we use."""

    ents: list[Entity]
    meta: dict[str, str]

    def make_doc(self, text: str) -> str:
        return text

    def __call__(self, document: str) -> Doc:
        return Doc([one for one in self.ents if one.end_char <= len(document)])


def entity(words: str, label: str) -> Entity:
    start = TEXT.index(words)
    return Entity(start, start + len(words), label)


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    caches = (engine.engine_named, with_spacy.loaded, with_spacy.parsed)
    for cache in caches:
        cache.cache_clear()
    yield
    for cache in caches:
        cache.cache_clear()


@pytest.fixture
def spacy(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("spacy")

    def load(name: str) -> Pipeline:
        if name != "en_core_web_md":
            raise OSError(name)
        found = [
            entity("The Kremlin's", "ORG"),
            entity("Ursula von der Leyen", "PERSON"),
            entity("Rome", "GPE"),
            entity("Greeks", "NORP"),
            entity("met", "DATE"),
        ]
        return Pipeline(found, {"lang": "en", "name": "core_web_md"})

    module.load = load  # type: ignore[attr-defined]  # a stand-in for spaCy, which is not installed here
    monkeypatch.setitem(sys.modules, "spacy", module)


@pytest.mark.usefixtures("spacy")
def test_spacy_finds_and_we_gather() -> None:
    found = find_actors(Article(TEXT), "spacy:en_core_web_md")
    assert [(actor.text, actor.type) for actor in found] == [
        ("Kremlin", "organisation"),
        ("Ursula von der Leyen", "person"),
        ("Rome", "place"),
        ("Greeks", "group"),
    ]
    assert found[0].stands_for == "Government of Russia"
    assert found[0].rule == "actors.spacy en_core_web_md"


@pytest.mark.usefixtures("spacy")
def test_a_missing_pipeline_is_told_with_its_remedy() -> None:
    with pytest.raises(UnknownEngine, match="spacy download en_core_web_xx"):
        find_actors(Article(TEXT), "spacy:en_core_web_xx")


def test_spacy_itself_missing_is_told_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(UnknownEngine, match=r"dateline\[spacy\]"):
        find_actors(Article(TEXT), "spacy:en_core_web_md")


def load_last_word(argument: str) -> engine.Engine:
    def find(article: Article) -> list[Name]:
        count = len(article.tokens)
        outside = Name(count, count + 3, "person", 1.0, "mine")
        overlapping = Name(0, 2, "person", 0.4, "mine")
        return [outside, Name(1, 2, "organisation", 0.9, argument or "mine"), overlapping]

    return find


def load_badly(argument: str) -> engine.Engine:
    raise RuntimeError("no licence")


@pytest.fixture
def plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    points = [
        EntryPoint("mine", f"{__name__}:load_last_word", engine.GROUP),
        EntryPoint("broken", f"{__name__}:load_badly", engine.GROUP),
    ]
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: points if group == engine.GROUP else [])
    monkeypatch.setitem(sys.modules, __name__, sys.modules.get(__name__) or _this_module())


def _this_module() -> ModuleType:
    module = ModuleType(__name__)
    module.__dict__.update(globals())
    return module


@pytest.mark.usefixtures("plugins")
def test_a_plugin_brings_its_names_and_its_slips_are_dropped() -> None:
    found = find_actors(Article("The Kremlin spoke."), "mine:rules")
    assert [(actor.text, actor.start) for actor in found] == [("The Kremlin", 0)]


@pytest.mark.usefixtures("plugins")
def test_a_plugin_that_fails_is_named() -> None:
    with pytest.raises(UnknownEngine, match=r"“broken” could not be loaded: no licence"):
        find_actors(Article(TEXT), "broken")


def test_an_unknown_engine_is_told_with_what_there_is() -> None:
    with pytest.raises(UnknownEngine, match=r"no actor engine “nltk”.*spacy:MODEL"):
        find_actors(Article(TEXT), "nltk")


def test_nothing_is_loaded_before_the_first_use() -> None:
    code = (
        "import sys, reader.extract.actors; "
        "print([m for m in sys.modules if m.startswith('reader.extract.actors.') or m in ('rapidfuzz', 'zlib')])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def plugin_of_the_guide() -> str:
    """The module that the guide shows."""
    from reader.tui.screens.guide import guide_text

    shown = "\n".join(line[4:] for line in guide_text().split("\n") if line.startswith("    ") or not line.strip())
    return shown[shown.index("from reader.extract") : shown.index("return find") + len("return find")]


@pytest.fixture
def distribution(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plugin, installed as pip installs one: a module, and metadata with its entry point."""
    (tmp_path / "dateline_ministries.py").write_text(plugin_of_the_guide(), "utf-8")
    metadata = tmp_path / "dateline_ministries-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: dateline-ministries\nVersion: 1.0\n", "utf-8")
    (metadata / "entry_points.txt").write_text("[dateline.actors]\nministries = dateline_ministries:load\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)


@pytest.mark.usefixtures("distribution")
def test_the_plugin_of_the_guide_is_found_by_its_name() -> None:
    found = find_actors(Article("The Ministry and the Office spoke."), "ministries")
    assert [(actor.text, actor.type, actor.rule) for actor in found] == [
        ("Ministry", "organisation", "actors.ministries")
    ]
    found = find_actors(Article("The Ministry and the Office spoke."), "ministries:Office")
    assert [actor.text for actor in found] == ["Office"]


def test_a_pipeline_of_ones_own_is_read_from_its_folder(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns(
        [
            {"label": "PERSON", "pattern": "Ursula von der Leyen"},
            {"label": "ORG", "pattern": "The Kremlin"},
            {"label": "DATE", "pattern": "Rome"},
        ]
    )
    pipeline.to_disk(tmp_path / "rules")
    found = find_actors(Article(TEXT), f"spacy:{tmp_path / 'rules'}")
    assert [(actor.text, actor.type) for actor in found] == [
        ("Kremlin", "organisation"),
        ("Ursula von der Leyen", "person"),
    ]


def test_a_real_spacy_without_the_pipeline_says_how_to_get_it() -> None:
    pytest.importorskip("spacy")
    with pytest.raises(UnknownEngine, match="spacy download en_core_web_xx brings it"):
        find_actors(Article(TEXT), "spacy:en_core_web_xx")
