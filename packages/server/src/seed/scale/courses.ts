import type { Selectable } from 'kysely';
import type { Db } from '../../db/database.ts';
import type { EnrollmentTermsTable } from '../../db/tables/index.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { Chance } from '../chance.ts';
import { after, days } from '../demo/calendar.ts';
import { colleges } from '../demo/catalogue.ts';
import { derivedIdentities } from '../identities.ts';
import { insertRows, type NewRow } from '../insert-rows.ts';
import { numbered, type Range } from './range.ts';
import { reserveIds } from './reserve-ids.ts';

const PREFIX = 'scale-course-';

type CourseState = NonNullable<NewRow<'courses'>['workflow_state']>;
type Term = Pick<Selectable<EnrollmentTermsTable>, 'id' | 'start_at' | 'end_at'>;

/** Where generated courses may lie. */
export interface Places {
  accountIds: readonly number[];
  terms: readonly Term[];
}

export interface GeneratedCourse {
  id: number;
  sectionId: number;
  number: number;
  state: CourseState;
  created_at: string;
}

export async function countGeneratedCourses(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('courses')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('sis_course_id', 'like', `${PREFIX}%`)
    .executeTakeFirstOrThrow();
  return count;
}

/** The institution's accounts below the root, and its terms beside the default one; where it has none, those. */
export async function findPlaces(db: Db): Promise<Places> {
  const accounts = await db
    .selectFrom('accounts')
    .select(['id', 'parent_account_id'])
    .where('root_account_id', '=', 1)
    .where('workflow_state', '=', 'active')
    .orderBy('id')
    .execute();
  const terms = await db
    .selectFrom('enrollment_terms')
    .select(['id', 'start_at', 'end_at', 'is_default'])
    .where('root_account_id', '=', 1)
    .where('workflow_state', '=', 'active')
    .orderBy('id')
    .execute();
  const below = accounts.filter(({ parent_account_id }) => parent_account_id !== null);
  const own = terms.filter(({ is_default }) => !is_default);
  return {
    accountIds: (below.length > 0 ? below : accounts).map(({ id }) => id),
    terms: own.length > 0 ? own : terms,
  };
}

const titles = colleges.flatMap(({ departments }) =>
  departments.flatMap(({ prefix, courses }) =>
    courses.map((title) => {
      const number = title.split(' ', 1)[0] as string;
      return { code: `${prefix} ${number}`, name: title.slice(number.length + 1) };
    }),
  ),
);

/** In how many of a hundred courses a term that is over, or isn't, leaves each state. */
const OVER: readonly [CourseState, number][] = [
  ['completed', 62],
  ['available', 32],
  ['claimed', 3],
  ['deleted', 3],
];
const GOING: readonly [CourseState, number][] = [
  ['available', 78],
  ['claimed', 14],
  ['created', 4],
  ['completed', 1],
  ['deleted', 3],
];

function stateIn(term: Term, now: string, chance: Chance): CourseState {
  let hundredth = chance.between(1, 100);
  for (const [state, share] of term.end_at !== null && term.end_at < now ? OVER : GOING) {
    hundredth -= share;
    if (hundredth <= 0) return state;
  }
  return 'available';
}

/** Courses with a section each. */
export async function insertCourses(
  db: Db,
  range: Range,
  { accountIds, terms }: Places,
  now: string,
): Promise<GeneratedCourse[]> {
  const numbers = numbered(range);
  const ids = await reserveIds(db, 'courses', numbers.length);
  const sectionIds = await reserveIds(db, 'course_sections', numbers.length);
  const rows = numbers.map((number, index) => {
    const chance = new Chance(`scale course ${number}`);
    const { code, name } = chance.pick(titles);
    const term = chance.pick(terms);
    const state = stateIn(term, now, chance);
    const created_at = after(term.start_at ?? now, -chance.between(days(90), days(180)));
    return {
      id: ids[index] as number,
      name,
      name_key: sortKey(name),
      course_code: code,
      account_id: chance.pick(accountIds),
      root_account_id: 1,
      enrollment_term_id: term.id,
      uuid: derivedIdentities.uuid('scale course', number),
      lti_context_id: derivedIdentities.guid('scale course', number),
      workflow_state: state,
      start_at: state === 'available' || state === 'completed' ? term.start_at : null,
      conclude_at: state === 'completed' ? term.end_at : null,
      sis_course_id: PREFIX + String(number).padStart(7, '0'),
      is_public: chance.happens(0.05),
      created_at,
      updated_at: created_at,
      deleted_at: state === 'deleted' ? created_at : null,
    };
  });
  await insertRows(db, 'courses', rows);
  await insertRows(
    db,
    'course_sections',
    rows.map(({ id, course_code, sis_course_id, workflow_state, created_at }, index) => ({
      id: sectionIds[index] as number,
      course_id: id,
      root_account_id: 1,
      name: `${course_code}-01`,
      name_key: sortKey(`${course_code}-01`),
      workflow_state: workflow_state === 'deleted' ? ('deleted' as const) : ('active' as const),
      sis_section_id: `${sis_course_id}-01`,
      created_at,
      updated_at: created_at,
    })),
  );
  return rows.map(({ id, workflow_state, created_at }, index) => ({
    id,
    sectionId: sectionIds[index] as number,
    number: numbers[index] as number,
    state: workflow_state,
    created_at,
  }));
}

export const ROWS_PER_COURSE = 2;
