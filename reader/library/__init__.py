"""Where articles, facts and the reader's own work are kept."""

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
from reader.library.saved_searches import ForgetSearch, SavedSearch, SaveSearch

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
