alter table wiki_pages
  add column unlock_at timestamptz(0),
  add column lock_at timestamptz(0),
  add column only_visible_to_overrides boolean not null default false;
