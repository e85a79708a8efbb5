import { CanvasError } from './canvas-error.ts';

/** 403, or 401 with Canvas's words for a known user who lacks a right (or a token that lacks a scope). */
export class AuthorizationError extends CanvasError {
  override readonly name = 'AuthorizationError';
}
