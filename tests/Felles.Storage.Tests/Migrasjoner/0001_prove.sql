-- distribute: prove.rad by id
create table prove.rad (
    id    {key},
    verdi text not null,
    innhold {bytes}
);
