import { CanvasError } from './canvas-error.ts';

/** A job that Canvas ran in the background ended in the state `failed`; `body` is its Progress. */
export class JobFailedError extends CanvasError {
  override readonly name = 'JobFailedError';
}
