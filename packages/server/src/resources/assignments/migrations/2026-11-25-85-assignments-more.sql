-- Academic benchmark ids that whoever made the assignment gave it.
alter table assignments add column ab_guid text[] not null default '{}';

-- Drawn at random (domain/assigned-work.ts); a second of the same is refused here.
create unique index submissions_anonymous_id on submissions (assignment_id, anonymous_id);
-- The rows of a course that are in a list of assignments.
create index submissions_assignment_state on submissions (assignment_id, workflow_state);
