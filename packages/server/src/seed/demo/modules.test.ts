import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ADMIN_TOKEN, SECRET } from '../../../testing/template.ts';
import { openWorld } from '../../../testing/world.ts';
import { seed } from '../index.ts';

const world = await openWorld();
await sql`truncate accounts, users restart identity cascade`.execute(world.database.kysely);
await seed(world.database, 'demo', { now: '2026-09-15T12:00:00Z', secret: SECRET, adminToken: ADMIN_TOKEN });
const { admin } = world;

/** Fall 2026's BIOL 210. */
const COURSE = 'courses/168';

describe('pages and modules of the demo', () => {
  it('begin at a front page', async () => {
    expect((await admin.get(`${COURSE}/front_page`)).body).toMatchObject({
      title: 'Welcome',
      url: 'welcome',
      front_page: true,
      published: true,
    });
    expect((await admin.get(`${COURSE}/pages/welcome/revisions/1`)).body.latest).toBe(true);
    const pages = (await admin.all(`${COURSE}/pages`)) as { title: string }[];
    expect(pages.map(({ title }) => title)).toContain('Notes: Methods');
  });

  it('have units in order, with their notes', async () => {
    const modules = (await admin.get(`${COURSE}/modules`, { 'include[]': 'items' })).body;
    expect(modules.map(({ id, name, position }: Record<string, unknown>) => [id, name, position])).toEqual([
      [628, 'Unit 1: Getting Started', 1],
      [629, 'Unit 2: Foundations', 2],
      [630, 'Unit 3: Methods', 3],
      [631, 'Unit 4: Sources and Evidence', 4],
      [632, 'Unit 5: Cases', 5],
    ]);
    expect(modules[0].items[1]).toMatchObject({
      id: 2107,
      type: 'Page',
      page_url: 'welcome',
      published: true,
    });
  });

  it('are led by modules in some courses, and take new ones', async () => {
    const { rows } = await sql<{ course_id: number }>`
      select distinct course_id from module_items where requirement_type is not null`.execute(
      world.database.kysely,
    );
    expect(rows.length).toBeGreaterThan(20);
    expect((await admin.post(`${COURSE}/pages`, { wiki_page: { title: 'Welcome' } })).body.url).toBe(
      'welcome-2',
    );
    expect((await admin.post(`${COURSE}/modules`, { module: { name: 'Unit 6' } })).body.position).toBe(6);
  });
});
