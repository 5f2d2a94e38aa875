-- Store version 6: what other cases bear on a case is found without looking through all of them.

CREATE INDEX citizens_by_phone ON citizens (phone) WHERE phone <> '';
CREATE INDEX cases_of_community ON cases (community, received);
CREATE INDEX events_that_link ON events (json_extract(body, '$.other')) WHERE kind = 'linked';
