-- What of a submission somebody has seen. Without a row: seen, unless there is a grade or a comment that he may see.
create table submission_read_states (
  submission_id bigint not null references submissions,
  user_id bigint not null references users,
  item text not null check (item in ('grade', 'comment', 'rubric', 'rubric_assessment', 'document_annotation')),
  workflow_state text not null check (workflow_state in ('read', 'unread')),
  updated_at timestamptz(0) not null,
  primary key (submission_id, user_id, item)
);

-- The history of a gradebook.
create index submissions_graded_at on submissions (course_id, graded_at) where graded_at is not null;
create index submissions_grader on submissions (course_id, grader_id) where grader_id is not null;
