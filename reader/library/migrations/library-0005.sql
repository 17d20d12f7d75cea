-- What articles state, one row for each event, quote and date: for the timeline, an actor's page, the same elsewhere.

CREATE TABLE statement (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL,  -- of fact_set
  kind TEXT NOT NULL,       -- event, quote or date
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  first INTEGER NOT NULL,   -- the days it is dated to, both included, counted from 0001-01-01; 0 when it is undated
  last INTEGER NOT NULL,
  action TEXT NOT NULL,     -- base form of an event's verb
  line TEXT NOT NULL
);
CREATE INDEX statement_number ON statement(number);
CREATE INDEX statement_first ON statement(first, last DESC, number) WHERE first > 0;  -- longer periods lead

CREATE TABLE actor_name (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE  -- folded, as in actor_in
);
CREATE TABLE statement_actor (
  actor INTEGER NOT NULL,
  day INTEGER NOT NULL,      -- of the statement, else of the publication; 0 when neither is known
  statement INTEGER NOT NULL,
  part TEXT NOT NULL,        -- subject, object or speaker
  PRIMARY KEY (actor, day, statement)
) WITHOUT ROWID;
CREATE INDEX statement_actor_statement ON statement_actor(statement);
CREATE TABLE role_in (
  actor INTEGER NOT NULL,
  number INTEGER NOT NULL,   -- of fact_set
  role TEXT NOT NULL,
  PRIMARY KEY (actor, number, role)
) WITHOUT ROWID;
CREATE INDEX role_in_number ON role_in(number);

-- Facts that are stored have none of these rows: they are taken anew.
DELETE FROM foremost;
DELETE FROM actor_in;
DELETE FROM date_in;
DELETE FROM fact_set;
