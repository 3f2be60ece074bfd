-- local: maskinporten.klient, maskinporten.klientnoekkel, maskinporten.signeringsnoekkel, maskinporten.jti

-- Clients of the token server. Nothing is deleted: an inactive client keeps its row.
create table maskinporten.klient (
    client_id text not null primary key,
    miljoe text not null,
    navn text not null,
    orgnr integer not null,
    -- separated by blanks, as on the wire
    scopes text not null,
    -- seconds; 0 is the default of the installation
    levetid integer not null,
    aktiv integer not null,
    versjon bigint not null,
    opprettet bigint not null,
    endret bigint not null
);

create index klient_orgnr on maskinporten.klient (orgnr);

-- The public keys of a client: its whole set is replaced at once.
create table maskinporten.klientnoekkel (
    client_id text not null,
    kid text not null,
    alg text not null,
    modulus {bytes} not null,
    eksponent {bytes} not null,
    registrert bigint not null,
    utloeper bigint not null,
    primary key (client_id, kid)
);

-- The keys that sign tokens. The private part is protected by the program's key ring.
create table maskinporten.signeringsnoekkel (
    kid text not null primary key,
    miljoe text not null,
    tilstand text not null,
    privat {bytes} not null,
    modulus {bytes} not null,
    eksponent {bytes} not null,
    opprettet bigint not null,
    tatt_i_bruk bigint,
    publiseres_til bigint
);

-- One current and one next key for each environment: hosts that start together agree on whose keys they are.
create unique index signeringsnoekkel_tilstand on maskinporten.signeringsnoekkel (miljoe, tilstand) where tilstand <> 'gammel';

-- Used ids of assertions: SHA-256 of client and jti, until the assertion itself is too old (seconds since 1970).
create table maskinporten.jti (
    noekkel {bytes} not null primary key,
    utloeper bigint not null
) {without rowid};

create index jti_utloeper on maskinporten.jti (utloeper);
