-- Store version 10: the facts out of which a citizen was erased, and when. Their words were changed in place, the one change
-- the log knows; that they were is recorded here. Moments are microseconds since 1970-01-01T00:00:00Z.

CREATE TABLE erased (
  event INTEGER PRIMARY KEY REFERENCES events (mark),
  at INTEGER NOT NULL
) STRICT;
