-- Actors joined over the library. A name is what articles call an actor; an actor has one or several.

CREATE TABLE library_actor (
  number INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  name TEXT NOT NULL,      -- canonical
  founder TEXT NOT NULL,   -- the actor's id: type, colon and folded form of one of its names
  given INTEGER NOT NULL   -- 1 where the reader named it
);
CREATE TABLE known_name (
  key TEXT NOT NULL,       -- folded, as in actor_in
  type TEXT NOT NULL,
  value TEXT NOT NULL,
  actor INTEGER NOT NULL,
  confidence REAL NOT NULL,
  short INTEGER NOT NULL,  -- 1 where it can only stand for a longer name
  given INTEGER NOT NULL,  -- 1 where the reader said whose it is
  articles INTEGER NOT NULL,
  PRIMARY KEY (key, type)
) WITHOUT ROWID;
CREATE INDEX known_name_actor ON known_name(actor);
-- Where the likes of a name are looked up.
CREATE TABLE name_filed (
  filed TEXT NOT NULL,
  key TEXT NOT NULL,
  type TEXT NOT NULL,
  PRIMARY KEY (filed, key, type)
) WITHOUT ROWID;
CREATE INDEX name_filed_key ON name_filed(key, type);

-- What the reader said of actors, copied from notes.db.
CREATE TABLE actor_rule (
  document TEXT NOT NULL,
  type TEXT NOT NULL,
  key TEXT NOT NULL,
  text TEXT NOT NULL,
  name TEXT NOT NULL,
  to_type TEXT NOT NULL,
  to_key TEXT NOT NULL,    -- the name folded
  PRIMARY KEY (document, type, key, text)
) WITHOUT ROWID;
CREATE INDEX actor_rule_to ON actor_rule(to_key, to_type);
INSERT INTO state(name, value) VALUES ('actor_rules_copied', 0);

-- Facts that are stored have no joined actors: they are taken anew.
DELETE FROM actor_in;
DELETE FROM actor_word;  -- now of names in known_name
DELETE FROM date_in;
DELETE FROM foremost;
DELETE FROM fact_set;
