import { beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const update = (account: number, params: object) => world.admin.put(`accounts/${account}/courses`, params);
const stateOf = async (id: number) => (await courseOf(id)).workflow_state;
const courseOf = (id: number) =>
  world.database.kysely.selectFrom('courses').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

/** Runs the job and gives its Progress as it is afterwards. */
async function done({ id }: { id: number }) {
  await world.runJobs();
  return (await world.admin.get(`progress/${id}`)).body;
}

describe('PUT /api/v1/accounts/{account_id}/courses', () => {
  it('answers with a queued Progress, and changes the courses afterwards', async () => {
    const account = await world.make.account();
    const first = await world.make.course({ account_id: account.id, workflow_state: 'claimed' });
    const second = await world.make.course({
      account_id: account.id,
      workflow_state: 'claimed',
      sis_course_id: 'second',
    });
    const { status, body } = await update(account.id, {
      course_ids: [first.id, 'sis_course_id:second', 'sis_course_id:nobody'],
      event: 'offer',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      context_type: 'Account',
      context_id: account.id,
      user_id: 1,
      tag: 'course_batch_update',
      completion: 0,
      workflow_state: 'queued',
      message: null,
    });
    expect(await stateOf(first.id)).toBe('claimed');

    expect(await done(body)).toMatchObject({
      workflow_state: 'completed',
      completion: 100,
      message: '2 courses processed',
    });
    expect(await stateOf(first.id)).toBe('available');
    expect(await stateOf(second.id)).toBe('available');
  });

  it.each([
    ['conclude', 'available', 'completed'],
    ['delete', 'available', 'deleted'],
    ['undelete', 'deleted', 'claimed'],
    ['undelete', 'available', 'claimed'],
    ['offer', 'completed', 'available'],
  ] as const)('%s takes a course from %s to %s', async (event, from, to) => {
    const { id } = await world.make.course({ workflow_state: from });
    const { body } = await update(1, { course_ids: [id], event });
    expect(await done(body)).toMatchObject({ message: '1 course processed' });
    expect(await stateOf(id)).toBe(to);
  });

  it('frees the SIS id of what it deletes', async () => {
    const { id } = await world.make.course({ sis_course_id: 'bio' });
    await done((await update(1, { course_ids: [id], event: 'delete' })).body);
    expect((await courseOf(id)).sis_course_id).toBe(null);
  });

  it('says which courses it left alone, and why', async () => {
    const account = await world.make.account();
    const own = await world.make.course({ account_id: account.id });
    const gone = await world.make.course({ account_id: account.id, workflow_state: 'deleted' });
    const foreign = await world.make.course();
    const { body } = await update(account.id, {
      course_ids: [own.id, gone.id, foreign.id, 99_999],
      event: 'conclude',
    });
    expect(await done(body)).toMatchObject({
      workflow_state: 'completed',
      message: `1 course processed\nThe course was not found: ${gone.id}, ${foreign.id}, 99999`,
    });
    expect(await stateOf(foreign.id)).toBe('available');
  });

  it('fails where it could do nothing at all', async () => {
    const { body } = await update(1, { course_ids: [99_999], event: 'conclude' });
    expect(await done(body)).toMatchObject({
      workflow_state: 'failed',
      completion: 100,
      message: '0 courses processed\nThe course was not found: 99999',
    });
  });

  it('does what is left when it was interrupted', async () => {
    const [first, second] = [await world.make.course(), await world.make.course()];
    const { body } = await update(1, { course_ids: [first.id, second.id], event: 'delete' });
    // As it stands after a process died behind the first course.
    await world.database.kysely
      .updateTable('jobs')
      .set({
        attempts: 1,
        args: JSON.stringify({ account_id: 1, event: 'delete', left: [second.id], done: 1, failed: {} }),
      })
      .where('progress_id', '=', body.id)
      .execute();
    expect(await done(body)).toMatchObject({ message: '2 courses processed' });
  });

  it('stops when its Progress is cancelled', async () => {
    const { id } = await world.make.course();
    const { body } = await update(1, { course_ids: [id], event: 'delete' });
    await world.admin.post(`progress/${body.id}/cancel`, { message: 'no' });
    expect(await done(body)).toMatchObject({ workflow_state: 'failed', message: 'no' });
    expect(await stateOf(id)).toBe('available');
  });

  it.each([
    [{ event: 'offer' }, 400, 'must specify course_ids[]'],
    [{ course_ids: 5, event: 'offer' }, 400, 'must specify course_ids[]'],
    [{ course_ids: [5] }, 400, 'need to specify event'],
    [{ course_ids: [5], event: 'claim' }, 400, 'invalid event'],
    [
      { course_ids: Array.from({ length: 501 }, (_, index) => index + 1), event: 'offer' },
      403,
      'course batch size limit (500) exceeded',
    ],
  ])('refuses %j', async (params, status, message) => {
    expect(await update(1, params)).toMatchObject({ status, body: { message } });
  });

  it('takes undelete_courses to restore, manage_courses_admin for the rest', async () => {
    const account = await world.make.account();
    const role = await world.make.role({ account_id: account.id }, ['undelete_courses']);
    const { token } = await world.make.accountAdmin(account.id, role.id);
    const { id } = await world.make.course({ account_id: account.id, workflow_state: 'deleted' });
    const as = world.as(token);
    const offered = await as.put(`accounts/${account.id}/courses`, { course_ids: [id], event: 'offer' });
    expect(offered.status).toBe(401);
    const restored = await as.put(`accounts/${account.id}/courses`, { course_ids: [id], event: 'undelete' });
    expect(restored.status).toBe(200);
    // As in Canvas, whose job asks for the right to change the course whatever the event.
    expect(await done(restored.body)).toMatchObject({
      workflow_state: 'failed',
      message: `0 courses processed\nAccess was denied: ${id}`,
    });
  });
});
