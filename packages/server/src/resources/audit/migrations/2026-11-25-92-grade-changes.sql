-- The log of grade changes is asked by assignment and by grader too; both stand in its data.
create index audit_events_grade_assignment on audit_events (((event_data ->> 'assignment_id')::bigint), created_at, id)
  where category = 'grade_change';
create index audit_events_grade_grader on audit_events (((event_data ->> 'grader_id')::bigint), created_at, id)
  where category = 'grade_change';
