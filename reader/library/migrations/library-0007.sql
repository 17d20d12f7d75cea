-- Copies of annotations, for search and list: notes.db is written first, this follows, as with the settings.

CREATE TABLE annotated (
  id TEXT PRIMARY KEY,     -- of the annotation
  document TEXT NOT NULL,  -- its id: the article may be taken in later
  label TEXT NOT NULL,     -- folded; empty for none
  anchor TEXT NOT NULL     -- its text version, start and end; empty for the whole article
) WITHOUT ROWID;
CREATE INDEX annotated_label ON annotated(label, document);
CREATE TABLE note_word (
  word TEXT NOT NULL,      -- of note and tags, folded as the search folds
  annotation TEXT NOT NULL,
  PRIMARY KEY (word, annotation)
) WITHOUT ROWID;
CREATE INDEX note_word_annotation ON note_word(annotation);
INSERT INTO state(name, value) VALUES ('annotations_copied', 0);

-- Where an anchor stands in another text version than its own; `anchor` names the one that was placed.
CREATE TABLE placing (
  annotation TEXT NOT NULL,
  version TEXT NOT NULL,
  anchor TEXT NOT NULL,    -- its own version, start and end
  first INTEGER,           -- NULL for an orphan
  last INTEGER,
  state TEXT NOT NULL,
  PRIMARY KEY (annotation, version)
) WITHOUT ROWID;
CREATE INDEX placing_state ON placing(state, version) WHERE state <> 'exact';

-- Facts of a set as they stand after the reader's verdicts, for those sets that have any: what lists and pages of the
-- library are derived from. `verdicts_followed` is the last entry of the journal that was looked at.
CREATE TABLE reviewed_set (
  version TEXT NOT NULL,
  extractor INTEGER NOT NULL,
  published TEXT NOT NULL,
  facts BLOB NOT NULL,
  PRIMARY KEY (version, extractor, published)
) WITHOUT ROWID;
INSERT INTO state(name, value) VALUES ('verdicts_followed', 0);
