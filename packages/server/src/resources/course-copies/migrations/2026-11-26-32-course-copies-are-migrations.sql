-- A copy of a course is a content migration.
drop table course_copies;
