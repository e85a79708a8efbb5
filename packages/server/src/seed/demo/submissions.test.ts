import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ADMIN_TOKEN, SECRET } from '../../../testing/template.ts';
import { openWorld } from '../../../testing/world.ts';
import { recomputeScores } from '../../domain/grading/recompute-scores.ts';
import type { Context } from '../../http/context.ts';
import { seed } from '../index.ts';

const world = await openWorld();
const { kysely } = world.database;
await sql`truncate accounts, users restart identity cascade`.execute(kysely);
await seed(world.database, 'demo', { now: '2026-09-15T12:00:00Z', secret: SECRET, adminToken: ADMIN_TOKEN });

const BIOL_210 = 168;

describe('the submissions of the demo', () => {
  it('are handed in, late, missing and graded as at any university', async () => {
    const { body: assignments } = await world.admin.get(`courses/${BIOL_210}/assignments`);
    const first = assignments.find(({ name }: { name: string }) => /1$/.test(name));
    const rows = (await world.admin.all(`courses/${BIOL_210}/assignments/${first.id}/submissions`)) as Record<
      string,
      unknown
    >[];
    const count = (test: (row: Record<string, unknown>) => boolean) => rows.filter(test).length / rows.length;
    expect(count(({ workflow_state }) => workflow_state === 'graded')).toBeGreaterThan(0.6);
    expect(count(({ late, missing }) => late === true || missing === true)).toBeGreaterThan(0);
    for (const row of rows.filter(({ graded_at }) => graded_at)) {
      expect(String(row['graded_at']) > String(row['submitted_at'])).toBe(true);
      expect(String(row['graded_at']) <= '2026-09-15T12:00:00Z').toBe(true);
    }
  });

  it('give the scores that they make', async () => {
    const scores = () =>
      kysely
        .selectFrom('scores')
        .selectAll()
        .orderBy('enrollment_id')
        .execute()
        .then((rows) => rows.map(({ updated_at, ...row }) => row));
    const seeded = await scores();
    const courses = [...new Set(seeded.map(({ course_id }) => course_id))];
    const ctx = { db: kysely, now: '2026-09-15T12:00:00Z' } as unknown as Context;
    for (const courseId of courses) {
      await kysely.transaction().execute((db) => recomputeScores({ ...ctx, db } as Context, courseId));
    }
    const again = (await scores()).filter(({ course_id }) => courses.includes(course_id));
    const byEnrollment = new Map(again.map((row) => [row.enrollment_id, row]));
    for (const row of seeded) expect(byEnrollment.get(row.enrollment_id)).toEqual(row);
  });

  it('have histories, and leave room for new ones', async () => {
    const { body } = await world.admin.get(`courses/${BIOL_210}/gradebook_history/feed`, { per_page: 3 });
    expect(body).toHaveLength(3);
    const days = await world.admin.get(`courses/${BIOL_210}/gradebook_history/days`);
    expect(days.body[0].graders[0].name).not.toBe('Graded on submission');
    const [{ id: assignmentId }] = (await world.admin.get(`courses/${BIOL_210}/assignments`)).body;
    const [{ user_id }] = (
      await world.admin.get(`courses/${BIOL_210}/assignments/${assignmentId}/submissions`)
    ).body;
    const graded = await world.admin.put(
      `courses/${BIOL_210}/assignments/${assignmentId}/submissions/${user_id}`,
      { submission: { posted_grade: '9' }, comment: { text_comment: 'Fine' } },
    );
    expect(graded.status).toBe(200);
  });
});
