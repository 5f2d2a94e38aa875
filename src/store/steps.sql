-- Store version 3: what is to be done next.

-- The steps of a row, packed: every row of the queue is read before the first frame. Made anew with the projection.
ALTER TABLE cases ADD COLUMN plan BLOB NOT NULL DEFAULT x'';
