-- local: maskinporten.testutsteder, maskinporten.testsertifikat

-- The chain a key was posted with (JWK member x5c): base64 DER, separated by blanks.
alter table maskinporten.klientnoekkel add column sertifikat text;

-- The certificate authority of the sandbox, made at its first start. The private part is protected by the program's key ring.
create table maskinporten.testutsteder (
    miljoe text not null primary key,
    sertifikat {bytes} not null,
    privat {bytes} not null
);

-- What it has issued; times in seconds since 1970. The certificates themselves and their keys are not kept.
create table maskinporten.testsertifikat (
    -- upper-case hex
    serienummer text not null primary key,
    miljoe text not null,
    orgnr integer not null,
    profil text not null,
    utstedt bigint not null,
    utloeper bigint not null,
    sperret bigint
);

create index testsertifikat_orgnr on maskinporten.testsertifikat (orgnr);
