-- Store version 2: the journal of what was told. No facts: the log knows nothing of it, and a replay leaves it as it is.

-- One row for each occasion and attempt. `number` is empty for the shift. `outcome` is `telling` while a desktop
-- notification is under way in the run of that name, and becomes `intended` when it is shown. `acknowledged` is null while
-- the row is to stay in view. Moments are microseconds since 1970-01-01T00:00:00Z.
CREATE TABLE tellings (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  topic TEXT NOT NULL,
  unit TEXT NOT NULL,
  point TEXT NOT NULL,
  at INTEGER NOT NULL,
  attempt INTEGER NOT NULL,
  due INTEGER,
  post TEXT,
  outcome TEXT NOT NULL,
  intended TEXT NOT NULL,
  means TEXT NOT NULL,
  reason TEXT NOT NULL,
  told_at INTEGER,
  run TEXT NOT NULL,
  acknowledged INTEGER,
  UNIQUE (number, topic, unit, point, at, attempt)
) STRICT;

CREATE INDEX tellings_by_moment ON tellings (at);
CREATE INDEX tellings_open ON tellings (outcome) WHERE outcome IN ('telling', 'planned');
CREATE INDEX tellings_in_view ON tellings (number) WHERE acknowledged IS NULL;
CREATE INDEX tellings_by_urgency ON tellings (due IS NULL, due, at DESC) WHERE acknowledged IS NULL;

-- Cases that have left the queue, by the last day their clocks touch: their last points may still be ahead.
CREATE INDEX cases_left ON cases (last_day) WHERE in_queue = 0;
