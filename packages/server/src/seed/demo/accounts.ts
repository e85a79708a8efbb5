import type { Db } from '../../db/database.ts';
import type { Identities } from '../identities.ts';
import { insertRows, type NewRow } from '../insert-rows.ts';
import { FOUNDED, madeAt } from './calendar.ts';
import { colleges, type Department } from './catalogue.ts';

/** A department with the account that holds its courses. */
export interface PlacedDepartment extends Department {
  accountId: number;
}

interface Place {
  name: string;
  sisId: string | null;
  /** From the root down to the parent. */
  above: readonly number[];
  state?: 'active' | 'deleted';
}

const FIRST_ID = 2;
export const firstCollegeId = FIRST_ID;

/** Colleges first, then their departments, then what doesn't come from the SIS. */
const places = colleges.map(({ name, sisId }): Place => ({ name, sisId, above: [1] }));

export const departments: readonly PlacedDepartment[] = colleges.flatMap((college, index) =>
  college.departments.map((department) => {
    places.push({ name: department.name, sisId: department.sisId, above: [1, FIRST_ID + index] });
    return { ...department, accountId: FIRST_ID + places.length - 1 };
  }),
);

/** Where Canvas puts what teachers make for themselves. */
export const manuallyCreatedCourses = addPlace({
  name: 'Manually-Created Courses',
  sisId: null,
  above: [1],
});

const english = departments[0] as PlacedDepartment;
addPlace({
  name: 'Writing Center',
  sisId: 'writing-center',
  above: [1, FIRST_ID, english.accountId],
});
addPlace({ name: 'School of Journalism', sisId: 'journalism', above: [1], state: 'deleted' });

function addPlace(place: Place): number {
  places.push(place);
  return FIRST_ID + places.length - 1;
}

export async function insertAccounts(db: Db, identities: Identities): Promise<void> {
  await insertRows(
    db,
    'accounts',
    places.map(({ name, sisId, above, state = 'active' }, index): NewRow<'accounts'> => {
      const id = FIRST_ID + index;
      return {
        id,
        name,
        workflow_state: state,
        parent_account_id: above.at(-1) ?? null,
        root_account_id: 1,
        path: [...above, id],
        uuid: identities.uuid('account', id),
        lti_guid: `${identities.uuid('platform', id)}.easel-lms`,
        lti_context_id: identities.guid('account', id),
        sis_account_id: sisId,
        ...madeAt(FOUNDED),
      };
    }),
  );
}
