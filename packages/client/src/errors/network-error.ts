import { CanvasError } from './canvas-error.ts';

/** No answer, or only a part of one: a name that doesn't resolve, a refused or broken connection. `cause` says which. */
export class NetworkError extends CanvasError {
  override readonly name = 'NetworkError';
}
