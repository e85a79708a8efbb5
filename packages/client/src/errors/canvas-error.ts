import type { JsonValue } from '@easel/contract';

export interface CanvasErrorFacts {
  readonly method: string;
  /** Without anything secret. */
  readonly url: string;
  /** As the contract names it, for calls that it knows. */
  readonly operation?: string | undefined;
  readonly status?: number | undefined;
  readonly messages?: readonly string[];
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  readonly requestId?: string | undefined;
  readonly errorReportId?: string | undefined;
  readonly hint?: string | undefined;
  readonly body?: JsonValue | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

/** A call that came to nothing. Never holds the token: what is read here may go into any log. */
export class CanvasError extends Error {
  override readonly name: string = 'CanvasError';
  /** Of HTTP; undefined when no answer came. */
  readonly status: number | undefined;
  readonly operation: string | undefined;
  readonly method: string;
  readonly url: string;
  /** Canvas's own words, one readable line each. */
  readonly messages: readonly string[];
  /** `X-Request-Context-Id`, by which the people who run Canvas find the request in their logs. */
  readonly requestId: string | undefined;
  /** Canvas stored a report of the fault under this number. */
  readonly errorReportId: string | undefined;
  /** What was probably meant (`X-Easel-Hint`; a real Canvas sends none). */
  readonly hint: string | undefined;
  /** The answer as it came. */
  readonly body: JsonValue | undefined;

  constructor(facts: CanvasErrorFacts) {
    super(describe(facts), facts.cause === undefined ? undefined : { cause: facts.cause });
    this.status = facts.status;
    this.operation = facts.operation;
    this.method = facts.method;
    this.url = facts.url;
    this.messages = facts.messages ?? [];
    this.requestId = facts.requestId;
    this.errorReportId = facts.errorReportId;
    this.hint = facts.hint;
    this.body = facts.body;
  }

  /** `JSON.stringify` leaves out an error's message, which is the best part. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}

/** `404 of GET https://…/courses/9: The specified resource does not exist.` */
function describe({ status, method, url, messages = [], hint }: CanvasErrorFacts): string {
  const call = `${status === undefined ? '' : `${status} of `}${method} ${url}`;
  const said = messages.length === 0 ? '' : `: ${messages.join('; ')}`;
  return `${call}${said}${hint === undefined ? '' : ` (hint: ${hint})`}`;
}
