import { createHash } from 'node:crypto';

/** RFC 7636 4.2, the method S256; `plain` isn't taken. */
export const challengeOf = (verifier: string): string =>
  createHash('sha256').update(verifier).digest('base64url');
