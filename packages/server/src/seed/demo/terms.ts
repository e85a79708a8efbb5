import type { Db } from '../../db/database.ts';
import { insertRows, type NewRow } from '../insert-rows.ts';
import { after, days, madeAt } from './calendar.ts';

/** How many courses of a term are in each state. */
export interface CourseStates {
  created: number;
  claimed: number;
  available: number;
  completed: number;
  deleted: number;
}

export interface DemoTerm {
  id: number;
  name: string;
  sis_term_id: string;
  /** Midnights of New York. */
  start_at: string;
  end_at: string;
  courses: CourseStates;
}

/** Behind the Default Term, which is 1. */
export const demoTerms: readonly DemoTerm[] = [
  {
    id: 2,
    name: 'Spring 2025',
    sis_term_id: 'spring-2025',
    start_at: '2025-01-13T05:00:00Z',
    end_at: '2025-05-11T03:59:59Z',
    courses: { created: 0, claimed: 1, available: 4, completed: 20, deleted: 1 },
  },
  {
    id: 3,
    name: 'Summer 2025',
    sis_term_id: 'summer-2025',
    start_at: '2025-05-19T04:00:00Z',
    end_at: '2025-08-10T03:59:59Z',
    courses: { created: 0, claimed: 0, available: 3, completed: 10, deleted: 1 },
  },
  {
    id: 4,
    name: 'Fall 2025',
    sis_term_id: 'fall-2025',
    start_at: '2025-08-25T04:00:00Z',
    end_at: '2025-12-21T04:59:59Z',
    courses: { created: 0, claimed: 1, available: 8, completed: 24, deleted: 1 },
  },
  {
    id: 5,
    name: 'Spring 2026',
    sis_term_id: 'spring-2026',
    start_at: '2026-01-12T05:00:00Z',
    end_at: '2026-05-10T03:59:59Z',
    courses: { created: 0, claimed: 2, available: 12, completed: 20, deleted: 2 },
  },
  {
    id: 6,
    name: 'Summer 2026',
    sis_term_id: 'summer-2026',
    start_at: '2026-05-18T04:00:00Z',
    end_at: '2026-08-09T03:59:59Z',
    courses: { created: 1, claimed: 1, available: 8, completed: 5, deleted: 1 },
  },
  {
    id: 7,
    name: 'Fall 2026',
    sis_term_id: 'fall-2026',
    start_at: '2026-08-24T04:00:00Z',
    end_at: '2026-12-20T04:59:59Z',
    courses: { created: 2, claimed: 8, available: 43, completed: 1, deleted: 2 },
  },
];

export const currentTerm = demoTerms.at(-1) as DemoTerm;

export async function insertTerms(db: Db): Promise<void> {
  await insertRows(
    db,
    'enrollment_terms',
    demoTerms.map(
      ({ courses: _, ...term }): NewRow<'enrollment_terms'> => ({
        ...term,
        root_account_id: 1,
        overrides: overridesOf(term),
        ...madeAt(after(term.start_at, days(-180))),
      }),
    ),
  );
}

/** Teachers grade for two weeks longer, from fall 2025 on. */
function overridesOf({
  start_at,
  end_at,
}: Omit<DemoTerm, 'courses'>): NewRow<'enrollment_terms'>['overrides'] {
  if (start_at < '2025-08') return {};
  return { TeacherEnrollment: { start_at: after(start_at, days(-14)), end_at: after(end_at, days(14)) } };
}
