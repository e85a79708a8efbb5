import { CanvasError } from './canvas-error.ts';

/** The call succeeded, yet what came isn't what the API answers with, e.g. a web page from something in front of Canvas. */
export class UnexpectedAnswerError extends CanvasError {
  override readonly name = 'UnexpectedAnswerError';
}
