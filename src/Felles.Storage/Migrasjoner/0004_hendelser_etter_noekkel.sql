-- The events of one key in order, and those of a range of keys: which change of a person was the first after a number.
create index felles_hendelse_noekkel on felles.hendelse (stroem, noekkel, sekvensnummer);
