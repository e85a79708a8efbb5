import type { Column } from '../../output/column.ts';

export const courseColumns: readonly Column[] = [
  { key: 'id', title: 'ID' },
  { key: 'course_code', title: 'Code' },
  { key: 'name', title: 'Name', page: '/courses/{id}' },
  { key: 'term.name', title: 'Term' },
  { key: 'workflow_state', title: 'State' },
  { key: 'sis_course_id', title: 'SIS ID' },
  { key: 'account_id', title: 'Account' },
  { key: 'account_name', title: 'Account name' },
  { key: 'total_students', title: 'Students' },
  { key: 'teachers', title: 'Teachers' },
  { key: 'start_at', title: 'Start' },
  { key: 'end_at', title: 'End' },
  { key: 'created_at', title: 'Created' },
  { key: 'enrollment_term_id', title: 'Term ID' },
  { key: 'integration_id', title: 'Integration ID' },
  { key: 'uuid', title: 'UUID' },
  { key: 'is_public', title: 'Public' },
  { key: 'time_zone', title: 'Time zone' },
];

/** What Canvas only sends when it is asked to. */
export const includeOf = {
  term: 'term',
  account_name: 'account_name',
  total_students: 'total_students',
  teachers: 'teachers',
  concluded: 'concluded',
  sections: 'sections',
  syllabus_body: 'syllabus_body',
} as const;

/** The `include[]` that these columns take; of a course as a whole its term. */
export function includesFor(
  keys: readonly string[] | undefined,
): (typeof includeOf)[keyof typeof includeOf][] {
  const fields = new Set((keys ?? ['term']).map((key) => key.split('.')[0]));
  return Object.values(includeOf).filter((name) => fields.has(name));
}
