/** The ids that other systems know an object by, beside its own. */
import { createHash, randomUUID } from 'node:crypto';
import { randomToken } from '../domain/random-token.ts';

export interface Identities {
  /** 40 letters and digits. */
  uuid(kind: string, id: number): string;
  /** In the form of RFC 9562. */
  guid(kind: string, id: number): string;
}

/** For an institution that somebody works with: an uuid opens its course's calendar feed. */
export const randomIdentities: Identities = {
  uuid: () => randomToken(40),
  guid: () => randomUUID(),
};

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The same in every installation, so that examples can quote them. */
export const derivedIdentities: Identities = {
  uuid(kind, id) {
    const bytes = createHash('sha512').update(`${kind}/${id}/uuid`).digest().subarray(0, 40);
    return Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('');
  },
  guid(kind, id) {
    const hex = createHash('sha256').update(`${kind}/${id}/guid`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  },
};
