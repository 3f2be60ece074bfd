-- local: folkeregister.webhook

-- How far each subscriber has received. stoppet: the digest of the address that answered that it is gone; another address goes on.
create table folkeregister.webhook (
    navn text not null primary key,
    sekvensnummer bigint not null,
    stoppet text
);
