import { AuthenticationError } from '@easel/client';
import { EXIT } from '../frame/exit-codes.ts';
import { Failure } from '../frame/failure.ts';
import { openSession } from './connect.ts';
import type { Target } from './target.ts';

const PATIENCE_MS = 15_000;

/**
 * Ends a token at Canvas itself, with all that refreshes it. One that is over already needs no end.
 * @throws CanvasError or Failure when Canvas can't be reached or doesn't do it
 */
export async function revoke(target: Target, signal: AbortSignal): Promise<void> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  const { canvas } = openSession(target, { signal: limit });
  try {
    await canvas.raw('DELETE', '/login/oauth2/token');
  } catch (error) {
    const isOver =
      error instanceof AuthenticationError ||
      (error instanceof Failure && error.exitCode === EXIT.notSignedIn);
    if (!isOver) throw error;
  }
}
