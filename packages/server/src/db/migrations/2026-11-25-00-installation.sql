-- Keys that every process of an installation shares; made once, by whoever starts first.
create table installation_secrets (
  name text primary key,
  value text not null
);

-- The leaky buckets (conventions 6). Unlogged: a crash may forgive a client a few seconds of waiting.
create unlogged table rate_limit_buckets (
  client text primary key,
  level double precision not null,
  updated_at timestamptz not null
);
