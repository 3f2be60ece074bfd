-- distribute: folkeregister.person by identifikator, folkeregister.versjon by personnoekkel, folkeregister.soek by personnoekkel
-- local: folkeregister.grunnlag

-- The hot row. Every number of a person has a row, so one unique key holds both promises: a number belongs to one person, and an old number is
-- found as fast as a current one. An old number points to the current one and holds no document.
-- On SQLite "bigint" (not "integer") keeps the rows in the order they came, with the numbers in a small tree beside them: numbers come in
-- random order, and a tree that also held the documents would be written all over.
create table folkeregister.person (
    identifikator bigint not null primary key,
    gjeldende bigint,
    personnoekkel bigint not null,
    versjon integer not null,
    dokumentid {bytes},
    dokument {bytes},
    indeks {bytes}
);

-- Documents are a few kilobytes of text that is sent as it lies: inline as long as a page allows, and not compressed.
{postgresql:alter table folkeregister.person set (toast_tuple_target = 8160);}
{postgresql:alter table folkeregister.person alter column dokument set storage external;}
{postgresql:alter table folkeregister.person alter column indeks set storage external;}

-- Documents that a newer one has superseded.
create table folkeregister.versjon (
    personnoekkel bigint not null,
    versjon integer not null,
    dokumentid {bytes} not null,
    avloest bigint not null,
    dokument {bytes} not null,
    indeks {bytes} not null,
    primary key (personnoekkel, versjon)
);

create table folkeregister.soek (
    personnoekkel {key},
    identifikator bigint not null,
    doed smallint not null,
    foedselsaar smallint not null,
    kjoenn smallint not null,
    personstatus smallint not null,
    gradering smallint not null
);

-- Answers the search by year of birth and gender from the index alone; the dead stand apart because a search leaves them out.
create index soek_foedselsaar on folkeregister.soek (doed, foedselsaar, kjoenn, identifikator{postgresql:, personnoekkel});

-- One row: the next free person key, and whether baseline 0 stands whole.
create table folkeregister.grunnlag (
    nr smallint not null primary key,
    neste_personnoekkel bigint not null,
    last_paagaar smallint not null
);

insert into folkeregister.grunnlag (nr, neste_personnoekkel, last_paagaar) values (1, 1, 0);
