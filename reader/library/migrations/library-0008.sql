-- Articles from the web that are stored, listed and readable, but not in the search index yet, nor compared with others
-- that may tell the same story. A row comes and goes in the transaction that makes it true.
CREATE TABLE unindexed (
  document INTEGER PRIMARY KEY  -- rowid
);

-- The same as before without OR IGNORE, which the OR FAIL of who inserts would override.
DROP TRIGGER item_added;
CREATE TRIGGER item_added AFTER INSERT ON item BEGIN
  INSERT INTO feed_count(feed)
    SELECT new.feed WHERE NOT EXISTS (SELECT 1 FROM feed_count WHERE feed = new.feed);
  UPDATE feed_count SET
    listed = listed + (SELECT removed = 0 FROM document WHERE rowid = new.document),
    unread = unread + (SELECT removed = 0 AND unread = 1 FROM document WHERE rowid = new.document)
    WHERE feed = new.feed;
END;

-- The key's columns first: SQLite 3.40 takes the table for damaged otherwise (quick_check looks at the wrong column).
CREATE TABLE headline_now (
  document INTEGER NOT NULL,
  until INTEGER NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (document, until)
) WITHOUT ROWID;
INSERT INTO headline_now SELECT document, until, title FROM headline;
DROP TABLE headline;
ALTER TABLE headline_now RENAME TO headline;
