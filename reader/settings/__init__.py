"""What the reader chooses: where things lie, how they look, which keys do what."""

from reader.settings.places import config_file, library_home, samples

__all__ = ["config_file", "library_home", "samples"]
