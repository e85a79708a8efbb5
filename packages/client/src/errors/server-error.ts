import { CanvasError } from './canvas-error.ts';

/** 5xx: Canvas, or something in front of it, failed. */
export class ServerError extends CanvasError {
  override readonly name = 'ServerError';
}
