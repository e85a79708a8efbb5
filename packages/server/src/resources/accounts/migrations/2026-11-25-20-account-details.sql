-- Fields that people changed by hand, which the SIS then leaves alone.
alter table accounts add column stuck_sis_fields text[] not null default '{}';
-- Two requests may want to make it at the same time.
create unique index accounts_manually_created_courses on accounts (root_account_id)
  where settings @> '{"manually_created_courses": true}' and workflow_state <> 'deleted';
