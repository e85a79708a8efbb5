/** The scores of all students of some courses, a row for each enrollment. */
import type { Canvas } from '@easel/client';
import type { JsonObject } from '@easel/contract';
import { inParallel } from '../files/in-parallel.ts';
import type { Column } from '../output/column.ts';

export const scoreColumns: readonly Column[] = [
  { key: 'course.name', title: 'Course' },
  { key: 'course.course_code', title: 'Code' },
  { key: 'course_id', title: 'Course ID' },
  { key: 'sis_course_id', title: 'SIS course ID' },
  { key: 'course_section_id', title: 'Section ID' },
  { key: 'sis_section_id', title: 'SIS section ID' },
  { key: 'user.sortable_name', title: 'Student' },
  { key: 'user_id', title: 'Student ID' },
  { key: 'sis_user_id', title: 'SIS user ID' },
  { key: 'user.login_id', title: 'Login' },
  { key: 'enrollment_state', title: 'State' },
  { key: 'grades.current_score', title: 'Current score' },
  { key: 'grades.current_grade', title: 'Current grade' },
  { key: 'grades.final_score', title: 'Final score' },
  { key: 'grades.final_grade', title: 'Final grade' },
  { key: 'grades.unposted_current_score', title: 'Unposted current score' },
  { key: 'grades.unposted_final_score', title: 'Unposted final score' },
];

export const defaultScoreColumns = [
  'course_id',
  'sis_course_id',
  'course.name',
  'user_id',
  'sis_user_id',
  'user.sortable_name',
  'grades.current_score',
  'grades.final_score',
  'grades.unposted_current_score',
  'grades.unposted_final_score',
];

export interface ScoredCourse {
  readonly id: string;
  readonly name: string | null;
  readonly course_code: string | null;
}

/** So many courses are read at once: each list takes of the same bucket. */
const COURSES_AT_ONCE = 4;

/** In the order of the courses; Canvas sends unposted scores only to whoever may grade. */
export async function scoreRows(
  canvas: Canvas,
  courses: readonly ScoredCourse[],
  states: readonly string[],
  onCourse: (done: number) => void,
): Promise<JsonObject[]> {
  const rows = new Map<string, JsonObject[]>();
  await inParallel(courses, COURSES_AT_ONCE, async ({ id, name, course_code }) => {
    const enrollments = canvas.rawList<JsonObject>(`courses/${encodeURIComponent(id)}/enrollments`, {
      params: { type: ['StudentEnrollment'], state: [...states] },
    });
    const found = await enrollments.toArray();
    rows.set(
      id,
      found.map((row) => ({ ...row, course: { name, course_code } })),
    );
    onCourse(rows.size);
  });
  return courses.flatMap(({ id }) => rows.get(id) ?? []);
}
