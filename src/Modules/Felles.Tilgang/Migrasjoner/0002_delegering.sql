-- local: tilgang.delegering, tilgang.leverandoer, tilgang.prefix

-- One row for each time that a consumer gave a supplier a scope. Ended rows are the history and stay.
create table tilgang.delegering (
    id             text   not null primary key,
    miljoe         text   not null,
    konsument      bigint not null,
    leverandoer    bigint not null,
    scope          text   not null,
    gitt           bigint not null,
    gitt_av        text   not null,
    avsluttet      bigint,
    avsluttet_av   text,
    avsluttet_side text   -- KONSUMENT, LEVERANDOER or DRIFT
);
-- At most one of them is alive.
create unique index tilgang_delegering_gjeldende on tilgang.delegering (konsument, miljoe, leverandoer, scope) where avsluttet is null;
create index tilgang_delegering_konsument on tilgang.delegering (konsument, miljoe, id);
create index tilgang_delegering_leverandoer on tilgang.delegering (leverandoer, miljoe, id);
create index tilgang_delegering_scope on tilgang.delegering (scope, miljoe, id);

-- The suppliers that a consumer has taken up, with or without anything delegated to them.
create table tilgang.leverandoer (
    id          text   not null primary key,
    miljoe      text   not null,
    konsument   bigint not null,
    leverandoer bigint not null,
    lagt_til    bigint not null,
    lagt_til_av text   not null,
    fjernet     bigint,
    fjernet_av  text
);
create unique index tilgang_leverandoer_gjeldende on tilgang.leverandoer (konsument, miljoe, leverandoer) where fjernet is null;
create index tilgang_leverandoer_leverandoer on tilgang.leverandoer (leverandoer, miljoe);

-- The organisation that may make scopes of this prefix; null for the installation's own.
create table tilgang.prefix (
    prefix    text   not null primary key,
    eier      bigint,
    versjon   bigint not null,
    opprettet bigint not null,
    endret    bigint not null
);
insert into tilgang.prefix (prefix, eier, versjon, opprettet, endret)
    select prefix, min(eier), 1, min(opprettet), min(opprettet) from tilgang.scope group by prefix;

-- What ID-porten reads of a scope; Maskinporten keeps it for the owner.
alter table tilgang.scope add column lang_beskrivelse text;
alter table tilgang.scope add column tokentype text not null default 'SELF_CONTAINED';
alter table tilgang.scope add column autorisasjonstid bigint not null default 0;
alter table tilgang.scope add column krever_samtykke bigint not null default 0;
alter table tilgang.scope add column krever_innlogging bigint not null default 0;
alter table tilgang.scope add column krever_pseudonym bigint not null default 0;
