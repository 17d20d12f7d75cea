-- Addresses that an article had before, as `headline` has its headlines.
CREATE TABLE former_link (
  document INTEGER NOT NULL,
  until INTEGER NOT NULL,
  link TEXT NOT NULL,
  PRIMARY KEY (document, until)
) WITHOUT ROWID;

-- What the feed gives as the address where the page's server has sent us on for good; empty: `link` is the feed's.
ALTER TABLE item ADD COLUMN feed_link TEXT NOT NULL DEFAULT '';
