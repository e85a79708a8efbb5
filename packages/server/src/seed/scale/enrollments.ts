import type { Db } from '../../db/database.ts';
import { insertRows, type NewRow } from '../insert-rows.ts';
import { BUILT_IN_ROLES } from '../institution.ts';
import type { GeneratedCourse } from './courses.ts';

/** How large courses are beside each other: of ten, most are seminars and one is a lecture. */
const SIZES = [0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.2, 2, 3];
const SUM = SIZES.reduce((sum, size) => sum + size, 0);

/** What the first so many courses take up, in courses of the mean size. */
function sizeUpTo(count: number): number {
  const rest = SIZES.slice(0, count % SIZES.length).reduce((sum, size) => sum + size, 0);
  return Math.floor(count / SIZES.length) * SUM + rest;
}

/** How many are in a course, so that all together are exactly as many as wanted. */
export function enrollmentsIn(number: number, courses: number, enrollments: number): number {
  const upTo = (count: number) => Math.round((enrollments * sizeUpTo(count)) / sizeUpTo(courses));
  return upTo(number) - upTo(number - 1);
}

export interface Crowd {
  /** Everybody who can be enrolled. */
  userIds: readonly number[];
  /** Courses and enrollments that are wanted in all. */
  courses: number;
  enrollments: number;
}

/** Fills courses with different people: a teacher first, then students with now and then a TA or a designer. */
export async function insertEnrollments(
  db: Db,
  courses: readonly GeneratedCourse[],
  crowd: Crowd,
): Promise<number> {
  const { userIds } = crowd;
  const rows = courses.flatMap((course) => {
    const size = Math.min(enrollmentsIn(course.number, crowd.courses, crowd.enrollments), userIds.length);
    // Somewhere else in the crowd for every course, and from there one after the other.
    const start = (course.number * 7919) % userIds.length;
    return Array.from({ length: size }, (_, index) =>
      row(course, userIds[(start + index) % userIds.length] as number, typeAt(index)),
    );
  });
  await insertRows(db, 'enrollments', rows);
  return rows.length;
}

type Type = NewRow<'enrollments'>['type'] & (typeof BUILT_IN_ROLES)[number];

function typeAt(index: number): Type {
  if (index === 0) return 'TeacherEnrollment';
  if (index % 40 === 5) return 'DesignerEnrollment';
  return index % 25 === 12 ? 'TaEnrollment' : 'StudentEnrollment';
}

const STATES: Partial<Record<GeneratedCourse['state'], NewRow<'enrollments'>['workflow_state']>> = {
  completed: 'completed',
  deleted: 'deleted',
};

function row(course: GeneratedCourse, userId: number, type: Type): NewRow<'enrollments'> {
  const state = STATES[course.state] ?? 'active';
  return {
    user_id: userId,
    course_id: course.id,
    course_section_id: course.sectionId,
    root_account_id: 1,
    type,
    role_id: BUILT_IN_ROLES.indexOf(type) + 1,
    workflow_state: state,
    created_at: course.created_at,
    updated_at: course.created_at,
  };
}
