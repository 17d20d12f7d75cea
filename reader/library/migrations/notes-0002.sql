-- Searches that the reader keeps under a name.

CREATE TABLE saved_search (
  name TEXT PRIMARY KEY,
  query TEXT NOT NULL,
  added TEXT NOT NULL  -- UTC
) WITHOUT ROWID;
