/** The sections of the demo's courses, some of them cross-listed into another department's course. */
import type { Db } from '../../db/database.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { Chance } from '../chance.ts';
import { insertRows, type NewRow } from '../insert-rows.ts';
import { after, days, madeAt } from './calendar.ts';
import type { DemoCourse } from './courses.ts';
import { currentTerm } from './terms.ts';

export type DemoSection = NewRow<'course_sections'> & { id: number };

export function makeSections(courses: readonly DemoCourse[]): DemoSection[] {
  const chance = new Chance('sections');
  const own = courses.flatMap((course) => ownSections(course, chance));
  const crossListed = pairsToCrossList(courses).map(([origin, host]) => ({
    ...section(origin, 90),
    course_id: host.id,
    nonxlist_course_id: origin.id,
  }));
  return [...own, ...crossListed].map((row, index) => ({ ...row, id: index + 1 }));
}

export const insertSections = (db: Db, sections: readonly DemoSection[]): Promise<void> =>
  insertRows(db, 'course_sections', sections);

/** What the SIS makes is named by it; a course made by hand has the one section that came with it. */
function ownSections(course: DemoCourse, chance: Chance): NewRow<'course_sections'>[] {
  if (course.term === null) return [{ ...section(course, 1), name: course.name, default_section: true }];
  const isIntroduction = /\b1\d\d$/.test(course.code);
  const count = isIntroduction ? chance.between(2, 3) : chance.happens(0.15) ? 2 : 1;
  const rows = Array.from({ length: count }, (_, index) => section(course, index + 1));
  if (chance.happens(0.05)) rows.push({ ...section(course, 80), workflow_state: 'deleted' });
  const last = rows.at(-1) as NewRow<'course_sections'>;
  if (count > 1 && chance.happens(0.15)) {
    // The second half of the term, on its own dates.
    last.start_at = after(course.term.start_at, days(56));
    last.end_at = course.term.end_at;
    last.restrict_enrollments_to_section_dates = true;
  }
  return rows;
}

function section(course: DemoCourse, number: number): NewRow<'course_sections'> {
  const suffix = String(number).padStart(2, '0');
  const name = course.term === null ? course.name : `${course.code}-${suffix}`;
  return {
    course_id: course.id,
    root_account_id: 1,
    nonxlist_course_id: null,
    name,
    name_key: sortKey(name),
    default_section: false,
    workflow_state: course.state === 'deleted' ? 'deleted' : 'active',
    start_at: null,
    end_at: null,
    restrict_enrollments_to_section_dates: false,
    sis_section_id: course.sisId && `${course.sisId}-${suffix}`,
    ...madeAt(course.created_at),
  };
}

/** Neighbours in the list come from different departments. Six pairs now, one in every earlier term. */
function pairsToCrossList(courses: readonly DemoCourse[]): [DemoCourse, DemoCourse][] {
  const pairs: [DemoCourse, DemoCourse][] = [];
  for (const [term, offered] of Map.groupBy(courses, (course) => course.term)) {
    if (term === null) continue;
    const published = offered.filter(({ state }) => state === 'available' || state === 'completed');
    const count = term === currentTerm ? 6 : 1;
    for (let index = 0; index < count; index++) {
      pairs.push([published[index * 2] as DemoCourse, published[index * 2 + 1] as DemoCourse]);
    }
  }
  return pairs;
}
