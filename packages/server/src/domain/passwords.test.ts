import { describe, expect, it } from 'vitest';
import type { Account } from '../http/context.ts';
import { hashPassword, passwordError, verifyPassword } from './passwords.ts';

describe('passwords', () => {
  it('say in their hash how they were hashed, with a salt of their own', async () => {
    const [one, two] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(one).toMatch(/^scrypt\$16384\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(two);
    expect(await verifyPassword('correct horse', one)).toBe(true);
    expect(await verifyPassword('wrong horse', one)).toBe(false);
  });

  it('verify with another cost', async () => {
    const cheap = 'scrypt$2$8$1$c2FsdHNhbHRzYWx0c2FsdA$';
    expect(await verifyPassword('x', cheap)).toBe(false);
  });

  it('never fit a login without one, or a hash of another form', async () => {
    expect(await verifyPassword('', null)).toBe(false);
    expect(await verifyPassword('x', 'sha512:abc')).toBe(false);
  });

  it('are as long as the institution wants', () => {
    const account = (settings: object) => ({ settings }) as unknown as Account;
    expect(passwordError(account({}), '1234567')).toBe('too_short');
    expect(passwordError(account({}), '12345678')).toBeUndefined();
    expect(passwordError(account({ password_policy: { minimum_character_length: 12 } }), '12345678')).toBe(
      'too_short',
    );
    expect(passwordError(account({}), 'x'.repeat(256))).toBe('too_long');
  });
});
