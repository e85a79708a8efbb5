import type { Canvas } from './canvas.ts';
import { JobFailedError } from './errors/job-failed-error.ts';
import type { AnswerOf, IdKind, PathValue } from './types.ts';

export type Progress = AnswerOf<'GET /api/v1/progress/{id}', IdKind>;

export interface ProgressOptions {
  /** After every look at it; `completion` counts from 0 to 100, or is null while Canvas doesn't know. */
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal | undefined;
  /** The longest pause between two looks, in milliseconds; the first ones are shorter. Default 5,000. */
  readonly intervalMs?: number;
}

const FIRST_PAUSE_MS = 250;
const GROWTH = 1.5;

/**
 * Waits for a job that Canvas runs in the background.
 * @param progress its Progress, or the id of one
 * @returns the Progress, completed
 * @throws JobFailedError when the job failed, CanvasError when it can't be looked at, the signal's reason
 */
export async function waitForProgress(
  canvas: Canvas<IdKind>,
  progress: PathValue | { readonly id?: PathValue | null },
  { onProgress, signal, intervalMs = 5000 }: ProgressOptions = {},
): Promise<Progress> {
  const id = typeof progress === 'object' ? progress.id : progress;
  if (id === undefined || id === null) throw new TypeError('This Progress has no id');
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * GROWTH, intervalMs)) {
    const now: Progress = await canvas.call('GET /api/v1/progress/{id}', {
      path: { id },
      signal,
    });
    onProgress?.(now);
    if (now.workflow_state === 'completed') return now;
    if (now.workflow_state === 'failed') throw failed(now, `${canvas.origin}/api/v1/progress/${id}`);
    await canvas.clock.sleep(pause, signal);
  }
}

function failed(progress: Progress, url: string): JobFailedError {
  const text = progress.message ?? 'Canvas gave no reason';
  const body = { ...progress } as JobFailedError['body'];
  return new JobFailedError({
    operation: 'GET /api/v1/progress/{id}',
    method: 'GET',
    url,
    messages: [`the job ${progress.tag ?? id(progress)} failed: ${text}`],
    body,
  });
}

const id = (progress: Progress) => String(progress.id);
