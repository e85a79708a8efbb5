import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ADMIN_TOKEN, SECRET } from '../../../testing/template.ts';
import { openWorld } from '../../../testing/world.ts';
import { seed } from '../index.ts';

const world = await openWorld();
await sql`truncate accounts, users restart identity cascade`.execute(world.database.kysely);
await seed(world.database, 'demo', { now: '2026-09-15T12:00:00Z', secret: SECRET, adminToken: ADMIN_TOKEN });
const { admin, database } = world;

describe('the conversations of the demo', () => {
  it('begin with one of the administrator’s', async () => {
    const { body } = await admin.get('conversations/1');
    expect(body).toMatchObject({ id: 1, subject: 'A second section?', message_count: 3, private: true });
    expect(body.messages.map(({ author_id }: { author_id: number }) => author_id)).toEqual([
      body.audience[0],
      1,
      body.audience[0],
    ]);
  });

  it('are of five courses, some unread, and never said after today', async () => {
    const { rows } = await sql<{ conversations: number; courses: number; unread: number; late: number }>`
      select (select count(*) from conversations) as conversations,
        (select count(distinct context_id) from conversations) as courses,
        (select count(*) from conversation_participants where workflow_state = 'unread') as unread,
        (select count(*) from conversation_messages where created_at > '2026-09-15T12:00:00Z') as late`.execute(
      database.kysely,
    );
    expect(rows[0]).toMatchObject({ conversations: 36, courses: 5, late: 0 });
    expect(rows[0]?.unread).toBeGreaterThan(5);
  });

  it('are taken up again by who writes once more, and leave room for new ones', async () => {
    const { body } = await admin.get('conversations/1');
    const again = await admin.post('conversations', { recipients: body.audience, body: 'One more thing' });
    expect(again.body).toMatchObject([{ id: 1, message_count: 4 }]);
    const next = await admin.post('conversations', { recipients: body.audience, body: 'x', force_new: true });
    expect(next.body).toMatchObject([{ id: 37 }]);
  });
});
