import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ADMIN_TOKEN, SECRET } from '../../../testing/template.ts';
import { openWorld } from '../../../testing/world.ts';
import { seed } from '../index.ts';
import { addLongTopic } from '../talk/long-topic.ts';

const NOW = '2026-09-15T12:00:00Z';

const world = await openWorld();
await sql`truncate accounts, users restart identity cascade`.execute(world.database.kysely);
await seed(world.database, 'demo', { now: NOW, secret: SECRET, adminToken: ADMIN_TOKEN });
const { admin, database } = world;

const one = async <T>(query: ReturnType<typeof sql<T>>) =>
  (await query.execute(database.kysely)).rows[0] as T;

describe('the discussions of the demo', () => {
  it('are forty in five courses, with three thousand entries and some that were taken back', async () => {
    const counts = await one(sql<{ topics: number; entries: number; gone: number; courses: number }>`
      select count(distinct t.id) filter (where t.root_topic_id is null and not t.is_announcement) as topics,
        count(distinct t.context_id) filter (where t.context_type = 'Course') as courses,
        count(e.id) as entries, count(e.id) filter (where e.workflow_state = 'deleted') as gone
      from discussion_topics t left join discussion_entries e on e.discussion_topic_id = t.id`);
    expect(counts).toMatchObject({ topics: 40, courses: 5 });
    expect(counts.entries).toBeGreaterThan(2500);
    expect(counts.gone).toBeGreaterThan(30);
  });

  it('have a lively one and one that goes by the teacher', async () => {
    const { body } = await admin.get('courses/168/discussion_topics');
    const [questions, introductions] = body.slice(-2);
    expect([introductions.title, questions.title]).toEqual([
      'Introduce yourself',
      'Questions about the course',
    ]);
    const share = async (id: number) =>
      (
        await one(sql<{ share: number }>`
          select avg((exists (select 1 from enrollments s where s.user_id = e.user_id and s.course_id = 168
            and s.type = 'TeacherEnrollment'))::int)::float8 as share
          from discussion_entries e where discussion_topic_id = ${id}`)
      ).share;
    expect(await share(introductions.id)).toBeLessThan(0.15);
    expect(await share(questions.id)).toBeGreaterThan(0.3);
    const { view, participants } = (await admin.get(`courses/168/discussion_topics/${introductions.id}/view`))
      .body;
    expect(JSON.stringify(view)).toContain('"replies"');
    const { students } = await one(sql<{ students: number }>`
      select count(distinct user_id) as students from enrollments
      where course_id = 168 and type = 'StudentEnrollment' and workflow_state = 'active'`);
    expect(participants.length).toBeLessThan(students);
  });

  it('are graded where they say so, and go on in groups', async () => {
    const { body } = await admin.get('courses/168/discussion_topics');
    const graded = body.find(({ title }: { title: string }) => title === 'For or against');
    expect(graded.assignment).toMatchObject({ points_possible: 20, submission_types: ['discussion_topic'] });
    const inGroups = body.find(({ title }: { title: string }) => title === 'Plan your project');
    expect(inGroups.group_topic_children.length).toBeGreaterThan(1);
  });

  it('grow by a long one on request', async () => {
    const id = await database.kysely.transaction().execute((trx) => addLongTopic(trx, 168, 2000, NOW));
    const { body } = await admin.get(`courses/168/discussion_topics/${id}`);
    expect(body.discussion_subentry_count).toBeGreaterThan(1900);
    expect(body.title).toBe('A long discussion');
  });
});
