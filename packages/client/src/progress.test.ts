import { describe, expect, it } from 'vitest';
import { answerJson, fakeCanvas } from '../testing/fake-canvas.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { Canvas } from './canvas.ts';
import { JobFailedError } from './errors/job-failed-error.ts';
import { waitForProgress } from './progress.ts';

async function job(...states: Record<string, unknown>[]) {
  const { baseUrl, requests } = await fakeCanvas((_, response) =>
    answerJson(response, {
      id: '5',
      tag: 'course_copy',
      ...(states.length > 1 ? states.shift() : states[0]),
    }),
  );
  const clock = new FakeClock();
  return { canvas: new Canvas({ baseUrl, token: 'secret', clock }), clock, requests };
}

describe('waitForProgress', () => {
  it('looks at a job, less and less often, until it is done', async () => {
    const running = { workflow_state: 'running', completion: 50 };
    const { canvas, clock, requests } = await job(...Array(12).fill(running), {
      workflow_state: 'completed',
      completion: 100,
      results: { id: 7 },
    });
    const seen: unknown[] = [];
    const done = await waitForProgress(
      canvas,
      { id: 5 },
      { onProgress: ({ completion }) => seen.push(completion) },
    );
    expect(done).toMatchObject({ workflow_state: 'completed', results: { id: 7 } });
    expect(seen).toEqual([...Array(12).fill(50), 100]);
    expect(clock.slept.slice(0, 3)).toEqual([250, 375, 562.5]);
    expect(Math.max(...clock.slept)).toBe(5000);
    expect(requests[0]?.url).toBe('/api/v1/progress/5');
  });

  it('says why a job failed', async () => {
    const { canvas } = await job({ workflow_state: 'failed', message: 'the course is gone' });
    const error = await waitForProgress(canvas, '5').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(JobFailedError);
    expect(error).toMatchObject({
      messages: ['the job course_copy failed: the course is gone'],
      body: { workflow_state: 'failed' },
    });
  });

  it('stops when aborted', async () => {
    const { canvas } = await job({ workflow_state: 'running' });
    const abort = new AbortController();
    const waiting = waitForProgress(canvas, 5, {
      signal: abort.signal,
      onProgress: () => abort.abort(new Error('enough')),
    });
    await expect(waiting).rejects.toThrow('enough');
  });

  it('needs an id', async () => {
    const { canvas } = await job({});
    await expect(waitForProgress(canvas, {})).rejects.toThrow(TypeError);
  });
});
