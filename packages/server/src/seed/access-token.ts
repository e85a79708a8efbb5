import type { Db } from '../db/database.ts';
import { randomToken } from '../domain/random-token.ts';
import { tokenHmac } from '../http/authenticate.ts';

export interface NewToken {
  userId: number;
  purpose: string;
  /** Keys what is stored of it. */
  secret: string;
  now: string;
  /** The token itself; a random one where none is given. */
  token?: string | undefined;
}

/** @returns the token, which nothing can show again */
export async function createAccessToken(
  db: Db,
  { userId, purpose, secret, now, token = randomToken(64) }: NewToken,
): Promise<string> {
  await db
    .insertInto('access_tokens')
    .values({
      user_id: userId,
      token_hmac: tokenHmac({ secret }, token),
      token_hint: token.slice(0, 5),
      purpose,
      created_at: now,
      updated_at: now,
    })
    .execute();
  return token;
}
