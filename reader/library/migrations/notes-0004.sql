-- Who is who, as the reader said. `changed` counts up over all rows: library.db copies what is newer than it has.

CREATE TABLE actor_rule (
  document TEXT NOT NULL,  -- id; empty for the whole library
  type TEXT NOT NULL,      -- person, organisation, place or group: of the actor as it was found
  key TEXT NOT NULL,       -- its name as it was found, folded; empty for any
  text TEXT NOT NULL,      -- words of a mention, folded; empty for all mentions
  name TEXT NOT NULL,      -- who it is; empty when that was taken back
  to_type TEXT NOT NULL,
  changed INTEGER NOT NULL,
  PRIMARY KEY (document, type, key, text)
) WITHOUT ROWID;
CREATE INDEX actor_rule_changed ON actor_rule(changed);
