-- Restrictions of a blueprint by what they restrict, which hold instead of those for all when chosen.
alter table courses
  add column use_blueprint_restrictions_by_object_type boolean not null default false,
  add column blueprint_restrictions_by_object_type jsonb;

-- Every syllabus that a course ever had, numbered from 1; the newest is the present one.
create table course_syllabus_versions (
  course_id bigint not null references courses,
  version integer not null,
  syllabus_body text,
  created_at timestamptz(0) not null,
  primary key (course_id, version)
);
insert into course_syllabus_versions
  select id, 1, syllabus_body, updated_at from courses where syllabus_body is not null;
