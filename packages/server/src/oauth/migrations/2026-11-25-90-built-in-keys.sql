-- Applications that come with Easel, by a name of Easel's own: each is made once, and stays deleted where it was deleted.
alter table developer_keys add column built_in text unique;
