-- notes.db: what the reader made. Small, precious, backed up daily. Documents are named by their ids, never by row
-- numbers of the other file, so that it stands alone.

-- Each action in order; nothing is ever changed or deleted here. `change` and `inverse` are JSON.
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  time TEXT NOT NULL,
  action TEXT NOT NULL,
  title TEXT NOT NULL,
  change TEXT NOT NULL,
  inverse TEXT NOT NULL,
  of INTEGER REFERENCES journal(seq)
);
CREATE INDEX journal_of ON journal(of) WHERE of IS NOT NULL;

-- What the reader set of a document. `changed` counts up over all rows: library.db copies what is newer than it has.
CREATE TABLE setting (
  document TEXT PRIMARY KEY,
  published TEXT,
  starred INTEGER NOT NULL DEFAULT 0,
  read INTEGER NOT NULL DEFAULT 0,
  removed INTEGER NOT NULL DEFAULT 0,
  tags TEXT NOT NULL DEFAULT '',
  notes INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX setting_changed ON setting(changed);

-- Where the reader left an article: an offset in a text version.
CREATE TABLE place (
  document TEXT PRIMARY KEY,
  version TEXT NOT NULL,
  offset INTEGER NOT NULL,
  time TEXT NOT NULL
) WITHOUT ROWID;

-- Text versions that something of the reader's refers to: they are never dropped.
CREATE TABLE kept_version (
  document TEXT NOT NULL,
  version TEXT NOT NULL,
  PRIMARY KEY (document, version)
) WITHOUT ROWID;
