-- What operators of the search ask: names of actors by their words, dates in texts by the days that they cover.

CREATE TABLE actor_word (
  word TEXT NOT NULL,  -- folded as the search folds
  name TEXT NOT NULL,  -- of actor_in
  PRIMARY KEY (word, name)
) WITHOUT ROWID;
CREATE TABLE date_value (
  value TEXT PRIMARY KEY,  -- of date_in
  first TEXT NOT NULL,     -- the days that it covers, both included
  last TEXT NOT NULL
) WITHOUT ROWID;
-- The actors that an article names most, one a line: for counting those of thousands of articles at once.
CREATE TABLE foremost (
  number INTEGER PRIMARY KEY,
  actors TEXT NOT NULL
);
CREATE INDEX document_missing ON document(missing) WHERE missing = 1;
-- Facts that are stored lack all this, and who was quoted: they are taken anew.
DELETE FROM actor_in;
DELETE FROM date_in;
DELETE FROM fact_set;
