"""Where the reader's things lie."""

from __future__ import annotations

import os
from pathlib import Path


def library_home(given: str | os.PathLike[str] | None = None) -> Path:
    """Folder of the library: as given (``--library``), else ``DATELINE_HOME``, else the system's user data."""
    if given:
        return Path(given).expanduser().absolute()
    if home := os.environ.get("DATELINE_HOME"):
        return Path(home).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("dateline", appauthor=False)
