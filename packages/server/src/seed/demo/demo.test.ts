import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ADMIN_TOKEN, SECRET } from '../../../testing/template.ts';
import { openWorld, type World } from '../../../testing/world.ts';
import { seed } from '../index.ts';

/** A world with the demo in the place of the empty institution. */
async function openDemo(now: string): Promise<World> {
  const world = await openWorld();
  await sql`truncate accounts, users restart identity cascade`.execute(world.database.kysely);
  await seed(world.database, 'demo', { now, secret: SECRET, adminToken: ADMIN_TOKEN });
  return world;
}

const { admin, database } = await openDemo('2026-09-15T12:00:00Z');

interface Course {
  id: number;
  name: string;
  course_code: string;
  sis_course_id: string | null;
  workflow_state: string;
  enrollment_term_id: number;
  account_id: number;
  is_public: boolean;
  restrict_enrollments_to_course_dates: boolean;
}

const courses = (query: object = {}) => admin.all('accounts/1/courses', { ...query }) as Promise<Course[]>;

function countBy<T>(rows: readonly T[], key: (row: T) => string | number): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(rows, key)].map(([value, of]) => [value, of.length]));
}

const count = async (table: 'users' | 'enrollments', column: string) => {
  const { rows } = await sql<{ value: string; count: number }>`
    select ${sql.ref(column)} as value, count(*) as count from ${sql.table(table)} group by 1`.execute(
    database.kysely,
  );
  return Object.fromEntries(rows.map(({ value, count }) => [value, count]));
};

describe('the courses of the demo', () => {
  it('answers the question of the thread', async () => {
    const { status, body } = await admin.get(
      '/api/v1/accounts/1/courses?enrollment_term_id=sis_term_id:fall-2026',
    );
    expect(status).toBe(200);
    expect(body).toHaveLength(10);
    expect(body[0]).toMatchObject({ id: 145, enrollment_term_id: 7, account_id: 20 });
    expect(await courses({ enrollment_term_id: 'sis_term_id:fall-2026' })).toHaveLength(54);
  });

  it('are 200 in every state', async () => {
    const all = await courses({ 'state[]': 'all' });
    expect(all.map(({ id }) => id)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
    expect(countBy(all, ({ workflow_state }) => workflow_state)).toEqual({
      unpublished: 22,
      available: 87,
      completed: 82,
      deleted: 9,
    });
    for (const [state, expected] of Object.entries({ created: 6, claimed: 16 })) {
      expect(await courses({ 'state[]': state })).toHaveLength(expected);
    }
  });

  it('are spread over seven terms and all departments', async () => {
    const all = await courses({ 'state[]': 'all' });
    expect(countBy(all, ({ enrollment_term_id }) => enrollment_term_id)).toEqual({
      1: 18,
      2: 26,
      3: 14,
      4: 34,
      5: 36,
      6: 16,
      7: 56,
    });
    const departments = all.filter(({ enrollment_term_id }) => enrollment_term_id > 1);
    expect(Object.values(countBy(departments, ({ account_id }) => account_id))).toHaveLength(24);
    for (const of of Object.values(countBy(departments, ({ account_id }) => account_id))) {
      expect(of).toBeGreaterThanOrEqual(5);
    }
  });

  it('have believable names and different SIS ids', async () => {
    const { body } = await admin.get('courses/sis_course_id:fall-2026-cs-240');
    expect(body).toMatchObject({ name: 'Databases', course_code: 'CS 240', workflow_state: 'available' });
    const fromSis = (await courses()).filter(({ sis_course_id }) => sis_course_id !== null);
    expect(
      fromSis.every(({ sis_course_id }) => /^\w+-202[56]-[a-z]+-\d{3}$/.test(String(sis_course_id))),
    ).toBe(true);
  });

  it('are public, have dates of their own and cross-listed sections here and there', async () => {
    const all = await courses();
    expect(all.filter(({ is_public }) => is_public).length).toBeGreaterThan(5);
    expect(all.filter((course) => course.restrict_enrollments_to_course_dates).length).toBeGreaterThan(5);
    const crossListed = await database.kysely
      .selectFrom('course_sections')
      .select('id')
      .where('nonxlist_course_id', 'is not', null)
      .execute();
    expect(crossListed).toHaveLength(11);
  });

  it('are found by the types of their enrollments', async () => {
    for (const type of ['student', 'teacher', 'ta', 'designer', 'observer']) {
      expect((await courses({ 'enrollment_type[]': type })).length, type).toBeGreaterThan(20);
    }
  });

  it('none of them is the administrator’s', async () => {
    expect(await admin.all('courses')).toEqual([]);
  });
});

describe('the people of the demo', () => {
  it('are 1,500, nearly all of them registered', async () => {
    expect(await count('users', 'workflow_state')).toEqual({
      registered: 1476,
      pre_registered: 12,
      creation_pending: 4,
      deleted: 8,
    });
  });

  it('are enrolled in every way and every state', async () => {
    const types = await count('enrollments', 'type');
    expect(Object.keys(types).sort()).toEqual([
      'DesignerEnrollment',
      'ObserverEnrollment',
      'StudentEnrollment',
      'TaEnrollment',
      'TeacherEnrollment',
    ]);
    expect(types['StudentEnrollment']).toBeGreaterThan(7000);
    expect(Object.keys(await count('enrollments', 'workflow_state')).sort()).toEqual([
      'active',
      'completed',
      'creation_pending',
      'deleted',
      'inactive',
      'invited',
      'rejected',
    ]);
  });

  it('have every name once and logins in ASCII', async () => {
    const users = await database.kysely
      .selectFrom('users')
      .innerJoin('pseudonyms', 'pseudonyms.user_id', 'users.id')
      .select(['name', 'unique_id', 'position'])
      .where('users.id', '>', 1)
      .execute();
    const logins = users.map(({ unique_id }) => unique_id);
    expect(new Set(logins).size).toBe(logins.length);
    expect(logins.filter((login) => !/^[a-z]+\.[a-z]+\d*(@catalog\.easel\.example)?$/.test(login))).toEqual(
      [],
    );
    const names = users.filter(({ position }) => position === 1).map(({ name }) => name);
    expect(names.length - new Set(names).size).toBeLessThan(5);
    expect(names.filter((name) => !/^[\0-\x7f]*$/.test(name)).length).toBeGreaterThan(250);
  });

  it('observe students who are enrolled', async () => {
    const watching = await database.kysely
      .selectFrom('enrollments')
      .select(['associated_user_id', 'course_id'])
      .where('type', '=', 'ObserverEnrollment')
      .where('associated_user_id', 'is not', null)
      .execute();
    expect(watching.length).toBeGreaterThan(100);
    for (const { associated_user_id, course_id } of watching.slice(0, 10)) {
      const student = await database.kysely
        .selectFrom('enrollments')
        .select('id')
        .where('user_id', '=', associated_user_id)
        .where('course_id', '=', course_id)
        .where('type', '=', 'StudentEnrollment')
        .execute();
      expect(student).toHaveLength(1);
    }
  });

  it('did nothing before they came and nothing tomorrow', async () => {
    const { rows } = await sql`select * from enrollments
      join users on users.id = enrollments.user_id
      where enrollments.created_at < users.created_at or enrollments.updated_at < enrollments.created_at
        or last_activity_at < enrollments.created_at or last_activity_at > '2026-09-15T12:00:00Z'
        or enrollments.updated_at > '2026-09-15T12:00:00Z'`.execute(database.kysely);
    expect(rows).toEqual([]);
  });
});

describe('the outcomes of the demo', () => {
  const titles = async (path: string) =>
    (await admin.all(path)).map((row) => {
      const { title, outcome } = row as { title?: string; outcome?: { title: string } };
      return outcome?.title ?? title;
    });

  it('are a tree of the institution', async () => {
    const { body: root } = await admin.get('accounts/1/outcome_groups/1');
    expect(root).toMatchObject({ id: 1, title: 'Easel University', context_type: 'Account', context_id: 1 });
    expect(await titles('accounts/1/outcome_groups/1/subgroups')).toEqual([
      'General Education',
      'Information Literacy',
      'Professional Skills',
    ]);
    expect(await admin.all('accounts/1/outcome_groups')).toHaveLength(9);
    expect(await admin.all('accounts/1/outcome_group_links')).toHaveLength(9);
    expect((await admin.get('outcomes/3')).body).toMatchObject({
      title: 'Cites sources',
      calculation_method: 'latest',
      points_possible: 4,
    });
    const { body: proficiency } = await admin.get('accounts/1/outcome_proficiency');
    expect(proficiency.ratings.find(({ mastery }: { mastery: boolean }) => mastery)).toMatchObject({
      description: 'Mastery',
      points: 3,
    });
  });

  it('are those of two courses, beside some of the institution', async () => {
    expect(await titles('courses/sis_course_id:fall-2026-biol-210/outcome_group_links')).toEqual([
      'Reads graphs and tables',
      'Predicts the outcome of a cross',
      'Reads a pedigree',
      'Explains how a gene is expressed',
      'Finds scholarly sources',
    ]);
    expect(await titles('courses/sis_course_id:fall-2026-engl-205/outcome_groups')).toEqual([
      'The Short Story',
      'Close Reading',
    ]);
  });
});

describe('another demo, made another day', () => {
  it('is the same', { timeout: 60_000 }, async () => {
    const other = await openDemo('2026-11-02T08:00:00Z');
    expect(await other.admin.all('accounts/1/courses', { 'state[]': 'all' })).toEqual(
      await courses({ 'state[]': 'all' }),
    );
    const tables = ['accounts', 'roles', 'users', 'pseudonyms', 'course_sections', 'enrollments'] as const;
    for (const table of tables) {
      const rows = async (of: World) => {
        const all = await of.database.kysely.selectFrom(table).selectAll().orderBy(`${table}.id`).execute();
        // The administrator's first password is a secret, and so another one each time.
        return all.map((row) => ({ ...row, password_hash: null }));
      };
      expect(await rows(other), table).toEqual(await rows({ database } as World));
    }
  });
});

// Last: it leaves a course behind.
describe('the next rows', () => {
  it('get ids of their own', async () => {
    const { status, body } = await admin.post('accounts/1/courses', { course: { name: 'One more' } });
    expect(status).toBe(200);
    expect(body.id).toBe(201);
  });
});
