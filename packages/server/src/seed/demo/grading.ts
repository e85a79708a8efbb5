/** How the demo's courses are graded: letters that may be chosen, late policies, notes in gradebooks. */
import type { Db } from '../../db/database.ts';
import { insertRows, type NewRow } from '../insert-rows.ts';
import { FOUNDED } from './calendar.ts';
import type { DemoCourse } from './courses.ts';

type Standard = Pick<NewRow<'grading_standards'>, 'title' | 'data' | 'points_based' | 'scaling_factor'>;

const ofPercent = { points_based: false, scaling_factor: 1 };

const STANDARDS: readonly Standard[] = [
  {
    title: 'Letters without Plus and Minus',
    ...ofPercent,
    data: [
      ['A', 0.9],
      ['B', 0.8],
      ['C', 0.7],
      ['D', 0.6],
      ['F', 0],
    ],
  },
  {
    title: 'Four-Point Scale',
    points_based: true,
    scaling_factor: 4,
    data: [
      ['4', 0.875],
      ['3', 0.625],
      ['2', 0.375],
      ['1', 0.125],
      ['0', 0],
    ],
  },
  {
    title: 'Pass or Fail',
    ...ofPercent,
    data: [
      ['Pass', 0.6],
      ['Fail', 0],
    ],
  },
];

const times = { created_at: FOUNDED, updated_at: FOUNDED };

/** Policies are there and not switched on, as whoever looks into a gradebook's settings leaves them. */
export async function insertGrading(db: Db, courses: readonly DemoCourse[]): Promise<void> {
  await insertRows(
    db,
    'grading_standards',
    STANDARDS.map((standard, at) => ({
      id: at + 1,
      context_type: 'Account' as const,
      context_id: 1,
      ...standard,
      ...times,
    })),
  );
  const taught = courses.filter(({ term, state }) => term && state === 'available');
  await insertRows(
    db,
    'late_policies',
    taught.map(({ id }, at) => ({
      id: at + 1,
      course_id: id,
      missing_submission_deduction: 100,
      late_submission_deduction: 10,
      ...times,
    })),
  );
  await insertRows(
    db,
    'custom_gradebook_columns',
    taught.map(({ id }, at) => ({
      id: at + 1,
      course_id: id,
      title: 'Notes',
      position: 1,
      teacher_notes: true,
      workflow_state: 'hidden' as const,
      ...times,
    })),
  );
}
