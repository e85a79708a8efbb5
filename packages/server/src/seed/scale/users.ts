import type { Db } from '../../db/database.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { allNames } from '../demo/names.ts';
import { derivedIdentities } from '../identities.ts';
import { insertRows } from '../insert-rows.ts';
import { numbered, type Range } from './range.ts';
import { reserveIds } from './reserve-ids.ts';

const PREFIX = 'scale-user-';
const names = allNames();

/** The ids of the generated users, in the order of their numbers. */
export async function generatedUsers(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom('pseudonyms')
    .select('user_id')
    .where('sis_user_id', 'like', `${PREFIX}%`)
    .orderBy('id')
    .execute();
  return rows.map(({ user_id }) => user_id);
}

/** Users with a login and an address each. @returns their ids */
export async function insertUsers(db: Db, range: Range, now: string): Promise<number[]> {
  const numbers = numbered(range);
  const ids = await reserveIds(db, 'users', numbers.length);
  const times = { created_at: now, updated_at: now };
  const people = numbers.map((number, index) => {
    const name = names[number % names.length] as (typeof names)[number];
    return { id: ids[index] as number, number, name, login: `${name.login}.${number}` };
  });
  await insertRows(
    db,
    'users',
    people.map(({ id, number, name }) => {
      const sortable = `${name.family}, ${name.given}`;
      return {
        id,
        uuid: derivedIdentities.uuid('scale user', number),
        lti_context_id: derivedIdentities.guid('scale user', number),
        lti_id: derivedIdentities.guid('scale lti user', number),
        name: name.full,
        sortable_name: sortable,
        sortable_name_key: sortKey(sortable),
        short_name: name.full,
        ...times,
      };
    }),
  );
  await insertRows(
    db,
    'pseudonyms',
    people.map(({ id, number, login }) => ({
      user_id: id,
      account_id: 1,
      unique_id: login,
      unique_id_key: login,
      sis_user_id: PREFIX + String(number).padStart(7, '0'),
      ...times,
    })),
  );
  await insertRows(
    db,
    'communication_channels',
    people.map(({ id, login }) => ({
      user_id: id,
      type: 'email' as const,
      address: `${login}@students.easel.example`,
      workflow_state: 'active' as const,
      ...times,
    })),
  );
  return ids;
}

export const ROWS_PER_USER = 3;
