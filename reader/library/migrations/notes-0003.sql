-- Annotations, labels, drafts and corrections of facts; and which entries of the journal undo and redo come to next.

-- The actions that stand (undone = 0) and those that redo would do again (undone = 1): a view of the journal, kept
-- beside it so that no walk reads it from its end.
CREATE TABLE walk (
  seq INTEGER PRIMARY KEY REFERENCES journal(seq),
  undone INTEGER NOT NULL
);
CREATE INDEX walk_undone ON walk(undone, seq);
INSERT INTO walk(seq, undone)
  SELECT seq, last IS 'undo' FROM (
    SELECT e.seq, (SELECT l.action FROM journal l WHERE l.of = e.seq ORDER BY l.seq DESC LIMIT 1) AS last,
      (SELECT max(l.seq) FROM journal l WHERE l.of = e.seq) AS moment
    FROM journal e WHERE e.of IS NULL
  )
  WHERE last IS NOT 'undo' OR moment > (SELECT max(seq) FROM journal WHERE of IS NULL);

-- `gone`: 0 stands, 1 deleted but restorable, 2 its making was undone. Rows are never dropped: library.db copies those
-- whose `turn`, which counts up over all rows, is newer than what it has.
CREATE TABLE annotation (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL,
  version TEXT,          -- NULL in this and the next five: a note on the whole article
  first INTEGER,
  last INTEGER,
  quote TEXT,
  before TEXT,
  after TEXT,
  label TEXT NOT NULL,
  note TEXT NOT NULL,
  tags TEXT NOT NULL,    -- one a line
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  creator TEXT NOT NULL,
  gone INTEGER NOT NULL DEFAULT 0,
  words TEXT NOT NULL,   -- quote, note and tags, folded: lists filter by it
  turn INTEGER NOT NULL
);
CREATE INDEX annotation_document ON annotation(document, gone, first);
CREATE INDEX annotation_turn ON annotation(turn);
CREATE INDEX annotation_created ON annotation(gone, created);
CREATE INDEX annotation_changed ON annotation(gone, changed);
CREATE INDEX annotation_label ON annotation(label);

-- Names that others gave what they had annotated, so that a retry makes nothing twice; undo leaves them.
CREATE TABLE annotation_key (
  key TEXT PRIMARY KEY,
  id TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE label (
  name TEXT PRIMARY KEY,
  key TEXT NOT NULL DEFAULT '',
  colour TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO label(name, key, colour, description, position) VALUES
  ('actor', '1', 'blue', 'A person, organisation, place or group', 1),
  ('date', '2', 'green', 'When something is, was or will be', 2),
  ('event', '3', 'violet', 'What somebody did', 3),
  ('quote', '4', 'grey', 'What somebody said', 4),
  ('claim', '5', 'orange', 'Asserted, and to be checked', 5),
  ('question', '6', 'teal', 'To be found out', 6),
  ('important', '7', 'red', 'What the article is about', 7),
  ('highlight', '', 'yellow', 'Marked without a label', 8);

CREATE TABLE correction (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL,   -- empty: the whole library
  verdict TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  type TEXT NOT NULL,
  value TEXT NOT NULL,
  version TEXT,             -- NULL in this and the next five: every place with the same words
  first INTEGER,
  last INTEGER,
  quote TEXT,
  before TEXT,
  after TEXT,
  fact TEXT,                -- JSON as fact_to_json gives it
  created TEXT NOT NULL,
  number INTEGER NOT NULL   -- counts up: of two about the same fact the later one holds
) WITHOUT ROWID;
CREATE INDEX correction_document ON correction(document, number);

-- What is being written: kept as it is typed, no action.
CREATE TABLE draft (
  key TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  time TEXT NOT NULL
) WITHOUT ROWID;
