-- library.db: articles, facts and index. Can be built anew from the articles, except for kept text versions.

CREATE TABLE document (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  origin TEXT NOT NULL,
  path TEXT,
  title TEXT NOT NULL,
  title_key TEXT NOT NULL,             -- folded: lists sort and filter by it
  source TEXT NOT NULL DEFAULT '',
  source_key TEXT NOT NULL,            -- folded; none comes last
  author TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',   -- as declared
  english INTEGER NOT NULL DEFAULT 0,  -- as checked: facts are taken from English only
  format TEXT NOT NULL DEFAULT 'text',
  notice TEXT NOT NULL DEFAULT '',
  error TEXT NOT NULL DEFAULT '',
  said TEXT NOT NULL DEFAULT '',       -- publication date as the article says it
  published TEXT NOT NULL DEFAULT '',  -- the same, or what the reader set instead
  age INTEGER NOT NULL,                -- the same as a number that grows into the past; unknown comes last
  added TEXT NOT NULL,
  version TEXT NOT NULL DEFAULT '',
  builder INTEGER NOT NULL DEFAULT 0,
  hash BLOB,                           -- of the file's bytes
  size INTEGER NOT NULL DEFAULT 0,
  mtime INTEGER NOT NULL DEFAULT 0,
  missing INTEGER NOT NULL DEFAULT 0,
  -- Copies of what notes.db holds, so that lists sort and filter by them.
  removed INTEGER NOT NULL DEFAULT 0,
  unread INTEGER NOT NULL DEFAULT 1,
  starred INTEGER NOT NULL DEFAULT 0,
  notes INTEGER NOT NULL DEFAULT 0,
  tags TEXT NOT NULL DEFAULT ''        -- one a line
);
CREATE UNIQUE INDEX document_path ON document(path) WHERE path IS NOT NULL;
CREATE INDEX document_hash ON document(hash) WHERE hash IS NOT NULL;
CREATE INDEX document_version ON document(version) WHERE version <> '';
-- One index for each order of the list, all columns in one direction, so that a page is found by the key before it.
CREATE INDEX document_by_date ON document(removed, published);
CREATE INDEX document_by_title ON document(removed, title_key);
CREATE INDEX document_by_source ON document(removed, source_key, age);
CREATE INDEX document_by_unread ON document(removed, unread, published);
CREATE INDEX document_by_notes ON document(removed, notes, published);
CREATE INDEX document_starred ON document(starred, published) WHERE starred = 1;

CREATE TABLE tagged (
  tag TEXT NOT NULL,
  document INTEGER NOT NULL,
  PRIMARY KEY (tag, document)
) WITHOUT ROWID;
CREATE INDEX tagged_document ON tagged(document);

CREATE TABLE text_version (
  document INTEGER NOT NULL,
  version TEXT NOT NULL,
  text BLOB NOT NULL,   -- zlib of UTF-8
  shape BLOB NOT NULL,  -- zlib of JSON: blocks and links
  added TEXT NOT NULL,
  UNIQUE (document, version)
);
CREATE INDEX text_version_version ON text_version(version);

-- Facts of a text version as one extractor found them, resolved against one publication date.
CREATE TABLE fact_set (
  number INTEGER PRIMARY KEY,
  version TEXT NOT NULL,
  extractor INTEGER NOT NULL,
  published TEXT NOT NULL,
  count INTEGER NOT NULL,
  facts BLOB NOT NULL,  -- zlib of JSON lines as fact_to_json gives them
  UNIQUE (version, extractor, published)
);
-- One row for each actor of a set, not for each mention: what lists of a library need.
CREATE TABLE actor_in (
  name TEXT NOT NULL,   -- folded
  published TEXT NOT NULL,
  number INTEGER NOT NULL,
  type TEXT NOT NULL,
  value TEXT NOT NULL,
  mentions INTEGER NOT NULL,
  start INTEGER NOT NULL,
  PRIMARY KEY (name, published, number, type)
) WITHOUT ROWID;
CREATE INDEX actor_in_number ON actor_in(number);
CREATE TABLE date_in (
  value TEXT NOT NULL,
  number INTEGER NOT NULL,
  start INTEGER NOT NULL,
  PRIMARY KEY (value, number, start)
) WITHOUT ROWID;
CREATE INDEX date_in_number ON date_in(number);

CREATE TABLE state (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO state(name, value) VALUES ('settings_copied', 0);
