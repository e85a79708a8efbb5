-- Reports that people write stand beside the faults that the server met itself.
alter table error_reports
  add column category text not null default 'fault' check (category in ('fault', 'report')),
  add column subject text,
  add column comments text,
  add column email text,
  add column url text,
  add column http_env jsonb,
  -- What else Canvas takes: user_perceived_severity, context_asset_string, user_roles, category.
  add column data jsonb;
