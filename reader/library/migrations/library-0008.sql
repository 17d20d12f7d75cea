-- Articles from the web that are stored, listed and readable, but not in the search index yet, nor compared with others
-- that may tell the same story. A row comes and goes in the transaction that makes it true.
CREATE TABLE unindexed (
  document INTEGER PRIMARY KEY  -- rowid
);
