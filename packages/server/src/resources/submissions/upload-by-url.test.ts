import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { openClassroom } from '../../../testing/classroom.ts';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const server = createServer((_request, response) => response.end('From afar'));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => server.close());
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/work.txt`;

async function fetched(params: object, values: object = {}) {
  const room = await openClassroom(world);
  const assignment = await room.assignment({ submission_types: ['online_upload'], ...values });
  const path = `${room.path(assignment)}/submissions`;
  const api = world.as(room.student.token);
  const begun = await api.post(`${path}/self/files`, { url, name: 'work.txt', ...params });
  await world.runJobs();
  const progress = await api.get(`progress/${begun.body.progress.id}`);
  const { body } = await api.get(`${path}/self`, { 'include[]': ['submission_comments'] });
  return { progress: progress.body, submission: body };
}

describe('POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/files', () => {
  it('hands in a file that was fetched from an address', async () => {
    const { progress, submission } = await fetched({ comment: 'There it is' });
    expect(progress).toMatchObject({ workflow_state: 'completed', tag: 'upload_via_url' });
    expect(submission).toMatchObject({
      workflow_state: 'submitted',
      submission_type: 'online_upload',
      attachments: [{ id: progress.results.id, display_name: 'work.txt', size: 9 }],
      submission_comments: [{ comment: 'There it is' }],
    });
  });

  it('leaves it at the file on request', async () => {
    const { progress, submission } = await fetched({ submit_assignment: false });
    expect(progress.workflow_state).toBe('completed');
    expect(submission).toMatchObject({ workflow_state: 'unsubmitted', attempt: null });
  });

  it('fails where no attempt is left', async () => {
    const { progress, submission } = await fetched({}, { allowed_attempts: 0 });
    expect(progress).toMatchObject({
      workflow_state: 'failed',
      message: 'No attempt is left for this assignment',
    });
    expect(submission.workflow_state).toBe('unsubmitted');
  });
});
