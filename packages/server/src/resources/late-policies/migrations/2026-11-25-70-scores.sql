-- Course scores as the gradebook shows them, in percent (domain/grading).
create table scores (
  enrollment_id bigint not null references enrollments,
  course_id bigint not null references courses,
  -- 0 for the whole course, so that it can be part of the key.
  grading_period_id bigint not null default 0,
  current_score double precision,
  final_score double precision,
  unposted_current_score double precision,
  unposted_final_score double precision,
  current_points double precision,
  final_points double precision,
  unposted_current_points double precision,
  unposted_final_points double precision,
  -- A grade that an instructor put in the place of the computed one.
  override_score double precision,
  updated_at timestamptz(0) not null,
  primary key (enrollment_id, grading_period_id)
);
create index scores_course on scores (course_id);
