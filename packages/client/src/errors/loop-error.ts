import { CanvasError } from './canvas-error.ts';

/** A page's `next` leads to a page that was read before: following it would never end. */
export class LoopError extends CanvasError {
  override readonly name = 'LoopError';
}
