"""Where articles, facts and the reader's own work are kept."""

from reader.library.changes import Change, SetPublished, SetRead, SetRemoved, SetStarred, SetTag, Several
from reader.library.errors import LibraryBusy, LibraryError, LibraryFull, LibraryRefused, ReadOnly
from reader.library.library import Library
from reader.library.rows import DocumentRow, Filter, Group, Scope, Sort
from reader.library.saved_searches import ForgetSearch, SavedSearch, SaveSearch

__all__ = [
    "Change",
    "DocumentRow",
    "Filter",
    "ForgetSearch",
    "Group",
    "Library",
    "LibraryBusy",
    "LibraryError",
    "LibraryFull",
    "LibraryRefused",
    "ReadOnly",
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
]
