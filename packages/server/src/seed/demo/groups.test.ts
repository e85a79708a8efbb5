import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ADMIN_TOKEN, SECRET } from '../../../testing/template.ts';
import { openWorld } from '../../../testing/world.ts';
import { seed } from '../index.ts';

const world = await openWorld();
await sql`truncate accounts, users restart identity cascade`.execute(world.database.kysely);
await seed(world.database, 'demo', { now: '2026-09-15T12:00:00Z', secret: SECRET, adminToken: ADMIN_TOKEN });
const { admin, database } = world;

describe('the groups of the demo', () => {
  it('begin with the course that examples are about', async () => {
    const { body: sets } = await admin.get('courses/168/group_categories', {
      'includes[]': ['groups_count', 'unassigned_users_count'],
    });
    expect(sets).toMatchObject([
      { id: 1, name: 'Project Groups', auto_leader: 'first', unassigned_users_count: 1 },
      { id: 2, name: 'Lab Sections', self_signup: 'enabled', group_limit: 8 },
    ]);
    const { body: group } = await admin.get('groups/1', { 'include[]': 'users' });
    expect(group).toMatchObject({ name: 'Project Group 1', course_id: 168, leader: expect.anything() });
    expect(group.users.length).toBeGreaterThan(3);
  });

  it('are many, with communities of the institution', async () => {
    const { rows } = await sql<{ sets: number; groups: number; members: number }>`
      select (select count(*) from group_categories) as sets, (select count(*) from groups) as groups,
        (select count(*) from group_memberships) as members`.execute(database.kysely);
    expect(rows[0]?.sets).toBeGreaterThan(80);
    expect(rows[0]?.groups).toBeGreaterThan(400);
    expect(rows[0]?.members).toBeGreaterThan(2000);
    const { body } = await admin.get('accounts/1/groups');
    expect(body.map(({ name }: { name: string }) => name)).toEqual([
      'Accreditation Committee',
      'Campus Gardeners',
      'Debate Society',
      'Faculty Teaching Circle',
    ]);
  });

  it('have nobody twice in a set, and leave room for new ones', async () => {
    const { rows } = await sql`
      select 1 from group_memberships m join groups g on g.id = m.group_id
      join group_categories c on c.id = g.group_category_id
      where c.role is distinct from 'communities'
      group by c.id, m.user_id having count(*) > 1`.execute(database.kysely);
    expect(rows).toEqual([]);
    expect((await admin.post('groups', { name: 'New' })).status).toBe(200);
  });
});
