-- local: maskinporten.endring

-- Who changed a client or a signing key, when (seconds since 1970) and why. Only ever added to.
create table maskinporten.endring (
    id {identity},
    tid bigint not null,
    miljoe text not null,
    hvem text not null,
    grunn text not null,
    -- klient or signeringsnoekkel
    type text not null,
    gjelder text not null,
    fra text,
    til text not null
);

create index maskinporten_endring_gjelder on maskinporten.endring (gjelder, id);
