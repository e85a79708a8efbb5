-- By which the institution's provider knows whose session with it is to end.
alter table sessions add column id_token text;
