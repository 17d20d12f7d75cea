"""Scripts that let a shell complete ``dateline``, made from the parsers."""
