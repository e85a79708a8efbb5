/** Passwords as they are stored: `scrypt$<N>$<r>$<p>$<salt>$<hash>`, so that the cost can rise without a migration. */
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import type { Account } from '../http/context.ts';

const COST = { N: 16_384, r: 8, p: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const LONGEST = 255;
const SHORTEST = 8;

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, HASH_BYTES, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** False for a login without a password, and for a hash of a form that isn't known. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [scheme, N, r, p, salt, hash] = stored?.split('$') ?? [];
  if (scheme !== 'scrypt' || !salt || !hash) return false;
  const expected = Buffer.from(hash, 'base64url');
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const actual = await derive(password, Buffer.from(salt, 'base64url'), expected.length, cost);
  return timingSafeEqual(actual, expected);
}

/** How many characters the institution's policy asks of a password. */
export function shortestPassword(rootAccount: Account): number {
  const policy = rootAccount.settings['password_policy'] as
    | { minimum_character_length?: unknown }
    | undefined;
  return Number(policy?.minimum_character_length ?? SHORTEST);
}

/** What is wrong with a password by the institution's policy; undefined where nothing is. */
export function passwordError(rootAccount: Account, password: string): 'too_short' | 'too_long' | undefined {
  if (password.length < shortestPassword(rootAccount)) return 'too_short';
  return password.length > LONGEST ? 'too_long' : undefined;
}

function derive(password: string, salt: Buffer, bytes: number, cost: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, bytes, cost, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
