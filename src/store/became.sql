-- Store version 9: what became of a message that a phone forwarded (`case`, `note`, `reminder` or `aside`), and on which
-- case. Those dealt with before were put aside by hand.
ALTER TABLE forwarded ADD COLUMN became TEXT;
ALTER TABLE forwarded ADD COLUMN about TEXT;

UPDATE forwarded SET became = 'aside' WHERE settled IS NOT NULL;

CREATE INDEX forwarded_settled ON forwarded (settled) WHERE settled IS NOT NULL;
