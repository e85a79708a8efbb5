import { CanvasError } from './canvas-error.ts';

/** 401: no token, or one that is unknown, expired or revoked. */
export class AuthenticationError extends CanvasError {
  override readonly name = 'AuthenticationError';
}
