-- distribute: folkeregister.hendelsesdokument by personnoekkel, folkeregister.hendelsesslutt by personnoekkel, folkeregister.dublett by identifikator

-- What an event changed, for those who may fetch it. The id of an event tells person, version and place, so no other key is needed.
create table folkeregister.hendelsesdokument (
    personnoekkel bigint not null,
    versjon integer not null,
    nr smallint not null,
    ajourhold bigint not null,
    elementer bigint not null, -- bit n for element n, as in the look-up log
    dokument {bytes} not null,
    primary key (personnoekkel, versjon, nr)
);

-- Finds what is older than the time events are kept.
create index hendelsesdokument_ajourhold on folkeregister.hendelsesdokument (ajourhold);

-- How far a person's events are removed, so that an id of one of them is told from one that never was.
create table folkeregister.hendelsesslutt (
    personnoekkel {key},
    versjon integer not null
);

create index versjon_avloest on folkeregister.versjon (avloest);

-- The last document of a person who was withdrawn as the duplicate of another, by the number it stood under: a split brings it back.
create table folkeregister.dublett (
    identifikator bigint not null primary key,
    personnoekkel bigint not null,
    versjon integer not null,
    dokumentid {bytes} not null,
    dokument {bytes} not null,
    indeks {bytes} not null
);
