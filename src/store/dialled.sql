-- Store version 8: one phone number is found as one, however it was written. `dialled` holds what is dialled for `phone`;
-- it is erased with it.

ALTER TABLE citizens ADD COLUMN dialled TEXT;
DROP INDEX citizens_by_phone;
CREATE INDEX citizens_by_dialled ON citizens (dialled) WHERE dialled <> '';
