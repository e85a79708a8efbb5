/** Whose work in a course somebody may look at. Source: the student scopes and visibilities of Canvas's Course. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CourseAccess } from './course-rights.ts';
import { visibleSections } from './section-rights.ts';
import { enrollmentsVisibleTo } from './visible-enrollments.ts';

/**
 * `current`: who is in the course. `gradeable`: those made inactive too, whom one may still grade. `all`: whoever was
 * in it and wasn't taken out; `ever`: these too.
 */
export type StudentScope = 'current' | 'gradeable' | 'all' | 'ever';

const LEFT: Record<StudentScope, readonly string[]> = {
  current: ['rejected', 'completed', 'deleted', 'inactive'],
  gradeable: ['rejected', 'completed', 'deleted'],
  all: ['deleted'],
  ever: [],
};

export interface StudentsOf {
  readonly courseId: number;
  /** Only of this section. */
  readonly sectionId: number | null;
  readonly scope: StudentScope;
}

/** Conditions on `enrollments`: those of students whom the caller sees. */
export function studentEnrollments(
  access: CourseAccess,
  { courseId, sectionId, scope }: StudentsOf,
): RawBuilder<SqlBool> {
  const ofSection = sectionId === null ? sql`true` : sql`enrollments.course_section_id = ${sectionId}`;
  return sql`(enrollments.course_id = ${courseId}
    and enrollments.type in ('StudentEnrollment', 'StudentViewEnrollment')
    and enrollments.workflow_state <> all(${[...LEFT[scope]]}::text[]) and ${ofSection} and ${visible(access)})`;
}

/** The ids of these students, as a subquery. */
export const studentIds = (access: CourseAccess, of: StudentsOf): RawBuilder<number> =>
  sql<number>`(select enrollments.user_id from enrollments where ${studentEnrollments(access, of)})`;

/** Whoever has no right to see others sees himself and those whom he observes. */
function visible(access: CourseAccess): RawBuilder<SqlBool> {
  const own = sql<SqlBool>`enrollments.user_id = any(${ownAndObserved(access)}::bigint[])`;
  const sections = visibleSections(access);
  if (sections !== 'all' && sections.length === 0) return own;
  const conditions = enrollmentsVisibleTo(access);
  return conditions.length === 0 ? sql`true` : sql`(${own} or ${sql.join(conditions, sql` and `)})`;
}

function ownAndObserved({ userId, enrollments }: CourseAccess): number[] {
  const observed = enrollments.flatMap(({ associated_user_id }) => associated_user_id ?? []);
  return userId === null ? observed : [userId, ...observed];
}
