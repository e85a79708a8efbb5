import { CanvasError, type CanvasErrorFacts } from './canvas-error.ts';

/** 429, or 403 with "Rate Limit Exceeded", still after the retries that were allowed. */
export class ThrottledError extends CanvasError {
  override readonly name = 'ThrottledError';
  /** How long Canvas asked to wait, in milliseconds; hosted Canvas doesn't say. */
  readonly retryAfterMs: number | undefined;

  constructor(facts: CanvasErrorFacts) {
    super(facts);
    this.retryAfterMs = facts.retryAfterMs;
  }
}
