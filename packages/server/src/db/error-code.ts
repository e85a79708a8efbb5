/**
 * PostgreSQL's five-character code of an error, or undefined for what the database didn't say.
 * By its shape: PGlite's adapter throws a class of its own, so `instanceof` would miss it.
 */
export function databaseErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('severity' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Serialization failure or deadlock: nothing was written, and trying again is right. */
export const isTransient = (error: unknown): boolean =>
  ['40001', '40P01'].includes(databaseErrorCode(error) ?? '');
