-- What is due and not there, looked through once a minute.
create index submissions_overdue on submissions (cached_due_date)
  where score is null and grade is null and submitted_at is null and workflow_state <> 'deleted'
    and cached_due_date is not null;
