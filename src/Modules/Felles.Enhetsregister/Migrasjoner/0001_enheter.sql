-- local: enhetsregister.enhet, enhetsregister.rolle

-- Organisations and sub-units: the document as it came in, and what is searched by.
create table enhetsregister.enhet (
    organisasjonsnummer bigint  not null primary key,
    navn_soek           text    not null {postgresql: collate "C"}, -- upper case; ordered by code point on both databases
    organisasjonsform   text    not null,
    overordnet          bigint,
    dokument            {bytes} not null
);
create index enhetsregister_enhet_navn on enhetsregister.enhet (navn_soek, organisasjonsnummer);
create index enhetsregister_enhet_form on enhetsregister.enhet (organisasjonsform, organisasjonsnummer);
create index enhetsregister_enhet_overordnet on enhetsregister.enhet (overordnet, organisasjonsnummer) where overordnet is not null;

-- Roles that are held now. Derived from the document; rewritten with it.
create table enhetsregister.rolle (
    organisasjonsnummer bigint not null,
    nr                  bigint not null,
    gruppe              text   not null,
    rolle               text   not null,
    person              bigint,
    virksomhet          bigint,
    primary key (organisasjonsnummer, nr)
) {without rowid};
create index enhetsregister_rolle_person on enhetsregister.rolle (person) where person is not null;
