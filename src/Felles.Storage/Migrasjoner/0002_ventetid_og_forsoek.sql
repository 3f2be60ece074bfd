-- The oldest event of a stream that waits for its number, found without walking what waits in other streams.
create index felles_utboks_stroem on felles.utboks (stroem, tid);

-- Tries that ended badly; forsoek counts leases and is the fence, also of those that a stopping host gave back.
alter table felles.jobb add column mislykket integer not null default 0;
