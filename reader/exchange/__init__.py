"""Annotations and facts in the formats of other tools, out and in. A module a format; ``formats`` names them all."""
