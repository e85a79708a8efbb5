-- Fields that people changed by hand, which the SIS then leaves alone.
alter table enrollment_terms add column stuck_sis_fields text[] not null default '{}';
