-- local: felles.migrasjon, felles.stroem, felles.hendelse, felles.utboks, felles.foelger, felles.leie, felles.jobb, felles.klokke, felles.noekkelring

-- The last number of each stream.
create table felles.stroem (
    navn  text   not null primary key,
    siste bigint not null
) {without rowid};

-- The sequence log: numbered events, without gaps within a stream.
create table felles.hendelse (
    stroem        text    not null,
    sekvensnummer bigint  not null,
    type          text    not null,
    noekkel       bigint  not null,
    innhold       {bytes} not null,
    tid           bigint  not null,
    primary key (stroem, sekvensnummer)
) {without rowid};

-- Events of committed units that wait for their numbers. SQLite numbers in the writer's transaction and leaves it empty.
create table felles.utboks (
    id      {identity},
    stroem  text    not null,
    type    text    not null,
    noekkel bigint  not null,
    innhold {bytes} not null,
    tid     bigint  not null
);

-- How far each durable follower has come.
create table felles.foelger (
    navn          text   not null primary key,
    stroem        text   not null,
    sekvensnummer bigint not null
) {without rowid};

-- Who does what only one host may do; gjerde (fence) grows each time it changes hands.
create table felles.leie (
    navn     text   not null primary key,
    eier     text   not null,
    gjerde   bigint not null,
    utloeper bigint not null
) {without rowid};

create table felles.jobb (
    id       {identity},
    type     text    not null,
    noekkel  text    not null,
    innhold  {bytes} not null,
    status   integer not null,
    forsoek  integer not null,
    klar     bigint  not null,
    eier     text,
    utloeper bigint,
    feil     text,
    opprettet bigint not null,
    ferdig   bigint,
    unique (type, noekkel)
);
create index felles_jobb_klar on felles.jobb (type, klar) where status = 0;
create index felles_jobb_utloeper on felles.jobb (type, utloeper) where status = 1;

-- The setting of Registerklokke: one row.
create table felles.klokke (
    id          integer not null primary key,
    forskyvning bigint  not null, -- ticks of 100 ns
    frosset     bigint            -- UTC ticks, or null when the clock runs
);

-- Data Protection keys.
create table felles.noekkelring (
    navn text   not null primary key,
    xml  text   not null,
    tid  bigint not null
) {without rowid};
