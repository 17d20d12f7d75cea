-- Feeds that the reader follows, and what is done with their articles. Articles name them by id; an article outlives
-- its feed.

CREATE TABLE feed (
  id TEXT PRIMARY KEY,
  address TEXT NOT NULL UNIQUE,        -- as it was added
  title TEXT NOT NULL DEFAULT '',      -- the reader's own; empty: as the feed calls itself
  folder TEXT NOT NULL DEFAULT '',     -- names from the outside in, joined by a slash
  tags TEXT NOT NULL DEFAULT '',       -- one a line; articles get them as they come in
  paused INTEGER NOT NULL DEFAULT 0,
  full_text TEXT NOT NULL DEFAULT 'opened',  -- never, opened or always
  keep_days INTEGER NOT NULL DEFAULT 0,      -- after which articles leave the list; 0: they stay
  read_days INTEGER NOT NULL DEFAULT 0,      -- after which they count as read; 0: never
  private INTEGER NOT NULL DEFAULT 0,  -- added by hand: may lie on this machine or in its network
  added TEXT NOT NULL                  -- UTC
) WITHOUT ROWID;

-- What happens to new articles that a query finds.
CREATE TABLE rule (
  name TEXT PRIMARY KEY,
  query TEXT NOT NULL,
  tag TEXT NOT NULL DEFAULT '',
  hide INTEGER NOT NULL DEFAULT 0,
  added TEXT NOT NULL  -- UTC
) WITHOUT ROWID;
