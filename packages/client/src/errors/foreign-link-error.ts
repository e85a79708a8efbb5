import { CanvasError } from './canvas-error.ts';

/** A link leads to another host than `baseUrl`'s. It isn't followed, for the token would go along. */
export class ForeignLinkError extends CanvasError {
  override readonly name = 'ForeignLinkError';
}
