/** @kth/canvas-api, the client of KTH Royal Institute of Technology, unmodified. */
import { CanvasApi, CanvasApiResponseError } from '@kth/canvas-api';
import { describe, expect, it } from 'vitest';
import { openTarget } from './target.ts';

const { url, token } = await openTarget();
const canvas = new CanvasApi(`${url}/api/v1`, token, { disableThrottling: true });

interface Course {
  id: number;
  name: string;
  workflow_state: string;
}

describe('@kth/canvas-api', () => {
  it('lists all courses by following next', async () => {
    const ids = new Set<number>();
    for await (const course of canvas.listItems('accounts/1/courses')) ids.add((course as Course).id);
    let pages = 0;
    for await (const { json } of canvas.listPages('accounts/1/courses', { per_page: 100 })) {
      pages += 1;
      for (const { id } of json as Course[]) expect(ids).toContain(id);
    }
    expect(ids.size).toBeGreaterThan(100);
    expect(pages).toBe(Math.ceil(ids.size / 100));
  });

  it('creates a course and updates it', async () => {
    const created = await canvas.request('accounts/1/courses', 'POST', { course: { name: 'From KTH' } });
    const { id, workflow_state } = created.json as Course;
    expect(workflow_state).toBe('unpublished');
    const updated = await canvas.request(`courses/${id}`, 'PUT', {
      course: { name: 'Renamed', event: 'offer' },
    });
    expect(updated.json).toMatchObject({ id, name: 'Renamed', workflow_state: 'available' });
    const { json } = await canvas.get(`courses/${id}`);
    expect(json).toMatchObject({ id, name: 'Renamed' });
  });

  it('sees Canvas’s errors', async () => {
    const failure = await canvas.get('courses/999999999').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CanvasApiResponseError);
    expect((failure as CanvasApiResponseError).response).toMatchObject({
      statusCode: 404,
      json: { errors: [{ message: 'The specified resource does not exist.' }] },
    });
  });
});
