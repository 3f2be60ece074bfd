-- The withdrawn numbers that lead to a number: they must follow when it is itself withdrawn, also those that no newer document names.
create index person_gjeldende on folkeregister.person (gjeldende) where gjeldende is not null;
