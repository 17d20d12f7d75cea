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


def config_file() -> Path:
    """``config.toml``: the one that ``DATELINE_CONFIG`` names, else that in the system's folder for settings."""
    if named := os.environ.get("DATELINE_CONFIG"):
        return Path(named).expanduser().absolute()
    from platformdirs import user_config_path

    return user_config_path("dateline", appauthor=False) / "config.toml"


def samples() -> Path:
    """The folder of sample articles: shipped inside the package, in a checkout beside it."""
    package = Path(__file__).resolve().parents[1]
    shipped = package / "samples"
    return shipped if shipped.is_dir() else package.parent / "seeds"
