-- Store version 5: the reports find the cases of a period by when they were last touched, and the rules in force at its end
-- by when cases came into the store.
CREATE INDEX cases_by_last ON cases (last_at, received);
CREATE INDEX events_of_receipt ON events (recorded_at) WHERE kind = 'received';
