-- Store version 7: texts and calls a phone forwarded. Hints, no part of the log: they may be settled and cleared away.
-- `digest` is of sender, text and day, so that one that comes twice is kept once; `settled` is when somebody dealt with it.
CREATE TABLE forwarded (
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  came INTEGER NOT NULL,
  sent INTEGER NOT NULL,
  sender TEXT NOT NULL,
  text TEXT NOT NULL,
  number TEXT,
  unit TEXT,
  seconds INTEGER,
  settled INTEGER
) STRICT;

CREATE INDEX forwarded_open ON forwarded (came) WHERE settled IS NULL;
