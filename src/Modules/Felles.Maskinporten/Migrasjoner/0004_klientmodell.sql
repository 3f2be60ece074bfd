-- What the owner of a client tells about it, and the kind it is of, which never changes.
alter table maskinporten.klient add column beskrivelse text not null default '';
alter table maskinporten.klient add column klient_uri text;
alter table maskinporten.klient add column integrasjonstype text not null default 'maskinporten';
