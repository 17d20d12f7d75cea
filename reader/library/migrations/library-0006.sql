-- Feeds and pages: what was fetched, and when. Times are seconds since 1970, UTC; 0 is never.

CREATE TABLE feed_state (
  feed TEXT PRIMARY KEY,               -- of notes.db
  moved TEXT NOT NULL DEFAULT '',      -- where the feed has gone for good; empty: it is where it was added
  title TEXT NOT NULL DEFAULT '',      -- as the feed calls itself
  site TEXT NOT NULL DEFAULT '',       -- the page that it belongs to
  etag TEXT NOT NULL DEFAULT '',
  modified TEXT NOT NULL DEFAULT '',
  body BLOB,                           -- hash of what came last: the same again is not read again
  fetched INTEGER NOT NULL DEFAULT 0,  -- last time that all went well
  tried INTEGER NOT NULL DEFAULT 0,
  next_try INTEGER NOT NULL DEFAULT 0,
  bidden INTEGER NOT NULL DEFAULT 0,   -- whether the server itself asked to wait until then
  failures INTEGER NOT NULL DEFAULT 0, -- in a row
  error TEXT NOT NULL DEFAULT '',
  turn INTEGER NOT NULL DEFAULT 0      -- counts what was stored: an answer to an older state is dropped
) WITHOUT ROWID;

-- Entries of feeds, and single pages (of no feed). An entry is known by feed, guid and content.
CREATE TABLE item (
  number INTEGER PRIMARY KEY,
  feed TEXT NOT NULL,                  -- empty for a page that was added by itself
  guid TEXT NOT NULL,                  -- as the feed gives it, else the address, else a hash of the content
  link TEXT NOT NULL,
  document INTEGER NOT NULL,
  hash BLOB NOT NULL,                  -- of what the feed said
  brief INTEGER NOT NULL DEFAULT 0,    -- whether the feed gives a summary only
  summary TEXT NOT NULL DEFAULT '',    -- text version that the feed gave
  full_text TEXT NOT NULL DEFAULT '',  -- text version that the page gave; empty: not fetched
  due INTEGER NOT NULL DEFAULT 0,      -- when to fetch the page; 0: not by itself
  failures INTEGER NOT NULL DEFAULT 0,
  error TEXT NOT NULL DEFAULT '',      -- why the page could not be fetched
  private INTEGER NOT NULL DEFAULT 0,  -- a page added by hand may lie in this machine's network
  ruled INTEGER NOT NULL DEFAULT 0,    -- whether the reader's rules were applied
  added INTEGER NOT NULL
);
CREATE UNIQUE INDEX item_document ON item(document);
CREATE INDEX item_feed ON item(feed, guid);
CREATE INDEX item_due ON item(due) WHERE due > 0;
CREATE INDEX item_unruled ON item(number) WHERE ruled = 0;

-- Numbers for the list, kept up with each change, so that no start counts a hundred thousand rows.
CREATE TABLE feed_count (
  feed TEXT PRIMARY KEY,
  listed INTEGER NOT NULL DEFAULT 0,
  unread INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TRIGGER item_added AFTER INSERT ON item BEGIN
  INSERT OR IGNORE INTO feed_count(feed) VALUES (new.feed);
  UPDATE feed_count SET
    listed = listed + (SELECT removed = 0 FROM document WHERE rowid = new.document),
    unread = unread + (SELECT removed = 0 AND unread = 1 FROM document WHERE rowid = new.document)
    WHERE feed = new.feed;
END;
CREATE TRIGGER item_changed AFTER UPDATE OF unread, removed ON document
  WHEN old.unread <> new.unread OR old.removed <> new.removed BEGIN
  UPDATE feed_count SET
    listed = listed + (new.removed = 0) - (old.removed = 0),
    unread = unread + (new.removed = 0 AND new.unread = 1) - (old.removed = 0 AND old.unread = 1)
    WHERE feed = (SELECT feed FROM item WHERE document = new.rowid);
END;

-- Headlines that an article had before.
CREATE TABLE headline (
  document INTEGER NOT NULL,
  title TEXT NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (document, until)
) WITHOUT ROWID;

-- Articles that tell the same in nearly the same words. Each band is a part of a text's signature: two texts that share
-- one are compared.
CREATE TABLE band (
  value INTEGER NOT NULL,
  document INTEGER NOT NULL,
  PRIMARY KEY (value, document)
) WITHOUT ROWID;
CREATE TABLE story (
  document INTEGER PRIMARY KEY,
  story INTEGER NOT NULL  -- the document that came first
);
CREATE INDEX story_story ON story(story);
