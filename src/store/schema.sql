-- Store version 1.

-- The desk's own id (`desk`), the moment of the latest fact (`latest`), and under what the projection was made
-- (`projection`, `unpinned`).
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Policy and calendar together, as cases rest on them (T10).
CREATE TABLE revisions (
  revision TEXT PRIMARY KEY,
  content TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The log. `stream` is the case's number, empty for the roster; `version` counts the facts of a stream in this store;
-- `n` counts those of a desk. Moments are microseconds since 1970-01-01T00:00:00Z.
CREATE TABLE events (
  mark INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  desk TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n > 0),
  stream TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  at INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  "by" TEXT NOT NULL,
  person TEXT,
  note TEXT,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  body_version INTEGER NOT NULL,
  UNIQUE (desk, n),
  UNIQUE (stream, version)
) STRICT;

CREATE TRIGGER events_stand BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
CREATE TRIGGER events_stay BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'nothing is taken out of the log'); END;
CREATE TRIGGER revisions_stand BEFORE UPDATE ON revisions
BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END;
CREATE TRIGGER revisions_stay BEFORE DELETE ON revisions
BEGIN SELECT RAISE(ABORT, 'no revision is taken out'); END;

-- Names and phone numbers of citizens, apart from the log so that they can be erased.
CREATE TABLE citizens (
  event INTEGER PRIMARY KEY REFERENCES events (mark),
  reporter TEXT,
  phone TEXT
) STRICT;

-- The projection of a case as a row of the queue. Kept in the order of (in_queue, number), so that the queue lies
-- together on disk whatever has piled up beside it. `cells` packs the six countdowns of a row, because ten thousand of
-- them are read before the first frame; what was late stands in `verdicts` in plain columns. `tags` and `units` are
-- separated by U+001F, `gaps` (years without calendar data) by spaces. `first_day` and `last_day` bound the days its
-- clocks touch, as days since 1970-01-01.
CREATE TABLE cases (
  in_queue INTEGER NOT NULL,
  number TEXT NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  community TEXT,
  stage TEXT NOT NULL,
  title TEXT NOT NULL,
  address TEXT NOT NULL,
  received INTEGER NOT NULL,
  tags TEXT NOT NULL,
  units TEXT NOT NULL,
  aftercare INTEGER NOT NULL,
  unconfirmed INTEGER NOT NULL,
  cells BLOB NOT NULL,
  last_at INTEGER NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  revision TEXT,
  gaps TEXT,
  closed_at INTEGER,
  PRIMARY KEY (in_queue, number)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX cases_by_number ON cases (number);
CREATE INDEX cases_with_gaps ON cases (gaps) WHERE gaps IS NOT NULL;
CREATE INDEX cases_unpinned ON cases (number) WHERE revision IS NULL;

-- One row for each obligation that was late: met after its due time, or not met by then and ended by the close. What is
-- still owed has no verdict yet, because that depends on when one asks. `place` is its place among the case's clocks,
-- `answers` a JSON list of who answers for it.
CREATE TABLE verdicts (
  number TEXT NOT NULL,
  place INTEGER NOT NULL,
  rule TEXT NOT NULL,
  unit TEXT,
  start INTEGER,
  due INTEGER NOT NULL,
  met INTEGER,
  ended INTEGER,
  answers TEXT NOT NULL,
  PRIMARY KEY (number, place)
) STRICT, WITHOUT ROWID;
