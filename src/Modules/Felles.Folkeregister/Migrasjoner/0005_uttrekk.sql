-- distribute: folkeregister.uttrekk_batch by jobbid
-- local: folkeregister.uttrekk, folkeregister.uttrekk_virksomhet

-- An organisation that orders holds its row while it counts its running jobs, so that two orders on two hosts do not both find room.
create table folkeregister.uttrekk_virksomhet (
    konsument bigint not null primary key,
    bestilt bigint not null
);

-- slag: 1 komplett, 2 tilpasset. status: 0 running or waiting, 1 finished, 2 given up. The job walks the person keys up to til_noekkel,
-- which were given out when it was ordered; all up to siste_noekkel are in its batches. sist: the last sign of life.
create table folkeregister.uttrekk (
    jobbid {bytes} not null primary key,
    konsument bigint not null,
    pakke text not null,
    slag smallint not null,
    status smallint not null,
    sekvensnummer bigint not null,
    kriterier text not null,
    til_noekkel bigint not null,
    siste_noekkel bigint not null,
    batcher integer not null,
    bestilt bigint not null,
    sist bigint not null
);

create index uttrekk_kjoerer on folkeregister.uttrekk (konsument) where status = 0;
create index uttrekk_sist on folkeregister.uttrekk (status, sist);

-- Pairs of 64 bits: person key and version (komplett) or number (tilpasset).
create table folkeregister.uttrekk_batch (
    jobbid {bytes} not null,
    nr integer not null,
    innhold {bytes} not null,
    primary key (jobbid, nr)
);

-- An extract reads a municipality by ranges of person keys. On SQLite the key stands in the index already.
{postgresql:drop index if exists folkeregister.soek_adresse_kommune;}
{postgresql:create index soek_adresse_kommune on folkeregister.soek_adresse (kommunenummer, personnoekkel);}
