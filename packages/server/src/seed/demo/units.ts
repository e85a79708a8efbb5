/** What the units of the demo's courses are called; pages and modules are made of them. */
import type { DemoCourse } from './courses.ts';

const UNITS = [
  'Getting Started',
  'Foundations',
  'Methods',
  'Sources and Evidence',
  'Cases',
  'Debates',
  'Applications',
  'Looking Back',
];

/**
 * In order; none of a course that nobody has begun to build. Of those that are over every third is kept, which is enough
 * to look at, and the institution is made before anybody waits.
 */
export function unitsOf({ id, state }: DemoCourse): readonly string[] {
  if (state === 'created' || state === 'deleted') return [];
  if (state === 'completed' && id % 3 !== 0) return [];
  // Between five and eight; one in thirteen is taught without any.
  if (id % 13 === 0) return [];
  return UNITS.slice(0, 5 + (id % 4));
}
