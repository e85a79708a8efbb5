/** What a course is called, and its code. */
import type { CourseRow } from '../../domain/course-access.ts';
import { sortKey } from '../../domain/sort-key.ts';
import type { CourseChanges, CourseParams } from './write.ts';

const DEFAULT_NAME = 'Unnamed Course';

/** What the course is called from now on: a blank name is Canvas's default, a blank code comes from the name. */
export function nameChanges({ name, course_code }: CourseParams, course: CourseRow): CourseChanges {
  const changes: CourseChanges = {};
  if (name !== undefined) Object.assign(changes, named(name));
  if (course_code !== undefined) {
    changes.course_code = course_code || courseCodeOf(changes.name ?? course.name);
  }
  return changes;
}

export function newName({ name, course_code }: CourseParams) {
  const chosen = named(name);
  return { ...chosen, course_code: course_code || courseCodeOf(chosen.name) };
}

function named(text: string | null | undefined) {
  const name = text?.trim() ? text.replaceAll('\r', '') : DEFAULT_NAME;
  return { name, name_key: sortKey(name) };
}

/** The name's first word, and the next that has a digit: "Biology for all 101" → "Biology 101". */
function courseCodeOf(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/);
  const number = rest.find((word) => /\d/.test(word));
  return number === undefined ? first : `${first} ${number}`;
}
