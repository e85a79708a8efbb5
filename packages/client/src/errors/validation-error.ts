import { CanvasError, type CanvasErrorFacts } from './canvas-error.ts';

/** 400 or 422: parameters that Canvas doesn't accept. */
export class ValidationError extends CanvasError {
  override readonly name = 'ValidationError';
  /** What is wrong with each field that Canvas named; empty when it only spoke in general. */
  readonly fields: Readonly<Record<string, readonly string[]>>;

  constructor(facts: CanvasErrorFacts) {
    super(facts);
    this.fields = facts.fields ?? {};
  }
}
