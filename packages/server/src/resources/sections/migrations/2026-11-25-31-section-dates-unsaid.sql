-- Canvas answers null for a section of which nobody said whether its dates count.
alter table course_sections alter column restrict_enrollments_to_section_dates drop not null,
  alter column restrict_enrollments_to_section_dates drop default;
