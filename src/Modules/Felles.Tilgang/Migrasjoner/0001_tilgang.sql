-- local: tilgang.scope, tilgang.virksomhet, tilgang.scopetilgang, tilgang.pakketilgang, tilgang.rolle, tilgang.endring

-- The scope model. The version grows with each change, so that hosts never put an older state in place of a newer one.
create table tilgang.scope (
    navn              text   not null primary key,
    prefix            text   not null,
    subscope          text   not null,
    eier              bigint,
    beskrivelse       text   not null,
    synlighet         text   not null,
    at_max_age        bigint not null,
    delegeringskilde  text,
    for_alle          bigint not null,
    integrasjonstyper text   not null, -- parted by spaces
    aktiv             bigint not null,
    versjon           bigint not null,
    opprettet         bigint not null,
    endret            bigint not null
);

-- One row for each organisation with rights: its lock and its version.
create table tilgang.virksomhet (
    organisasjonsnummer bigint not null,
    miljoe              text   not null,
    versjon             bigint not null,
    primary key (organisasjonsnummer, miljoe)
) {without rowid};

create table tilgang.scopetilgang (
    organisasjonsnummer bigint not null,
    miljoe              text   not null,
    scope               text   not null,
    status              text   not null, -- REQUESTED, APPROVED or DENIED
    opprettet           bigint not null,
    endret              bigint not null,
    primary key (organisasjonsnummer, miljoe, scope)
) {without rowid};
create index tilgang_scopetilgang_scope on tilgang.scopetilgang (scope, miljoe, organisasjonsnummer);

create table tilgang.pakketilgang (
    organisasjonsnummer bigint not null,
    miljoe              text   not null,
    pakke               text   not null,
    aapen               bigint not null,
    opprettet           bigint not null,
    endret              bigint not null,
    primary key (organisasjonsnummer, miljoe, pakke)
) {without rowid};

create table tilgang.rolle (
    id                  {identity},
    miljoe              text   not null,
    issuer              text   not null,
    subject             text   not null,
    organisasjonsnummer bigint not null,
    rolle               text   not null,
    aktiv               bigint not null,
    opprettet           bigint not null,
    endret              bigint not null,
    unique (miljoe, issuer, subject, organisasjonsnummer, rolle)
);
create index tilgang_rolle_virksomhet on tilgang.rolle (organisasjonsnummer, id);

-- Who changed what, when and why. Only ever added to.
create table tilgang.endring (
    id                  {identity},
    tid                 bigint not null,
    miljoe              text   not null,
    hvem                text   not null,
    grunn               text   not null,
    type                text   not null, -- scopetilgang, pakketilgang, rolle or scope
    organisasjonsnummer bigint,
    gjelder             text   not null,
    fra                 text,
    til                 text   not null
);
create index tilgang_endring_virksomhet on tilgang.endring (organisasjonsnummer, id);
