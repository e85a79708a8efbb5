alter table access_tokens add foreign key (developer_key_id) references developer_keys;
create index access_tokens_developer_key on access_tokens (developer_key_id) where developer_key_id is not null;
-- Narrower than its user, beyond Canvas: some courses (null for all), and nothing but reading.
alter table access_tokens add column course_ids bigint[];
alter table access_tokens add column read_only boolean not null default false;
-- The address that it was last used from.
alter table access_tokens add column last_used_from text;
-- Of an application's token: until when the secret holds before it has to be refreshed. `expires_at` ends it for good.
alter table access_tokens add column refresh_at timestamptz(0);
alter table access_tokens add column refresh_hmac text unique;
