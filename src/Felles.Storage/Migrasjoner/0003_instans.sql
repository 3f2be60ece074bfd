-- local: felles.instans

-- What this database was made for: one row, written at the first start and never changed.
create table felles.instans (
    id     integer not null primary key,
    modus  text    not null,
    miljoe text    not null
);
