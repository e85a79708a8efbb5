import type { JsonValue } from '@easel/contract';
import { AuthenticationError } from './authentication-error.ts';
import { AuthorizationError } from './authorization-error.ts';
import { CanvasError, type CanvasErrorFacts } from './canvas-error.ts';
import { errorMessages } from './messages.ts';
import { NotFoundError } from './not-found-error.ts';
import { ServerError } from './server-error.ts';
import { ThrottledError } from './throttled-error.ts';
import { ValidationError } from './validation-error.ts';

/** What is known of a call before its answer is read. */
export type CallFacts = Pick<CanvasErrorFacts, 'method' | 'url' | 'operation'>;

export interface FailedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: JsonValue | undefined;
  readonly throttled: boolean;
  readonly retryAfterMs: number | undefined;
}

/** The error that fits a status of 400 or more. */
export function errorOf(call: CallFacts, answer: FailedAnswer): CanvasError {
  const { status, headers, body, retryAfterMs } = answer;
  const { lines, fields } = errorMessages(body);
  const facts: CanvasErrorFacts = {
    ...call,
    status,
    messages: lines,
    fields,
    body,
    retryAfterMs,
    requestId: headers.get('x-request-context-id') ?? undefined,
    errorReportId: errorReportId(body),
    hint: headers.get('x-easel-hint') ?? undefined,
  };
  return new (classOf(answer))(facts);
}

function classOf({ status, body, throttled }: FailedAnswer): new (facts: CanvasErrorFacts) => CanvasError {
  if (throttled) return ThrottledError;
  if (status === 401) return knowsTheCaller(body) ? AuthorizationError : AuthenticationError;
  if (status === 403) return AuthorizationError;
  if (status === 404) return NotFoundError;
  if (status === 400 || status === 422) return ValidationError;
  return status >= 500 ? ServerError : CanvasError;
}

/** Canvas answers 401 to a missing right too; conventions 1.2 and 1.5 list the bodies. */
function knowsTheCaller(body: JsonValue | undefined): boolean {
  return /"status":"unauthorized"|Insufficient scopes|Invalid as_user_id|Cannot change masquerade/.test(
    JSON.stringify(body ?? null),
  );
}

function errorReportId(body: JsonValue | undefined): string | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const id = body['error_report_id'];
  return typeof id === 'number' || typeof id === 'string' ? String(id) : undefined;
}
