-- Store version 4: what the boards look for.

-- What the platform's lists held, for telling which cases stand here alone (R9). No facts: the log knows nothing of it, and a
-- replay leaves it as it is. One row for each import; `first` and `last` bound the receipts of its rows, `skipped` counts
-- those that could not go in. Moments are microseconds since 1970-01-01T00:00:00Z.
CREATE TABLE lists (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  skipped INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL
) STRICT;

-- The latest list that held a case.
CREATE TABLE listed (
  number TEXT PRIMARY KEY,
  list INTEGER NOT NULL REFERENCES lists (id)
) STRICT, WITHOUT ROWID;

-- Bad ratings and disagreements are few among the facts.
CREATE INDEX events_rated_badly ON events (stream)
  WHERE kind = 'rated' AND instr(body, '"dissatisfied"') > 0;
CREATE INDEX events_differed ON events (stream) WHERE kind = 'differed';
