import { CanvasError } from './canvas-error.ts';

/** 404: no such object, or one that the caller may not know of; also an SIS id whose prefix is missing. */
export class NotFoundError extends CanvasError {
  override readonly name = 'NotFoundError';
}
