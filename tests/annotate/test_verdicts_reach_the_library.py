"""What the reader rejected is found by no search and on no list, until it is taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.annotate.corrections import accept, correct, everywhere, reject
from reader.annotate.restating import follow_verdicts
from reader.annotate.review import judged, standing
from reader.extract.pipeline import EXTRACTOR
from reader.library import AddCorrection, Library, Several
from reader.library.searching import searcher
from reader.model import ActorMention, Document
from tests.library.articles import article

TEXT = "Peskov said the talks begin on Monday. Peskov left, and Washington was silent."


def mention(words: str, start: int, type: str = "person") -> ActorMention:
    return ActorMention(start=start, end=start + len(words), text=words, type=type, value=words, actor=words)  # type: ignore[arg-type]  # names of types


FACTS = (mention("Peskov", 0), mention("Peskov", 39), mention("Washington", 56))


@pytest.fixture
def documents(tmp_path: Path) -> tuple[Library, list[Document]]:
    library = Library.open(tmp_path / "home")
    found = []
    for name in "ab":
        id = library.documents.put(article(name, text=TEXT + name)).id
        document = library.documents.get(id)
        assert document is not None
        library.facts.put(document.version, EXTRACTOR, FACTS, document.published)
        found.append(document)
    return library, found


def found(library: Library, query: str) -> str:
    return "".join(sorted(hit.title[-1] for hit in searcher(library).search(query).hits))


def test_rejected_actors_are_searched_in_vain_until_undone(documents: tuple[Library, list[Document]]) -> None:
    library, (a, _) = documents
    assert found(library, "actor:washington") == "ab"
    library.do(AddCorrection(reject(a, FACTS[2])))
    assert follow_verdicts(library) == 1
    assert found(library, "actor:washington") == "b"
    assert library.facts.get(a.version, EXTRACTOR, a.published) == FACTS  # what was found stays known
    assert [one.verdict for one in judged(library, a, FACTS)] == [None, None, "rejected"]
    assert follow_verdicts(library) == 0
    library.undo()
    assert follow_verdicts(library) == 1
    assert found(library, "actor:washington") == "ab"
    library.redo()
    follow_verdicts(library)
    assert found(library, "actor:washington") == "b"


def test_a_reject_everywhere_is_one_step_for_the_whole_library(documents: tuple[Library, list[Document]]) -> None:
    library, (a, b) = documents
    library.do(AddCorrection(everywhere(reject(a, FACTS[0]), library=True)))
    assert follow_verdicts(library) == 2
    assert found(library, "actor:peskov") == ""
    assert standing(library, b, FACTS) == [FACTS[2]]
    library.undo()
    follow_verdicts(library)
    assert found(library, "actor:peskov") == "ab"


def test_a_renamed_actor_is_found_by_its_new_name_also_after_facts_are_put_again(
    documents: tuple[Library, list[Document]],
) -> None:
    library, (a, _) = documents
    right = ActorMention(start=56, end=66, text="Washington", type="organisation", value="US government", actor="")
    library.do(Several((AddCorrection(correct(a, FACTS[2], right)), AddCorrection(accept(a, FACTS[0])))))
    follow_verdicts(library)
    assert (found(library, "actor:washington"), found(library, 'actor:"us government"')) == ("b", "a")
    library.facts.put(a.version, EXTRACTOR, FACTS, a.published)
    assert found(library, 'actor:"us government"') == "a"
    assert [one.name for one in library.facts.with_actor("us government")] == ["US government"]
