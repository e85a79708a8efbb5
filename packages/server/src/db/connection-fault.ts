import { DatabaseUnusable } from './unusable.ts';

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host could not be looked up',
  ETIMEDOUT: 'no answer',
  ECONNRESET: 'it closed the connection',
  // PostgreSQL's own codes.
  '28P01': 'it refused the password',
  '28000': 'it refused the user',
  '3D000': 'it has no such database; create one first',
  '53300': 'it has no connection left',
  '57P03': 'it is still starting',
};

/** Why PostgreSQL can't be reached, in words, and without the password that the URL may hold. */
export function connectionFault(url: string, error: unknown): DatabaseUnusable {
  // A host with several addresses fails once for each.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const { code, message } = first as { code?: string; message: string };
  return new DatabaseUnusable(
    `the database at ${withoutPassword(url)} can't be used: ${REASONS[code ?? ''] ?? message}`,
    { cause: error },
  );
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'DATABASE_URL';
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
