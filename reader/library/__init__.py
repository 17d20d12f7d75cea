"""Where articles, facts and the reader's own work are kept."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.library.actor_rules import MergeActors, RenameActor, SplitActor
    from reader.library.actors import KnownName, LibraryActor
    from reader.library.annotation_changes import AddAnnotation, ChangeAnnotation, RemoveAnnotation
    from reader.library.annotations import AnnotationFilter, AnnotationSort
    from reader.library.changes import Change, SetPublished, SetRead, SetRemoved, SetStarred, SetTag, Several
    from reader.library.corrections import AddCorrection, RemoveCorrection
    from reader.library.errors import LibraryBusy, LibraryError, LibraryFull, LibraryRefused, ReadOnly
    from reader.library.labels import ForgetLabel, PutLabel, RenameLabel
    from reader.library.library import Library
    from reader.library.rows import DocumentRow, Filter, Group, Scope, Sort
    from reader.library.saved_search_changes import ForgetSearch, SaveSearch
    from reader.library.saved_searches import SavedSearch

__all__ = [
    "AddAnnotation",
    "AddCorrection",
    "AnnotationFilter",
    "AnnotationSort",
    "Change",
    "ChangeAnnotation",
    "DocumentRow",
    "Filter",
    "ForgetLabel",
    "ForgetSearch",
    "Group",
    "KnownName",
    "Library",
    "LibraryActor",
    "LibraryBusy",
    "LibraryError",
    "LibraryFull",
    "LibraryRefused",
    "MergeActors",
    "PutLabel",
    "ReadOnly",
    "RemoveAnnotation",
    "RemoveCorrection",
    "RenameActor",
    "RenameLabel",
    "SaveSearch",
    "SavedSearch",
    "Scope",
    "SetPublished",
    "SetRead",
    "SetRemoved",
    "SetStarred",
    "SetTag",
    "Several",
    "Sort",
    "SplitActor",
]

# Loaded when they are asked for: the first screen needs a few of them.
_HOMES = {
    "AddAnnotation": "reader.library.annotation_changes",
    "AddCorrection": "reader.library.corrections",
    "AnnotationFilter": "reader.library.annotations",
    "AnnotationSort": "reader.library.annotations",
    "Change": "reader.library.changes",
    "ChangeAnnotation": "reader.library.annotation_changes",
    "DocumentRow": "reader.library.rows",
    "Filter": "reader.library.rows",
    "ForgetLabel": "reader.library.labels",
    "ForgetSearch": "reader.library.saved_search_changes",
    "Group": "reader.library.rows",
    "KnownName": "reader.library.actors",
    "Library": "reader.library.library",
    "LibraryActor": "reader.library.actors",
    "LibraryBusy": "reader.library.errors",
    "LibraryError": "reader.library.errors",
    "LibraryFull": "reader.library.errors",
    "LibraryRefused": "reader.library.errors",
    "MergeActors": "reader.library.actor_rules",
    "PutLabel": "reader.library.labels",
    "ReadOnly": "reader.library.errors",
    "RemoveAnnotation": "reader.library.annotation_changes",
    "RemoveCorrection": "reader.library.corrections",
    "RenameActor": "reader.library.actor_rules",
    "RenameLabel": "reader.library.labels",
    "SaveSearch": "reader.library.saved_search_changes",
    "SavedSearch": "reader.library.saved_searches",
    "Scope": "reader.library.rows",
    "SetPublished": "reader.library.changes",
    "SetRead": "reader.library.changes",
    "SetRemoved": "reader.library.changes",
    "SetStarred": "reader.library.changes",
    "SetTag": "reader.library.changes",
    "Several": "reader.library.changes",
    "Sort": "reader.library.rows",
    "SplitActor": "reader.library.actor_rules",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_HOMES[name]), name)
    globals()[name] = found
    return found
