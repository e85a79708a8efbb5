/** Whatever was thrown → the answer Canvas would give. */
import { databaseErrorCode, isTransient } from '../db/error-code.ts';
import { CanvasError, Refusal } from '../errors.ts';
import { InvalidDate } from './date-time.ts';
import { ParameterError } from './rack-params.ts';

const generic = (code: string) => ({ errors: [{ message: 'An error occurred.', error_code: code }] });

/** Fastify's own refusals (body too large, bad URL …) carry a status; only 4xx ones are the client's. */
interface StatusError extends Error {
  statusCode: number;
}

const isClientFault = (error: unknown): error is StatusError =>
  error instanceof Error &&
  'statusCode' in error &&
  Number(error.statusCode) >= 400 &&
  Number(error.statusCode) < 500;

export function asCanvasError(error: unknown): CanvasError {
  if (error instanceof CanvasError) return error;
  if (error instanceof InvalidDate) return new Refusal(400, { errors: { [error.param]: error.message } });
  if (error instanceof ParameterError) return new Refusal(400, { errors: [{ message: error.message }] });
  const code = databaseErrorCode(error);
  if (code !== undefined) return fromDatabase(code, error);
  if (isClientFault(error)) return new Refusal(error.statusCode, { errors: [{ message: error.message }] });
  return new Refusal(500, generic('internal_server_error'));
}

export const isServerFault = (error: CanvasError): boolean => error.status === 500;

function fromDatabase(code: string, error: unknown): CanvasError {
  // Class 22: a value that its column can't hold (too long, out of range). Bad input, however it got here.
  if (code.startsWith('22')) return new Refusal(400, generic('bad_request'));
  // Two writers raced for one unique value; the loser may look again.
  if (code === '23505') return new Refusal(409, generic('conflict'));
  if (isTransient(error)) return new Refusal(503, generic('service_unavailable'));
  return new Refusal(500, generic('internal_server_error'));
}
