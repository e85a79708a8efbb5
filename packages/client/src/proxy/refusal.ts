/** Ends a request with an answer of the proxy's own, in the shape of Canvas's errors. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  /** For programs and the audit log: one of few words, never anything that was sent. */
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }

  answer(): Response {
    // Canvas's own word for a request without a credential; its clients look for it.
    const status = this.status === 401 ? { status: 'unauthenticated' } : {};
    const body = { ...status, errors: [{ message: this.message, error_code: this.code }] };
    return Response.json(body, { status: this.status });
  }
}

const LONGEST_NAME = 80;

/** A name as it may stand in a message. */
export function shown(name: string): string {
  const printable = name.replace(/[^\x21-\x7e]/g, '?');
  return printable.length <= LONGEST_NAME ? printable : `${printable.slice(0, LONGEST_NAME - 3)}...`;
}
