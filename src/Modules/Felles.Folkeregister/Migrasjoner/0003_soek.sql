-- distribute: folkeregister.soek_navn by personnoekkel, folkeregister.soek_adresse by personnoekkel, folkeregister.soek_nummer by personnoekkel

-- 0: unknown, alive or none. sivilstand is one more than the code, as personstatus; statsborgerskap has a space on both sides of each code.
alter table folkeregister.soek add column foedselsdato integer not null default 0;
alter table folkeregister.soek add column doedsaar smallint not null default 0;
alter table folkeregister.soek add column sivilstand smallint not null default 0;
alter table folkeregister.soek add column statsborgerskap text not null default '';

create index soek_foedselsdato on folkeregister.soek (foedselsdato);

-- Every word of every name. The upper 40 bits of ord are made from the sound of the word, the lower 24 from its spelling: one index answers
-- both searches, the exact one by equality and the phonetic one by a range.
create table folkeregister.soek_navn (
    personnoekkel bigint not null,
    nr smallint not null,
    oppfoering smallint not null,
    del smallint not null,
    gjeldende smallint not null,
    ord bigint not null,
    primary key (personnoekkel, nr)
) {without rowid};

create index soek_navn_ord on folkeregister.soek_navn (ord, gjeldende, personnoekkel, oppfoering, del);

-- nivaa is the entry's own grading * 4 + the protection of the person. What no package may see has no row. Numbers that are not known are 0,
-- texts empty. Compared byte by byte, so that the beginning of a street's name is a range of the index.
create table folkeregister.soek_adresse (
    personnoekkel bigint not null,
    nr smallint not null,
    slag smallint not null,
    gjeldende smallint not null,
    nivaa smallint not null,
    kommunenummer integer not null,
    postnummer integer not null,
    adressenavn text {postgresql:collate "C"} not null,
    husnummer integer not null,
    husbokstav text {postgresql:collate "C"} not null,
    bruksenhetsnummer text {postgresql:collate "C"} not null,
    primary key (personnoekkel, nr)
) {without rowid};

create index soek_adresse_gate on folkeregister.soek_adresse (adressenavn, husnummer);
create index soek_adresse_postnummer on folkeregister.soek_adresse (postnummer);
create index soek_adresse_kommune on folkeregister.soek_adresse (kommunenummer);

-- Current numbers of other registers and of guardians, as 64 bits made from kind, country and number.
create table folkeregister.soek_nummer (
    personnoekkel bigint not null,
    nr smallint not null,
    slag smallint not null,
    nummer bigint not null,
    primary key (personnoekkel, nr)
) {without rowid};

create index soek_nummer_nummer on folkeregister.soek_nummer (nummer, slag);

-- Which edition of the search rows the register has, and the highest person key whose rows are still to be made.
alter table folkeregister.grunnlag add column soek_utgave smallint not null default 0;
alter table folkeregister.grunnlag add column soek_mangler bigint not null default 0;
