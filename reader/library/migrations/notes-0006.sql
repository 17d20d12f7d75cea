-- How far the age limits of feeds have looked: each article is looked at once, when its time has come.

CREATE TABLE aged (
  feed TEXT NOT NULL,
  does TEXT NOT NULL,       -- what is done with those that are old: remove or read
  upto INTEGER NOT NULL,    -- articles that came in before this were looked at; seconds since 1970
  PRIMARY KEY (feed, does)
) WITHOUT ROWID;

-- Articles that were starred or annotated when they were to be removed: once they are neither, they go.
CREATE TABLE spared (
  document TEXT PRIMARY KEY,
  feed TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX spared_feed ON spared(feed);
