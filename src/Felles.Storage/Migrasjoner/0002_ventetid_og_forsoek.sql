-- What waits for its number in one stream, found without walking what waits in others.
create index felles_utboks_stroem on felles.utboks (stroem, id);

-- Tries that ended badly; forsoek counts leases and is the fence, also of those that a stopping host gave back.
alter table felles.jobb add column mislykket integer not null default 0;
